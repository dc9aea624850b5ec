"""What belongs to whoever is logged in."""

from datetime import UTC, datetime
from typing import Annotated

from botloom_contracts.database.models import Session
from litestar import Response, delete, get, post
from litestar.params import JSONBody, PathParameter
from msgspec import convert
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..accounts.sessions import end_session, open_sessions
from ..auth import VIEWER, AuthRequest
from ..auth.client import client_of
from ..auth.cookies import SessionCookie
from ..auth.log_in import LogIn
from ..errors import NotFound
from ..problems import documented
from ..schemas.log_in import Me, PasswordChange, Sessions, SessionView
from .headers import SET_COOKIE
from .router import Router

SessionId = Annotated[int, PathParameter(description="As the list of sessions names it.")]


def own_account_router(
    sessions: async_sessionmaker[AsyncSession], log_in: LogIn, cookie: SessionCookie
) -> Router:
    @get(
        "/me",
        operation_id="getMe",
        summary="Tell who I am",
        responses=documented(),
        opt=VIEWER,
    )
    async def me(request: AuthRequest) -> Me:
        return convert(request.auth, Me, from_attributes=True)

    @post(
        "/logout",
        operation_id="logOut",
        summary="Log out",
        description="Ends the session that the request uses.",
        status_code=204,
        response_headers=[SET_COOKIE],
        responses=documented(),
        opt=VIEWER,
    )
    async def log_out(request: AuthRequest) -> Response[None]:
        account_id, session_id = request.auth.own()
        async with sessions.begin() as database:
            await end_session(database, account_id, session_id)
        return Response(None, cookies=[cookie.forgotten(request)])

    @post(
        "/password",
        operation_id="changePassword",
        summary="Change my password",
        description="Ends all other sessions of the account.",
        status_code=204,
        responses=documented(413, 422, 429),
        opt=VIEWER,
    )
    async def change_password(data: JSONBody[PasswordChange], request: AuthRequest) -> None:
        await log_in.change_password(
            *request.auth.own(), data.current_password, data.new_password, client_of(request)
        )

    @get(
        "/sessions",
        operation_id="listSessions",
        summary="List my sessions",
        description="The last used first.",
        responses=documented(),
        opt=VIEWER,
    )
    async def list_own(request: AuthRequest) -> Sessions:
        account_id, session_id = request.auth.own()
        async with sessions() as database:
            rows = await open_sessions(database, account_id, datetime.now(UTC))
        return Sessions([_view(row, session_id) for row in rows])

    @delete(
        "/sessions/{session_id:int}",
        operation_id="endSession",
        summary="End one of my sessions",
        responses=documented(404),
        opt=VIEWER,
    )
    async def end_own(session_id: SessionId, request: AuthRequest) -> None:
        account_id, _ = request.auth.own()
        async with sessions.begin() as database:
            ended = await end_session(database, account_id, session_id)
        if not ended:
            raise NotFound(f"You have no session {session_id}.")

    return Router(
        "/auth",
        route_handlers=[me, log_out, change_password, list_own, end_own],
        tags=["auth"],
    )


def _view(row: Session, current: int) -> SessionView:
    fields = (name for name in SessionView.__struct_fields__ if name != "current")
    shown = {name: getattr(row, name) for name in fields}
    return convert({**shown, "current": row.id == current}, SessionView)
