"""What people wrote that no pattern took, in groups of texts that are alike."""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from botloom_contracts.patterns import normalise_text
from sqlalchemy.ext.asyncio import AsyncSession

from ..schemas.unmatched import Unmatched, UnmatchedGroup
from .event_counts import UseFilter, events_between
from .likeness import alike
from .periods import Period
from .snapshots import begin_snapshot, fetch
from .suggestions import suggestion

LATEST_MAX = 50_000
"""Interactions that are looked at, so that a year of them takes no longer than a week."""
TEXTS_MAX = 1000
"""Different texts that are grouped, the most frequent ones."""
EXAMPLES_MAX = 5

# The last row, without a text, has who wrote any of all that are looked at.
_TEXTS = f"""
WITH latest AS MATERIALIZED (
    SELECT payload, user_id, timestamp FROM statistics
    WHERE event = 'unmatched' AND timestamp >= $1 AND timestamp < $2
    ORDER BY timestamp DESC LIMIT {LATEST_MAX}
), texts AS (
    SELECT payload, count(*) AS times, array_agg(DISTINCT user_id) AS people,
        max(timestamp) AS last_seen
    FROM latest WHERE payload IS NOT NULL
    GROUP BY payload ORDER BY times DESC, payload COLLATE "C" LIMIT {TEXTS_MAX}
)
SELECT * FROM texts UNION ALL
SELECT NULL, count(*), array_agg(DISTINCT user_id), max(timestamp) FROM latest
"""  # noqa: S608 - made of constants


class _Text(NamedTuple):
    """As it was written."""

    text: str
    times: int
    people: list[int]
    last_seen: datetime


class _Group(NamedTuple):
    texts: list[_Text]
    """The most frequent first."""
    different: int

    @property
    def times(self) -> int:
        return sum(one.times for one in self.texts)


async def unmatched(session: AsyncSession, period: Period, limit: int) -> Unmatched:
    """This must be the first thing that the session does."""
    await begin_snapshot(session)
    wanted = UseFilter(events=("unmatched",))
    (counts,) = await events_between(session, [period.since, period.until], wanted)
    *frequent, latest = await fetch(session, _TEXTS, period.since, period.until)
    # In a thread, for it takes a while where there are many.
    groups = await asyncio.to_thread(_grouped, [_Text(*one) for one in frequent])
    groups.sort(key=lambda group: -group.times)
    return Unmatched(
        since=period.since,
        until=period.until,
        tz=period.zone.key,
        count=counts.total(),
        latest=latest["times"],
        people=len(latest["people"] or ()),
        items=[_view(group) for group in groups[:limit]],
    )


def _grouped(written: Sequence[_Text]) -> list[_Group]:
    """`written` are different, the most frequent first; those that patterns take for the same are
    counted as one."""
    same: defaultdict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(written):
        same[normalise_text(one.text)].append(place)
    normalised = list(same)
    found = []
    for alike_ones in alike(normalised):
        places = sorted(place for one in alike_ones for place in same[normalised[one]])
        found.append(_Group([written[place] for place in places], len(alike_ones)))
    return found


def _view(group: _Group) -> UnmatchedGroup:
    texts = [one.text for one in group.texts]
    return UnmatchedGroup(
        count=group.times,
        people=len({person for one in group.texts for person in one.people}),
        last_seen=max(one.last_seen for one in group.texts),
        texts=group.different,
        examples=texts[:EXAMPLES_MAX],
        suggestion=suggestion(texts),
    )
