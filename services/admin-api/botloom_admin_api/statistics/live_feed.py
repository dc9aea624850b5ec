"""What people do, as it comes on the stream of interactions, for everyone who watches.

One reader for all of them, outside of the consumer group: it takes nothing away from stats. It
reads while somebody watches.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any, NamedTuple

import structlog
from botloom_contracts.streams import INTERACTIONS
from botloom_runtime.backoff import tries
from botloom_runtime.redis_client import OUTAGES
from redis.asyncio import Redis

from ..errors import Unavailable

BLOCK_MS = 1000
READ_MAX = 500
"""Entries in one round trip."""
WATCHERS_MAX = 100
"""At once, in this process."""
POSITION_SECONDS = 5
WAITING_MAX = 1000
"""Entries that wait for one who watches; of more, the oldest are left out."""

log = structlog.stdlib.get_logger()


class StreamEntry(NamedTuple):
    id: bytes
    fields: dict[bytes, bytes]


class Watcher:
    """Takes entries, as fast as it can."""

    def __init__(self) -> None:
        self._waiting: deque[StreamEntry] = deque(maxlen=WAITING_MAX)
        self._missed = 0
        self._wake = asyncio.Event()

    def put(self, entries: Sequence[StreamEntry]) -> None:
        self._missed += max(0, len(self._waiting) + len(entries) - WAITING_MAX)
        self._waiting.extend(entries)
        self._wake.set()

    def wake(self) -> None:
        self._wake.set()

    async def take(self, seconds: float) -> tuple[int, list[StreamEntry]]:
        """How many were left out before these, which are all that wait; none after `seconds`."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), seconds)
        self._wake.clear()
        missed, entries = self._missed, list(self._waiting)
        self._waiting.clear()
        self._missed = 0
        return missed, entries


class LiveFeed:
    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._watchers: set[Watcher] = set()
        self._watched = asyncio.Event()
        self._position: bytes | None = None
        """The last entry that was read; None while nobody watches."""
        self._positioned = asyncio.Event()
        self._stop = asyncio.Event()

    @property
    def stopped(self) -> bool:
        return self._stop.is_set()

    def stop(self) -> None:
        """Lets go whoever watches."""
        self._stop.set()
        self._watched.set()
        for watcher in self._watchers:
            watcher.wake()

    @asynccontextmanager
    async def watching(self) -> AsyncIterator[Watcher]:
        """Gets all that comes from here on. Raises `Unavailable` and `TimeoutError`."""
        if self.stopped or len(self._watchers) >= WATCHERS_MAX:
            raise Unavailable("Too many watch already, or the process stops; try again later.")
        watcher = Watcher()
        self._watchers.add(watcher)
        self._watched.set()
        try:
            await asyncio.wait_for(self._positioned.wait(), POSITION_SECONDS)
            yield watcher
        finally:
            self._watchers.discard(watcher)

    async def since(self, last_id: bytes) -> tuple[bool, list[StreamEntry]]:
        """Whether all that came behind an entry is still on the stream; and what is, the oldest
        first. Raises the client's errors."""
        first: Any = await self._redis.xrange(INTERACTIONS.name, count=1)
        later: Any = await self._redis.xrange(
            INTERACTIONS.name, min=b"(" + last_id, count=WAITING_MAX
        )
        is_there = bool(first) and place(first[0][0]) <= place(last_id)
        is_all = len(later) < WAITING_MAX
        return is_there and is_all, [StreamEntry(*one) for one in later]

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        task = asyncio.create_task(self._run())
        try:
            yield
        finally:
            self.stop()
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _run(self) -> None:
        async for attempt in tries(self._stop):
            try:
                await self._read()
            except OUTAGES as error:
                if attempt == 0:
                    log.warning("live_feed_unreachable", error=str(error))

    async def _read(self) -> None:
        while True:
            await self._watched.wait()
            if self.stopped:
                return
            if self._position is None:
                self._position = await self._last_id()
                self._positioned.set()
            self._position = await self._pass_on(self._position)
            if not self._watchers:
                self._watched.clear()
                self._positioned.clear()
                self._position = None

    async def _pass_on(self, position: bytes) -> bytes:
        """Returns the new position."""
        found: Any = await self._redis.xread(
            {INTERACTIONS.name: position}, count=READ_MAX, block=BLOCK_MS
        )
        for _, rows in found:
            entries = [StreamEntry(*row) for row in rows]
            position = entries[-1].id
            for watcher in self._watchers:
                watcher.put(entries)
        return position

    async def _last_id(self) -> bytes:
        last: Any = await self._redis.xrevrange(INTERACTIONS.name, count=1)
        return last[0][0] if last else b"0"


def place(entry_id: bytes) -> tuple[int, int]:
    """On the stream. Raises `ValueError` of what is no id."""
    milliseconds, _, number = entry_id.partition(b"-")
    return int(milliseconds), int(number)
