"""What people wrote that no pattern took, in groups of texts that are alike."""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

from botloom_contracts.database.models import Statistics
from botloom_contracts.patterns import normalise_text
from sqlalchemy import Text, bindparam, func, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.types import Integer

from ..schemas.unmatched import Unmatched, UnmatchedGroup
from .likeness import alike
from .periods import Period
from .suggestions import suggestion

TEXTS_MAX = 1000
"""Different texts that are grouped, the most frequent ones."""
EXAMPLES_MAX = 5

_WITHIN = "event = 'unmatched' AND timestamp >= :since AND timestamp < :until"

_FREQUENT = text(f"""
SELECT payload FROM statistics
WHERE {_WITHIN} AND payload IS NOT NULL
GROUP BY payload ORDER BY count(*) DESC, payload COLLATE "C" LIMIT {TEXTS_MAX}
""")  # noqa: S608 - made of constants

_GROUPS = text(f"""
SELECT number, count(*) AS times, count(DISTINCT user_id) AS people,
    max(timestamp) AS last_seen
FROM statistics JOIN unnest(:texts, :numbers) AS grouped (payload, number) USING (payload)
WHERE {_WITHIN} GROUP BY number
""").bindparams(  # noqa: S608 - made of constants
    bindparam("texts", type_=ARRAY(Text)), bindparam("numbers", type_=ARRAY(Integer))
)


class _Group(NamedTuple):
    texts: list[str]
    """As they were written, the most frequent first."""
    different: int


async def unmatched(session: AsyncSession, period: Period, limit: int) -> Unmatched:
    """This must be the first thing that the session's transaction does."""
    await session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
    within: dict[str, Any] = {"since": period.since, "until": period.until}
    totals = select(func.count(), func.count(Statistics.user_id.distinct())).where(text(_WITHIN))
    count, people = (await session.execute(totals, within)).one()
    frequent = list(await session.scalars(_FREQUENT, within))
    # In a thread, for it takes a while where there are many.
    groups = await asyncio.to_thread(_grouped, frequent)
    pairs = [(one, number) for number, group in enumerate(groups) for one in group.texts]
    texts, numbers = [one for one, _ in pairs], [number for _, number in pairs]
    counted = await session.execute(_GROUPS, {**within, "texts": texts, "numbers": numbers})
    rows = sorted(counted, key=lambda row: (-row.times, row.number))[:limit]
    return Unmatched(
        since=period.since,
        until=period.until,
        tz=period.zone.key,
        count=count,
        people=people,
        items=[_view(groups[row.number], row) for row in rows],
    )


def _grouped(written: Sequence[str]) -> list[_Group]:
    """`written` are different, the most frequent first; those that patterns take for the same are
    counted as one."""
    same: defaultdict[str, list[str]] = defaultdict(list)
    for one in written:
        same[normalise_text(one)].append(one)
    order = {one: place for place, one in enumerate(written)}
    normalised = list(same)
    found = []
    for places in alike(normalised):
        texts = [one for place in places for one in same[normalised[place]]]
        found.append(_Group(sorted(texts, key=order.__getitem__), len(places)))
    return found


def _view(group: _Group, counted: Any) -> UnmatchedGroup:
    return UnmatchedGroup(
        count=counted.times,
        people=counted.people,
        last_seen=counted.last_seen,
        texts=group.different,
        examples=group.texts[:EXAMPLES_MAX],
        suggestion=suggestion(group.texts),
    )
