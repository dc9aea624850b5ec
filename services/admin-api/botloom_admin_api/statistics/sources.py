"""Which deep links people came by."""

from collections import Counter

from botloom_contracts.database.models import DailyStartCount, Person, StartCount, Statistics
from sqlalchemy import BigInteger, Select, cast, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from ..schemas.tops import SourceUse, SourceUses
from .covers import cover
from .periods import Period
from .ratios import change
from .snapshots import begin_snapshot


async def top_sources(session: AsyncSession, period: Period, limit: int) -> SourceUses:
    """This must be the first thing that the session does."""
    await begin_snapshot(session)
    starts, earlier = await _starts(session, period), await _starts(session, period.before())
    busiest = sorted(starts, key=lambda source: (-starts[source], source))[:limit]
    people = await _people(session, period, busiest)
    items = [
        SourceUse(
            source=source,
            starts=starts[source],
            before=earlier[source],
            change=change(starts[source], earlier[source]),
            people=people.get(source, 0),
        )
        for source in busiest
    ]
    return SourceUses(since=period.since, until=period.until, tz=period.zone.key, items=items)


async def _starts(session: AsyncSession, period: Period) -> Counter[str]:
    found: Counter[str] = Counter()
    covered = cover(period.since, period.until)
    queries: list[Select[str, int]] = []
    if covered.days is not None:
        first, last = covered.days
        queries.append(
            _counts(DailyStartCount).where(DailyStartCount.day >= first, DailyStartCount.day < last)
        )
    for span in covered.quarters:
        within = StartCount.quarter >= span.since, StartCount.quarter < span.until
        queries.append(_counts(StartCount).where(*within))
    for end in covered.ends:
        row = Statistics
        within = row.timestamp >= end.since, row.timestamp < end.until
        queries.append(
            select(func.coalesce(row.payload, ""), func.count())
            .where(*within, row.event == "start", row.payload.is_not(None))
            .group_by(row.payload)
        )
    for query in queries:
        found.update(dict((await session.execute(query)).all()))
    return found


def _counts(table: type[DailyStartCount] | type[StartCount]) -> Select[str, int]:
    count = cast(func.sum(table.count), BigInteger)
    return select(table.source, count).group_by(table.source)


async def _people(session: AsyncSession, period: Period, sources: list[str]) -> dict[str, int]:
    """Whose first deep link it was, in the period."""
    query = (
        select(func.coalesce(Person.source, ""), func.count())
        .where(
            Person.source == func.any(sources),
            Person.source_at >= period.since,
            Person.source_at < period.until,
        )
        .group_by(Person.source)
    )
    return dict((await session.execute(query)).all())
