"""Which hours are busy, what is used most, who comes back, and what a change did."""

from datetime import UTC, datetime, timedelta
from typing import Annotated

from litestar import get
from litestar.params import QueryParameter
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ...auth import VIEWER
from ...problems import documented
from ...schemas.changes import AroundChange
from ...schemas.fields import ID_MAX
from ...schemas.figures import Heatmap
from ...schemas.retention import CohortLength, Retention
from ...statistics.changes import around_change
from ...statistics.heatmap import heatmap
from ...statistics.retention import retention
from ..router import Router
from .figure_parameters import Events
from .period_parameters import OfPeriod, period_of

MONTH = timedelta(days=30)

Cohorts = Annotated[
    CohortLength,
    QueryParameter(
        name="bucket",
        description="Cohorts of a day or of a week, which begins on Monday; 100 at most.",
    ),
]
Seq = Annotated[int, QueryParameter(ge=1, le=ID_MAX, description="The number of the event.")]
Hours = Annotated[int, QueryParameter(ge=1, le=24 * 90, description="On either side.")]


def figures_router(sessions: async_sessionmaker[AsyncSession]) -> Router:
    @get(
        "/heatmap",
        operation_id="getHeatmap",
        summary="Count interactions by weekday and hour",
        description="Of the time zone. Default: of 30 days.",
        responses=documented(422),
        opt=VIEWER,
    )
    async def read_heatmap(period: OfPeriod, event: Events = None) -> Heatmap:
        async with sessions() as session:
            return await heatmap(session, period, tuple(event or ()))

    @get(
        "/retention",
        operation_id="getRetention",
        summary="Tell how many come back",
        description=(
            "Of those who came for the first time in a day or week: how many did something in it "
            "and in each one after it. Default: of 30 days."
        ),
        responses=documented(422),
        opt=VIEWER,
    )
    async def read_retention(period: OfPeriod, bucket: Cohorts = "day") -> Retention:
        async with sessions() as session:
            return await retention(session, period, bucket)

    @get(
        "/changes",
        operation_id="getAroundChange",
        summary="Compare before and after a change",
        description="The same time before and after an event of the configuration's log.",
        responses=documented(404, 422),
        opt=VIEWER,
    )
    async def read_change(seq: Seq, hours: Hours = 24) -> AroundChange:
        async with sessions() as session:
            return await around_change(session, seq, hours, datetime.now(UTC))

    return Router(
        "/stats",
        route_handlers=[read_heatmap, read_retention, read_change],
        dependencies={"period": period_of(MONTH)},
        tags=["statistics"],
    )
