"""Whom this process has written down, so that most interactions of a person touch no row of theirs.

What is remembered only ever says that a row has at least this: a person's first and last quarters
and the time of the first deep link only move one way. So another process's changes do no harm.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from operator import attrgetter
from typing import Any

import msgspec
from botloom_contracts.events import Interaction

from .sums import Quarters

KNOWN_MAX = 300_000
"""What is remembered at most, of each kind; beyond it all is forgotten, and looked up again."""

_profile = attrgetter("user_id", "first_name", "last_name", "username", "language_code")
_moment = attrgetter("at", "update_id")

Seen = tuple[Any, ...]
"""A person as the interaction shows them: the id and the names."""


class PersonChange(msgspec.Struct, kw_only=True):
    """What interactions of one person may change of their row in `people`."""

    latest: Interaction
    first_quarter: datetime
    last_quarter: datetime
    quarters: set[datetime]
    first_deep_link: Interaction | None = None
    latest_blocking: Interaction | None = None


class KnownPeople:
    def __init__(self) -> None:
        self._seen: dict[datetime, set[Seen]] = {}
        self._deep_links: dict[int, datetime] = {}
        self.erasures: object = None
        """The state of `erasures` at which the rest was learnt."""

    def changes(self, quarters: Quarters) -> dict[int, PersonChange]:
        """By the user's id: of everyone whose row may not have all of this yet."""
        changes: dict[int, PersonChange] = {}
        for quarter, interactions in quarters.items():
            fresh = set(map(_profile, interactions)) - self._seen.get(quarter, set())
            telling = self._telling(interactions)
            people = {seen[0] for seen in fresh} | {one.user_id for one in telling}
            if people:
                _gather(changes, quarter, (one for one in interactions if one.user_id in people))
        return changes

    def _telling(self, interactions: Iterable[Interaction]) -> list[Interaction]:
        """Those that may tell more of a person than that they were here."""
        links = self._deep_links
        return [
            one
            for one in interactions
            if one.event in TELLING
            and (
                one.event != "start"
                or (
                    one.payload is not None
                    and ((known := links.get(one.user_id)) is None or one.at < known)
                )
            )
        ]

    def remember(
        self,
        quarters: Quarters,
        changes: Mapping[int, PersonChange],
    ) -> None:
        """That these changes are committed."""
        for quarter, interactions in quarters.items():
            of_quarter = self._seen.setdefault(quarter, set())
            of_quarter.update(_profile(one) for one in interactions if one.user_id in changes)
        for user_id, change in changes.items():
            if (link := change.first_deep_link) is not None:
                known = self._deep_links.get(user_id)
                self._deep_links[user_id] = link.at if known is None else min(known, link.at)
        if sum(map(len, self._seen.values())) > KNOWN_MAX:
            self._seen.clear()
        if len(self._deep_links) > KNOWN_MAX:
            self._deep_links.clear()

    def forget(self) -> None:
        self._seen.clear()
        self._deep_links.clear()


TELLING = frozenset({"start", "blocked", "unblocked"})


def _gather(
    changes: dict[int, PersonChange], quarter: datetime, interactions: Iterable[Interaction]
) -> None:
    for one in interactions:
        change = changes.get(one.user_id)
        if change is None:
            changes[one.user_id] = change = PersonChange(
                latest=one, first_quarter=quarter, last_quarter=quarter, quarters={quarter}
            )
        else:
            change.latest = max(change.latest, one, key=_moment)
            change.first_quarter = min(change.first_quarter, quarter)
            change.last_quarter = max(change.last_quarter, quarter)
            change.quarters.add(quarter)
        if one.event == "start":
            if one.payload is not None:
                first = change.first_deep_link
                change.first_deep_link = one if first is None else min(first, one, key=_moment)
        elif one.event in TELLING:
            latest = change.latest_blocking
            change.latest_blocking = one if latest is None else max(latest, one, key=_moment)
