from typing import Annotated

from botloom_contracts.database.models import ConfigEvent
from botloom_contracts.errors import FieldProblem
from litestar import get
from litestar.params import QueryParameter
from redis.asyncio import Redis
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..auth import VIEWER
from ..errors import NotFound
from ..gateways import GatewayWatch, read_gateways
from ..problems import documented
from ..propagation import Change, propagation
from ..schemas.fields import ID_MAX
from ..schemas.propagation import Propagation
from .router import Router

RECENT_MAX = 200
WAIT_MAX = 30

Seq = Annotated[
    int | None,
    QueryParameter(
        ge=1,
        le=ID_MAX,
        description="As a change's response has it in `Botloom-Config-Seq`. Default: the last one.",
    ),
]
Wait = Annotated[
    float,
    QueryParameter(
        ge=0,
        le=WAIT_MAX,
        description="Answer when all gateways run it, or after so many seconds.",
    ),
]


def propagation_router(
    sessions: async_sessionmaker[AsyncSession], redis: Redis, watch: GatewayWatch
) -> Router:
    @get(
        "/",
        operation_id="getPropagation",
        summary="Tell how far a change has come",
        description=(
            "Which gateways run it, and how long after the commit they took it. With `wait`, the "
            "answer comes when all of them run it; after the time, what is known."
        ),
        responses=documented(404, 422),
        opt=VIEWER,
    )
    async def get_propagation(seq: Seq = None, wait: Wait = 0) -> Propagation:
        change, recent = await _read(sessions, seq)
        known = 0 if change is None else change.seq
        # No connection to the database is held meanwhile.
        if wait:
            await watch.until_live(known, wait)
        return propagation(known, change, recent, await read_gateways(redis))

    return Router("/propagation", route_handlers=[get_propagation], tags=["propagation"])


async def _read(
    sessions: async_sessionmaker[AsyncSession], seq: int | None
) -> tuple[Change | None, list[Change]]:
    """The change of `seq`, or the last one, and the last ones. Raises `NotFound`."""
    events = select(ConfigEvent.seq, ConfigEvent.occurred_at)
    last = events.order_by(ConfigEvent.seq.desc()).limit(RECENT_MAX)
    async with sessions() as session:
        recent = [Change(*row) for row in await session.execute(last)]
        if seq is None:
            return (recent[0] if recent else None), recent
        found = (await session.execute(events.where(ConfigEvent.seq == seq))).one_or_none()
    if found is None:
        detail = f"there is no change {seq}"
        raise NotFound(f"{detail.capitalize()}.", [FieldProblem("seq", "exists", detail)])
    return Change(*found), recent
