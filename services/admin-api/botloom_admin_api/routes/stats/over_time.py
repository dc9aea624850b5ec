"""How much is done: in sum, in time, and by how many people."""

from litestar import get
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ...auth import VIEWER
from ...problems import documented
from ...schemas.figures import Activity, Series
from ...schemas.statistics import Summary
from ...statistics.activity import activity
from ...statistics.event_counts import UseFilter
from ...statistics.series import default_bucket, series
from ...statistics.summary import summarise
from ..router import Router
from .figure_parameters import BucketLength, CallbackData, Events, HandlerId
from .period_parameters import OfPeriod, period_of


def over_time_router(sessions: async_sessionmaker[AsyncSession]) -> Router:
    @get(
        "/summary",
        operation_id="getSummary",
        summary="Sum up what people did",
        description="Of the interactions from `from` up to, but without, `to`.",
        responses=documented(422),
        opt=VIEWER,
    )
    async def summary(
        period: OfPeriod,
    ) -> Summary:
        async with sessions() as session:
            return await summarise(session, period)

    @get(
        "/series",
        operation_id="getSeries",
        summary="Count interactions in time",
        description=(
            "By kind, in hours, days, weeks or months of the time zone, with the changes of the "
            "configuration. Buckets without interactions are there, too."
        ),
        responses=documented(422),
        opt=VIEWER,
    )
    async def read_series(
        period: OfPeriod,
        bucket: BucketLength = None,
        event: Events = None,
        handler_id: HandlerId = None,
        callback_data: CallbackData = None,
    ) -> Series:
        wanted = UseFilter(
            events=tuple(event or ()), handler_id=handler_id, callback_data=callback_data
        )
        async with sessions() as session:
            return await series(session, period, bucket or default_bucket(period), wanted)

    @get(
        "/activity",
        operation_id="getActivity",
        summary="Count active people in time",
        description=(
            "Who did something in each hour, day, week or month, who of them is new, and how many "
            "were active on the last day, in the last 7 and in the last 30 days."
        ),
        responses=documented(422),
        opt=VIEWER,
    )
    async def read_activity(period: OfPeriod, bucket: BucketLength = None) -> Activity:
        async with sessions() as session:
            return await activity(session, period, bucket or default_bucket(period))

    return Router(
        "/stats",
        route_handlers=[summary, read_series, read_activity],
        dependencies={"period": period_of()},
        tags=["statistics"],
    )
