from typing import Annotated

from litestar import get
from litestar.handlers import HTTPRouteHandler
from litestar.params import QueryParameter
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ...auth import VIEWER
from ...problems import documented
from ...schemas.funnel import Funnel
from ...statistics.funnel import funnel
from ...statistics.funnel_steps import STEPS_MAX, STEPS_MIN, read_steps
from .period_parameters import OfPeriod, period_of

WITHIN_MAX = 366 * 24

Steps = Annotated[
    list[str],
    QueryParameter(
        name="step",
        min_items=STEPS_MIN,
        max_items=STEPS_MAX,
        description="In their order: `event:start`, `handler:3` (its id), `button:prices` (what "
        "a press sends).",
    ),
]
Within = Annotated[
    int | None,
    QueryParameter(
        ge=1, le=WITHIN_MAX, description="The hours that all steps together may take, at the most."
    ),
]


def funnel_route(sessions: async_sessionmaker[AsyncSession]) -> HTTPRouteHandler:
    @get(
        "/stats/funnel",
        operation_id="getFunnel",
        summary="See how far people go",
        description=(
            "How many people took the first step, how many of them the second one later, and so "
            "on, all from `from` up to `to`. One interaction is one step at the most."
        ),
        responses=documented(422),
        dependencies={"period": period_of()},
        tags=["statistics"],
        opt=VIEWER,
    )
    async def read(
        period: OfPeriod,
        steps: Steps,
        within: Within = None,
    ) -> Funnel:
        read = read_steps(steps)
        async with sessions() as session:
            return await funnel(session, period, read, within)

    return read
