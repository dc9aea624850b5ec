"""Write a batch of interactions, each once, and find the ones that can't be written."""

import time
from collections.abc import Sequence
from typing import Protocol

from botloom_contracts.codec import DATA_FIELD, decode_events
from botloom_contracts.errors import UndecodableEvent
from botloom_contracts.events import Interaction
from botloom_runtime.batch import Batch
from botloom_runtime.trying import DeadLetter

from .metrics import (
    DEAD_LETTERS,
    DUPLICATES_DROPPED,
    ERASED_DISCARDED,
    INTERACTIONS_WRITTEN,
    LAST_WRITE,
    WRITE_SECONDS,
)
from .repository import RefusedRowError, Written

_REASONS: dict[type[Exception], str] = {
    UndecodableEvent: "it does not decode",
    RefusedRowError: "PostgreSQL can't take it",
}


class Statistics(Protocol):
    async def write(self, interactions: Sequence[Interaction]) -> Written: ...


async def store(statistics: Statistics, entries: Batch) -> list[DeadLetter]:
    """Returns what can never be written. Raises for a passing reason, nothing then being lost:
    called again with the same entries, it writes what is still missing."""
    dead = await _store(statistics, entries)
    DEAD_LETTERS.inc(len(dead))
    LAST_WRITE.set(time.time())
    return dead


async def _store(statistics: Statistics, entries: Batch) -> list[DeadLetter]:
    try:
        interactions = decode_interactions(entries)
        with WRITE_SECONDS.time():
            written = await statistics.write(interactions)
    except (UndecodableEvent, RefusedRowError) as error:
        if len(entries) == 1:
            return [DeadLetter(entries[0], _REASONS[type(error)], str(error))]
        # Halving finds the bad entries and writes all the others.
        middle = len(entries) // 2
        first = await _store(statistics, entries[:middle])
        return first + await _store(statistics, entries[middle:])
    INTERACTIONS_WRITTEN.inc(written.rows)
    DUPLICATES_DROPPED.inc(written.duplicates)
    ERASED_DISCARDED.inc(written.erased)
    return []


def decode_interactions(entries: Batch) -> list[Interaction]:
    """All of them, or `UndecodableEvent` where one can't be read."""
    try:
        payloads = entries.values(DATA_FIELD)
    except KeyError:
        raise UndecodableEvent("the entry has no field `data`") from None
    return decode_events(payloads, Interaction)
