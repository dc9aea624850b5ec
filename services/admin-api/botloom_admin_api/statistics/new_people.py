"""Who came for the first time."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from botloom_contracts.quarters import quarter_of
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from .covers import Span, whole_quarters
from .snapshots import fetch

_NUMBERS = """
SELECT place, numbers FROM unnest($1::int[], $2::timestamptz[], $3::timestamptz[])
    AS span (place, since, until)
CROSS JOIN LATERAL (
    SELECT array_agg(number) AS numbers FROM people
    WHERE first_quarter >= span.since AND first_quarter < span.until
) new
"""
_COUNTS = _NUMBERS.replace("array_agg(number)", "count(*)")
_END = text("""
SELECT number FROM people WHERE first_quarter = :quarter AND user_id IN (
    SELECT user_id FROM statistics WHERE timestamp >= :quarter AND timestamp < :until
    GROUP BY user_id HAVING min(timestamp) >= :since
)
""")


async def count_new_people(session: AsyncSession, borders: Sequence[datetime]) -> list[int]:
    """From each border up to the next one."""
    spans, ends = _split(borders)
    counts = [0] * (len(borders) - 1)
    for place, count in await fetch(session, _COUNTS, *spans):
        counts[place] += count
    for place, end in ends:
        counts[place] += len(await _new_in(session, end))
    return counts


async def new_people(session: AsyncSession, borders: Sequence[datetime]) -> list[list[int]]:
    """The numbers of those who came from each border up to the next one."""
    spans, ends = _split(borders)
    found: list[list[int]] = [[] for _ in borders[1:]]
    for place, numbers in await fetch(session, _NUMBERS, *spans):
        found[place] += numbers or ()
    for place, end in ends:
        found[place] += await _new_in(session, end)
    return found


async def _new_in(session: AsyncSession, end: Span) -> list[int]:
    """Of a part of a quarter: `people` knows only the quarter of the first interaction."""
    quarter = quarter_of(end.since)
    rows = await session.scalars(_END, {"quarter": quarter, **end._asdict()})
    return list(rows)


def _split(
    borders: Sequence[datetime],
) -> tuple[tuple[list[int], list[datetime], list[datetime]], list[tuple[int, Span]]]:
    """Places and ends of the whole quarters, and what is left with its place."""
    whole: list[tuple[int, Span]] = []
    left: list[tuple[int, Span]] = []
    for place, ends in enumerate(pairwise(borders)):
        quarters, parts = whole_quarters(*ends)
        whole += [] if quarters is None else [(place, quarters)]
        left += [(place, part) for part in parts]
    return (
        [place for place, _ in whole],
        [span.since for _, span in whole],
        [span.until for _, span in whole],
    ), left
