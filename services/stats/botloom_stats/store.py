"""Write a batch of interactions, each once, and find the ones that can't be written."""

import time
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from botloom_contracts.codec import decode_entry
from botloom_contracts.errors import UndecodableEvent
from botloom_contracts.events import Interaction
from botloom_runtime.consumer_group import Entry
from botloom_runtime.stream_consumer import DeadLetter

from .metrics import (
    DEAD_LETTERS,
    DUPLICATES_DROPPED,
    INTERACTIONS_WRITTEN,
    LAST_WRITE,
    WRITE_SECONDS,
)
from .repository import RefusedRowError

PLAUSIBLE_YEARS = range(2015, 2100)
"""Telegram has had bots since 2015; a month's partition is made for any of these years."""


class Received(NamedTuple):
    entry: Entry
    interaction: Interaction


class Statistics(Protocol):
    async def insert(self, interactions: Sequence[Interaction]) -> int: ...


async def store(statistics: Statistics, entries: Sequence[Entry]) -> list[DeadLetter]:
    """Returns what can never be written. Raises for a passing reason, nothing then being lost:
    called again with the same entries, it writes what is still missing."""
    received, dead = decode(entries)
    dead += await _insert(statistics, received)
    DEAD_LETTERS.inc(len(dead))
    LAST_WRITE.set(time.time())
    return dead


def decode(entries: Sequence[Entry]) -> tuple[list[Received], list[DeadLetter]]:
    received: list[Received] = []
    dead: list[DeadLetter] = []
    for entry in entries:
        try:
            event = decode_entry(entry.fields)
        except UndecodableEvent as error:
            dead.append(DeadLetter(entry, str(error)))
            continue
        if not isinstance(event, Interaction):
            dead.append(DeadLetter(entry, f"{type(event).__name__} is not for this stream"))
        elif event.at.year not in PLAUSIBLE_YEARS:
            dead.append(DeadLetter(entry, f"`at` is out of range: {event.at}"))
        else:
            received.append(Received(entry, event))
    return received, dead


async def _insert(statistics: Statistics, received: Sequence[Received]) -> list[DeadLetter]:
    if not received:
        return []
    try:
        with WRITE_SECONDS.time():
            written = await statistics.insert([row.interaction for row in received])
    except RefusedRowError as error:
        if len(received) == 1:
            return [DeadLetter(received[0].entry, str(error))]
        # Halving finds the refused rows and writes all the others.
        middle = len(received) // 2
        first = await _insert(statistics, received[:middle])
        return first + await _insert(statistics, received[middle:])
    INTERACTIONS_WRITTEN.inc(written)
    DUPLICATES_DROPPED.inc(len(received) - written)
    return []
