"""The configuration that the gateways run, as they see it: read from the cache."""

import asyncio
from zoneinfo import ZoneInfo

from botloom_constructor.identity import Identity
from botloom_constructor.snapshot import Snapshot, build_snapshot
from botloom_runtime.cache_reader import read_cache, read_seq
from botloom_runtime.garbage import made_uncollected
from redis.asyncio import Redis

from .errors import Unavailable
from .gateways import read_reports

UNKNOWN = Identity("your_bot", "Bot")
"""While no gateway runs that says who the bot is."""


class LiveConfiguration:
    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._snapshot: Snapshot | None = None
        self._turn = asyncio.Lock()

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

    async def identity(self) -> Identity:
        """Of the bot, as a gateway reports it."""
        for report in (await read_reports(self._redis)).values():
            if report.bot_username:
                zone = ZoneInfo(report.time_zone)
                return Identity(report.bot_username, report.bot_name, zone)
        return UNKNOWN
