"""Who was active, as sets of people's numbers."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time
from itertools import chain, pairwise

from botloom_contracts.number_sets import united
from botloom_contracts.quarters import QUARTER
from pyroaring import BitMap
from sqlalchemy.ext.asyncio import AsyncSession

from .covers import Cover, Span, cover, merged
from .months import split_months, summed_months
from .snapshots import fetch

QUARTERS_MAX = 3000
"""Read at once, so that neither memory nor anyone else's requests have to wait for a year."""

# Not by a join that the planner could turn into a scan of the whole table.
_SETS = """
SELECT {key}, numbers FROM unnest($1::{kind}[], $2::{kind}[]) AS span (since, until)
CROSS JOIN LATERAL (
    SELECT {key}, numbers FROM {table}
    WHERE {key} >= span.since AND {key} < span.until OFFSET 0
) active
"""
_MONTHS = _SETS.format(table="monthly_active_people", key="month", kind="date")
_DAYS = _SETS.format(table="daily_active_people", key="day", kind="date")
_QUARTERS = _SETS.format(table="active_people", key="quarter", kind="timestamptz")
_ENDS = """
SELECT DISTINCT people.number FROM statistics JOIN people USING (user_id)
WHERE timestamp >= $1 AND timestamp < $2
"""


async def active_people(session: AsyncSession, since: datetime, until: datetime) -> BitMap:
    """From `since` up to, but without, `until`."""
    (active,) = await active_between(session, [since, until])
    return active


async def active_between(session: AsyncSession, borders: Sequence[datetime]) -> list[BitMap]:
    """From each border up to the next one."""
    summed = await summed_months(session)
    found: list[BitMap] = []
    spans = [Span(*ends) for ends in pairwise(borders)]
    for group in _groups(spans):
        found += await _read(session, group, summed)
    return found


def _groups(spans: Iterable[Span]) -> Iterator[list[tuple[Span, Cover]]]:
    group: list[tuple[Span, Cover]] = []
    quarters = 0
    for span in spans:
        covered = cover(*span)
        group.append((span, covered))
        quarters += sum((one.until - one.since) // QUARTER for one in covered.quarters)
        if quarters >= QUARTERS_MAX:
            yield group
            group, quarters = [], 0
    if group:
        yield group


async def _read(
    session: AsyncSession, group: Sequence[tuple[Span, Cover]], summed: Sequence[date]
) -> list[BitMap]:
    beginnings = [span.since for span, _ in group]
    encoded: list[list[bytes]] = [[] for _ in group]
    months, days = zip(*(split_months(covered.days, summed) for _, covered in group), strict=True)
    for query, spans in ((_MONTHS, chain(*months)), (_DAYS, chain(*days))):
        if columns := list(zip(*spans, strict=True)):
            for day, numbers in await fetch(session, query, *columns):
                midnight = datetime.combine(day, time(), UTC)
                encoded[bisect_right(beginnings, midnight) - 1].append(numbers)
    quarters = merged(chain.from_iterable(covered.quarters for _, covered in group))
    if quarters:
        since, until = zip(*quarters, strict=True)
        for quarter, numbers in await fetch(session, _QUARTERS, since, until):
            encoded[bisect_right(beginnings, quarter) - 1].append(numbers)
    found = [united(sets) for sets in encoded]
    for active, (_, covered) in zip(found, group, strict=True):
        for end in covered.ends:
            active.update(number for (number,) in await fetch(session, _ENDS, *end))
    return found
