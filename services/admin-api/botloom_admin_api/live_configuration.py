"""The configuration that the gateways run, and drafts, as they see them: read from the cache."""

import asyncio
import time
from collections.abc import Mapping
from zoneinfo import ZoneInfo

from botloom_constructor.identity import Identity
from botloom_constructor.snapshot import Snapshot, build_snapshot
from botloom_contracts.cache import DraftEntries
from botloom_runtime.cache_reader import (
    read_cache,
    read_draft_entries,
    read_draft_heads,
    read_seq,
)
from botloom_runtime.garbage import made_uncollected
from redis.asyncio import Redis

from .errors import Unavailable
from .gateways import read_reports

UNKNOWN = Identity("your_bot", "Bot")
"""While no gateway runs that says who the bot is."""


DRAFT_SECONDS = 3.0
"""What was changed in a draft is in the cache by then, or something is wrong."""
LOOK_SECONDS = 0.02


class LiveConfiguration:
    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._snapshot: Snapshot | None = None
        self._turn = asyncio.Lock()

    def forget(self) -> None:
        """Read it anew when it is asked for."""
        self._snapshot = None

    async def snapshot(self) -> Snapshot:
        """Raises `Unavailable` while there is no cache."""
        async with self._turn:
            seq = await read_seq(self._redis)
            if self._snapshot is None or self._snapshot.seq != seq:
                cache = await read_cache(self._redis)
                if cache is None:
                    raise Unavailable("The cache is not built yet; is the service config running?")
                # Tens of thousands of handlers take a second, which others should not wait for.
                self._snapshot = await asyncio.to_thread(
                    made_uncollected, lambda: build_snapshot(cache.seq, cache.values)
                )
            return self._snapshot

    async def draft_snapshot(self, draft_id: int, version: int) -> Snapshot:
        """As the testers of a draft have it, at that version or a later one.

        Raises `Unavailable` where the cache does not come to it in time.
        """
        entries = await self._draft_entries(draft_id, version)
        return await changed(await self.snapshot(), entries.changes)

    async def _draft_entries(self, draft_id: int, version: int) -> DraftEntries:
        deadline = time.monotonic() + DRAFT_SECONDS
        while time.monotonic() < deadline:
            _, heads = await read_draft_heads(self._redis)
            if draft_id in heads and heads[draft_id].version >= version:
                found = await read_draft_entries(self._redis, [draft_id])
                return found[draft_id]
            await asyncio.sleep(LOOK_SECONDS)
        raise Unavailable("The draft is not in the cache yet; is the service config running?")

    async def identity(self) -> Identity:
        """Of the bot, as a gateway reports it."""
        for report in (await read_reports(self._redis)).values():
            if report.bot_username:
                zone = ZoneInfo(report.time_zone)
                return Identity(report.bot_username, report.bot_name, zone)
        return UNKNOWN


async def changed(snapshot: Snapshot, changes: Mapping[str, bytes | None]) -> Snapshot:
    """The same, with these values under these keys of the cache."""
    # A draft can change a thousand, and others should not wait for them.
    return await asyncio.to_thread(snapshot.with_changes, snapshot.seq, changes)
