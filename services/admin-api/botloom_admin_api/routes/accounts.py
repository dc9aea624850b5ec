from collections.abc import Mapping
from operator import attrgetter

from botloom_contracts.database.models import Account
from litestar import Response, delete, get, patch, post
from litestar.params import JSONBody

from ..accounts.accounts import Accounts
from ..accounts.views import account_view
from ..auth import OWNER, AuthRequest
from ..cursors import decode_id_cursor
from ..listing import LIMIT_DEFAULT
from ..problems import documented
from ..schemas.accounts import AccountFields, AccountPatch, AccountView
from ..schemas.fields import Page
from .answers import id_page, located, versioned
from .headers import ETAG, LOCATION
from .parameters import Cursor, EntityId, IfMatch, Limit
from .router import Router


def accounts_router(accounts: Accounts) -> Router:
    @get(
        "/",
        operation_id="listAccounts",
        summary="List accounts",
        description="The accounts in the order of their ids, by pages.",
        responses=documented(422),
        opt=OWNER,
    )
    async def list_page(cursor: Cursor = None, limit: Limit = LIMIT_DEFAULT) -> Page[AccountView]:
        rows = await accounts.after(decode_id_cursor(cursor, "accounts"), limit + 1)
        return id_page(rows, limit, "accounts", attrgetter("id"), account_view)

    @post(
        "/",
        operation_id="createAccount",
        summary="Create an account",
        response_headers=[ETAG, LOCATION],
        responses=documented(409, 413, 422),
        opt=OWNER,
    )
    async def create(data: JSONBody[AccountFields], request: AuthRequest) -> Response[AccountView]:
        account = await accounts.create(data, request.auth.actor)
        return _answer(account, located(request, account.id))

    @get(
        "/{entity_id:int}",
        operation_id="getAccount",
        summary="Read an account",
        response_headers=[ETAG],
        responses=documented(404),
        opt=OWNER,
    )
    async def read(entity_id: EntityId) -> Response[AccountView]:
        return _answer(await accounts.read(entity_id))

    @patch(
        "/{entity_id:int}",
        operation_id="updateAccount",
        summary="Change an account",
        description=(
            "Changes the given fields only. Disabling it and a new password end its sessions. "
            "Refused with 409 where no enabled owner would be left."
        ),
        response_headers=[ETAG],
        responses=documented(404, 409, 412, 413, 422),
        opt=OWNER,
    )
    async def update(
        entity_id: EntityId,
        data: JSONBody[AccountPatch],
        request: AuthRequest,
        if_match: IfMatch = None,
    ) -> Response[AccountView]:
        return _answer(await accounts.update(entity_id, data, if_match, request.auth.actor))

    @delete(
        "/{entity_id:int}",
        operation_id="deleteAccount",
        summary="Delete an account",
        description="Its name stays known to the log. Refused with 409 for the last enabled owner.",
        responses=documented(404, 409, 412),
        opt=OWNER,
    )
    async def remove(entity_id: EntityId, request: AuthRequest, if_match: IfMatch = None) -> None:
        await accounts.delete(entity_id, if_match, request.auth.actor)

    return Router(
        "/accounts", route_handlers=[list_page, create, read, update, remove], tags=["accounts"]
    )


def _answer(account: Account, headers: Mapping[str, str] | None = None) -> Response[AccountView]:
    return versioned(account_view(account), account.version, headers)
