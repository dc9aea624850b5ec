"""Interactions in time."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from ..schemas.figures import Series, SeriesPoint
from .event_counts import UseFilter, events_between
from .marks import read_marks
from .periods import Bucket, Period, borders
from .snapshots import begin_snapshot

_LONGEST: Sequence[tuple[timedelta, Bucket]] = (
    (timedelta(days=3), "hour"),
    (timedelta(days=92), "day"),
    (timedelta(days=732), "week"),
)


def default_bucket(period: Period) -> Bucket:
    """One that gives about a hundred buckets at most."""
    length = period.until - period.since
    return next((bucket for longest, bucket in _LONGEST if length <= longest), "month")


async def series(
    session: AsyncSession, period: Period, bucket: Bucket, wanted: UseFilter
) -> Series:
    """This must be the first thing that the session does."""
    edges = borders(period, bucket)
    await begin_snapshot(session)
    counts = await events_between(session, edges, wanted)
    return Series(
        since=period.since,
        until=period.until,
        tz=period.zone.key,
        bucket=bucket,
        total=sum(count.total() for count in counts),
        items=[
            SeriesPoint(since=edge, total=count.total(), events=dict(count.most_common()))
            for edge, count in zip(edges, counts, strict=False)
        ],
        changes=await read_marks(session, period),
    )
