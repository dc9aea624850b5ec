from datetime import UTC, datetime

from litestar import Router, get
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..auth import VIEWER
from ..problems import documented
from ..schemas.statistics import Summary
from ..statistics.summary import summarise
from .period_parameters import Since, TimeZone, Until, read_period


def statistics_router(sessions: async_sessionmaker[AsyncSession]) -> Router:
    @get(
        "/summary",
        operation_id="getSummary",
        summary="Sum up what people did",
        description="Of the interactions from `from` up to, but without, `to`.",
        responses=documented(422),
        opt=VIEWER,
    )
    async def summary(since: Since = None, until: Until = None, tz: TimeZone = None) -> Summary:
        period = read_period(since, until, tz, datetime.now(UTC))
        async with sessions() as session:
            return await summarise(session, period.since, period.until)

    return Router("/stats", route_handlers=[summary], tags=["statistics"])
