import asyncio

from botloom_constructor.lint import Finding, lint
from litestar import get
from msgspec import Struct
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..auth import VIEWER
from ..linted_configuration import read_configuration
from ..problems import documented
from .router import Router


class Findings(Struct, frozen=True):
    items: list[Finding]


def lint_router(sessions: async_sessionmaker[AsyncSession]) -> Router:
    @get(
        "/",
        operation_id="lint",
        summary="Find what is hardly meant",
        description=(
            "Handlers that can never win, patterns that overlap, buttons and callbacks that do not "
            "find each other, and what nobody reaches."
        ),
        responses=documented(),
        opt=VIEWER,
    )
    async def lint_configuration() -> Findings:
        async with sessions() as session:
            found = await read_configuration(session)
        # Off the event loop: a large configuration takes a while.
        return Findings(await asyncio.to_thread(lint, found))

    return Router("/lint", route_handlers=[lint_configuration], tags=["lint"])
