"""Interactions by weekday and hour of a time zone."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, tzinfo

from botloom_contracts.database.models import Statistics
from botloom_contracts.quarters import QUARTER
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from ..schemas.figures import Heatmap
from .covers import DAY, Span, whole_quarters
from .periods import Period
from .snapshots import begin_snapshot, fetch

_MONDAY = datetime(2001, 1, 1, tzinfo=UTC)
"""Some Monday's midnight."""

# Of each stretch at most the 672 quarters of a week: PostgreSQL may know other rules of a zone than
# Python, so that it is asked for nothing that these have a say in.
_COUNTS = """
SELECT place, monday + (quarter - date_bin('7 days', quarter, monday)) AS of_week,
    sum(count)::bigint
FROM unnest($1::int[], $2::timestamptz[], $3::timestamptz[]) AS span (place, since, until)
JOIN event_counts ON quarter >= span.since AND quarter < span.until
CROSS JOIN (SELECT $5::timestamptz AS monday) weeks
WHERE $4::text[] IS NULL OR event = ANY($4)
GROUP BY place, of_week
"""


async def heatmap(session: AsyncSession, period: Period, events: tuple[str, ...]) -> Heatmap:
    """This must be the first thing that the session does."""
    await begin_snapshot(session)
    counts = [[0] * 24 for _ in range(7)]
    quarters, ends = whole_quarters(period.since, period.until)
    if quarters is not None:
        stretches = stretches_of_one_offset(quarters, period.zone)
        places = range(len(stretches))
        since, until = zip(*stretches, strict=True)
        rows = await fetch(
            session, _COUNTS, list(places), since, until, list(events) or None, _MONDAY
        )
        for place, of_week, count in rows:
            offset = _offset(stretches[place].since, period.zone)
            _add(counts, of_week + offset, count)
    for end in ends:
        count = await _count_rows(session, end, events)
        _add(counts, end.since + _offset(end.since, period.zone), count)
    return Heatmap(
        since=period.since,
        until=period.until,
        tz=period.zone.key,
        total=sum(map(sum, counts)),
        counts=counts,
    )


def stretches_of_one_offset(span: Span, zone: tzinfo) -> list[Span]:
    """Parts of a span of whole quarters, in each of which the zone has one offset. Pure."""
    found: list[Span] = []
    since = moment = span.since
    while moment < span.until:
        following = min(moment + DAY, span.until)
        before = _offset(moment, zone)
        if _offset(following, zone) != before:
            quarters = range(1, (following - moment) // QUARTER + 1)
            same = bisect_right(
                quarters, 0, key=lambda one: _offset(moment + one * QUARTER, zone) != before
            )
            following = moment + quarters[same] * QUARTER
            found.append(Span(since, following))
            since = following
        moment = following
    return [*found, Span(since, span.until)] if since < span.until else found


def _offset(moment: datetime, zone: tzinfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _add(counts: list[list[int]], local: datetime, count: int) -> None:
    counts[local.weekday()][local.hour] += count


async def _count_rows(session: AsyncSession, span: Span, events: Iterable[str]) -> int:
    query = select(func.count()).where(
        Statistics.timestamp >= span.since, Statistics.timestamp < span.until
    )
    if wanted := list(events):
        query = query.where(Statistics.event == func.any(wanted))
    return await session.scalar(query) or 0
