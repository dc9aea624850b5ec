"""Who was active, as sets of people's numbers."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, time
from itertools import chain, pairwise

from botloom_contracts.number_sets import united
from botloom_contracts.quarters import QUARTER
from pyroaring import BitMap
from sqlalchemy.ext.asyncio import AsyncSession

from .covers import Cover, Span, cover, days_of, merged
from .snapshots import fetch

QUARTERS_MAX = 3000
"""Read at once, so that neither memory nor anyone else's requests have to wait for a year."""

_DAYS = "SELECT day, numbers FROM daily_active_people WHERE day = ANY($1::date[])"
# Not by a join that the planner could turn into a scan of the whole table.
_QUARTERS = """
SELECT quarter, numbers FROM unnest($1::timestamptz[], $2::timestamptz[]) AS span (since, until)
CROSS JOIN LATERAL (
    SELECT quarter, numbers FROM active_people
    WHERE quarter >= span.since AND quarter < span.until OFFSET 0
) active
"""
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
    found: list[BitMap] = []
    spans = [Span(*ends) for ends in pairwise(borders)]
    for group in _groups(spans):
        found += await _read(session, group)
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


async def _read(session: AsyncSession, group: Sequence[tuple[Span, Cover]]) -> list[BitMap]:
    beginnings = [span.since for span, _ in group]
    encoded: list[list[bytes]] = [[] for _ in group]
    days = [day for _, covered in group for day in days_of(covered)]
    if days:
        for day, numbers in await fetch(session, _DAYS, days):
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
