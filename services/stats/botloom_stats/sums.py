"""What a batch adds to the sums. Pure."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from operator import attrgetter

from botloom_contracts.events import Interaction
from botloom_contracts.quarters import quarter_of

_at = attrgetter("at")
_use = attrgetter("event", "handler_id", "callback_data")

Use = tuple[str, int | None, str | None]
"""Event, handler and button."""

Quarters = Mapping[datetime, Sequence[Interaction]]
"""Interactions by the beginning of the quarter of an hour that each is in."""


def by_quarter(interactions: Sequence[Interaction]) -> Quarters:
    if not interactions:
        return {}
    moments = list(map(_at, interactions))
    first, last = quarter_of(min(moments)), quarter_of(max(moments))
    if first == last:  # as nearly always: to look at each would take longer than to count them
        return {first: interactions}
    groups: defaultdict[datetime, list[Interaction]] = defaultdict(list)
    for moment, interaction in zip(moments, interactions, strict=True):
        groups[quarter_of(moment)].append(interaction)
    return dict(groups)


def uses(quarters: Quarters) -> dict[tuple[datetime, Use], int]:
    """How often each thing was used in each quarter."""
    return {
        (quarter, use): count
        for quarter, interactions in quarters.items()
        for use, count in Counter(map(_use, interactions)).items()
    }


def sources(quarters: Quarters) -> dict[tuple[datetime, str], int]:
    """How many `start` interactions each deep link brought in each quarter."""
    return {
        (quarter, source): count
        for quarter, interactions in quarters.items()
        for source, count in Counter(
            one.payload for one in interactions if one.event == "start"
        ).items()
        if source is not None
    }
