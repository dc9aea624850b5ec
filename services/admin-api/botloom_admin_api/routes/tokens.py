from collections.abc import Mapping
from functools import partial
from operator import attrgetter
from typing import Any

from botloom_contracts.database.models import ApiToken
from litestar import Response, delete, get, post
from litestar.params import JSONBody
from msgspec import convert

from ..accounts.api_tokens import ApiTokens
from ..auth import OWNER, AuthRequest
from ..cursors import decode_id_cursor
from ..idempotency import SHOWS_SECRET
from ..listing import LIMIT_DEFAULT
from ..problems import documented
from ..schemas.fields import Page
from ..schemas.tokens import ApiTokenFields, ApiTokenView, CreatedApiToken
from .answers import id_page
from .headers import CACHE_CONTROL, NOT_STORED
from .parameters import Cursor, EntityId, Limit
from .router import Router


def tokens_router(tokens: ApiTokens) -> Router:
    @get(
        "/",
        operation_id="listTokens",
        summary="List API tokens",
        description="Those that are not revoked, in the order of their ids, by pages.",
        responses=documented(422),
        opt=OWNER,
    )
    async def list_page(cursor: Cursor = None, limit: Limit = LIMIT_DEFAULT) -> Page[ApiTokenView]:
        rows = await tokens.after(decode_id_cursor(cursor, "tokens"), limit + 1)
        view = partial(_view, names=await tokens.makers(rows))
        return id_page(rows, limit, "tokens", attrgetter("id"), view)

    @post(
        "/",
        operation_id="createToken",
        summary="Create an API token",
        description="The answer is the only one that shows the token.",
        response_headers=[CACHE_CONTROL],
        responses=documented(413, 422),
        opt=OWNER | SHOWS_SECRET,
    )
    async def create(
        data: JSONBody[ApiTokenFields], request: AuthRequest
    ) -> Response[CreatedApiToken]:
        row, token = await tokens.create(data, request.auth.actor)
        shown = _shown(row, await tokens.makers([row]))
        created = convert({**shown, "token": token}, CreatedApiToken)
        return Response(created, headers=NOT_STORED)

    @delete(
        "/{entity_id:int}",
        operation_id="revokeToken",
        summary="Revoke an API token",
        description="Its name stays known to the log.",
        responses=documented(404),
        opt=OWNER,
    )
    async def revoke(entity_id: EntityId, request: AuthRequest) -> None:
        await tokens.revoke(entity_id, request.auth.actor)

    return Router("/tokens", route_handlers=[list_page, create, revoke], tags=["tokens"])


def _view(row: ApiToken, names: Mapping[str, str]) -> ApiTokenView:
    return convert(_shown(row, names), ApiTokenView)


def _shown(row: ApiToken, names: Mapping[str, str]) -> dict[str, Any]:
    fields = (name for name in ApiTokenView.__struct_fields__ if name != "created_by_name")
    columns = {name: getattr(row, name) for name in fields}
    return {**columns, "created_by_name": names[row.created_by]}
