"""The way in: what needs no principal yet."""

from datetime import UTC, datetime

from litestar import Request, Response, post
from litestar.datastructures import State
from litestar.params import JSONBody
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..accounts.sessions import Refreshed, refresh
from ..accounts.views import account_view
from ..auth import ANYONE
from ..auth.access_tokens import LIFE, AccessTokens
from ..auth.client import client_of
from ..auth.cookies import SessionCookie, csrf_token
from ..auth.log_in import LogIn
from ..errors import Forbidden, Unauthorized, Unavailable
from ..idempotency import SHOWS_SECRET
from ..problems import documented
from ..schemas.log_in import Credentials, LoggedIn, RefreshRequest, Tokens
from .headers import CACHE_CONTROL, NOT_STORED, SET_COOKIE
from .router import Router

OpenRequest = Request[None, None, State]


def log_in_router(
    sessions: async_sessionmaker[AsyncSession],
    log_in: LogIn,
    access_tokens: AccessTokens | None,
    cookie: SessionCookie,
) -> Router:
    @post(
        "/login",
        operation_id="logIn",
        summary="Log in with a browser",
        description="Sets the cookie of a session.",
        status_code=200,
        response_headers=[SET_COOKIE, CACHE_CONTROL],
        responses=documented(413, 422, 429),
        opt=ANYONE | SHOWS_SECRET,
    )
    async def by_cookie(data: JSONBody[Credentials], request: OpenRequest) -> Response[LoggedIn]:
        _refuse_other_sites(request)
        account, secret = await log_in.by_cookie(data.email, data.password, client_of(request))
        body = LoggedIn(account=account_view(account), csrf_token=csrf_token(secret))
        return Response(body, cookies=[cookie.holding(secret, request)], headers=NOT_STORED)

    @post(
        "/token",
        operation_id="getTokens",
        summary="Log in with a program",
        description="Begins a session, and answers its first access and refresh token.",
        status_code=200,
        response_headers=[CACHE_CONTROL],
        responses=documented(413, 422, 429),
        opt=ANYONE | SHOWS_SECRET,
    )
    async def by_token(data: JSONBody[Credentials], request: OpenRequest) -> Response[Tokens]:
        issuer = _issuer()
        begun = await log_in.by_token(data.email, data.password, client_of(request))
        return _tokens(issuer, begun)

    @post(
        "/refresh",
        operation_id="refreshTokens",
        summary="Exchange a refresh token for new tokens",
        description="Good for once: a refresh token that comes again ends its session.",
        status_code=200,
        response_headers=[CACHE_CONTROL],
        responses=documented(413, 422),
        opt=ANYONE | SHOWS_SECRET,
    )
    async def exchange(data: JSONBody[RefreshRequest]) -> Response[Tokens]:
        issuer = _issuer()
        async with sessions.begin() as database:
            refreshed = await refresh(database, data.refresh_token, datetime.now(UTC))
        if refreshed is None:
            raise Unauthorized("The refresh token is not valid any more; log in again.")
        return _tokens(issuer, refreshed)

    def _issuer() -> AccessTokens:
        if access_tokens is None:
            raise Unavailable("Access tokens are off here: BOTLOOM_JWT_SECRET is not set.")
        return access_tokens

    return Router("/auth", route_handlers=[by_cookie, by_token, exchange], tags=["auth"])


def _refuse_other_sites(request: OpenRequest) -> None:
    """Another site must not log its visitors in to an account of its own:
    https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site"""
    if request.headers.get("Sec-Fetch-Site", "none") not in {"same-origin", "none"}:
        raise Forbidden("Another site can't log in here.")


def _tokens(issuer: AccessTokens, session: Refreshed) -> Response[Tokens]:
    tokens = Tokens(
        access_token=issuer.issue(session.session_id, datetime.now(UTC)),
        expires_in=int(LIFE.total_seconds()),
        refresh_token=session.refresh_token,
    )
    return Response(tokens, headers=NOT_STORED)
