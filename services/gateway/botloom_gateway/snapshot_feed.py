"""Keeps the snapshot in line with the cache.

An announcement on `config-applied` brings the keys that changed. It can be missed, so the seq of
the cache is compared at every connection and on a timer; where it differs, all of it is read.
"""

import asyncio
import gc
from contextlib import aclosing, suppress
from datetime import UTC, datetime
from typing import Any

import structlog
from botloom_constructor.identity import Identity
from botloom_constructor.snapshot import EMPTY, Snapshot, build_snapshot
from botloom_contracts.cache import CONFIG_APPLIED, CONFIG_SEQ
from botloom_contracts.codec import decode_event, encode_event
from botloom_contracts.errors import UndecodableEvent
from botloom_contracts.events import CacheRebuildRequested, ConfigApplied
from botloom_contracts.streams import CONFIG_CHANGES
from botloom_runtime.announcements import announced
from botloom_runtime.backoff import tries
from botloom_runtime.cache_reader import read_cache, read_seq
from botloom_runtime.garbage import made_uncollected
from redis.asyncio import Redis
from redis.exceptions import RedisError

from .metrics import SNAPSHOT_KEYS, SNAPSHOT_SEQ
from .reporting import Reporter
from .telegram_status import TelegramStatus

log = structlog.stdlib.get_logger()

CHECK_SECONDS = 5.0
BESIDE_KEYS = 50
"""So many keys take some milliseconds: they are read beside the updates."""

FOLD_AT = 128
"""With so many changes over the snapshot's large indexes these are built anew, in 0.2 s for 50,000
handlers; and with any, when no more come for `CHECK_SECONDS`: they cost a look-up some 3 µs."""


class SnapshotFeed:
    """`snapshot` is what answers now; until `loaded` is set it is empty."""

    def __init__(
        self, redis: Redis, gateway_id: str, telegram: TelegramStatus | None = None
    ) -> None:
        self._redis = redis
        self._gateway_id = gateway_id
        self._reporter = Reporter(redis, gateway_id, telegram)
        self.snapshot = EMPTY
        self.loaded = asyncio.Event()
        self._swapped = asyncio.Event()
        self._folding: asyncio.Task[None] | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Follow the cache until `stop` is set, over lost connections."""
        async for attempt in tries(stop):
            try:
                channel = announced(self._redis, CONFIG_APPLIED, stop, CHECK_SECONDS)
                async with aclosing(channel) as announcements:
                    async for announcement in announcements:
                        await self._take(announcement)
            except (RedisError, OSError, TimeoutError) as error:
                if attempt == 0:
                    log.warning("cache_unreachable", error=str(error))
            except ValueError as error:
                log.error("cache_unreadable", error=str(error))
        if self._folding is not None:
            await asyncio.wait({self._folding})
        with suppress(RedisError, OSError, TimeoutError):
            await self._reporter.withdraw()

    async def introduce(self, identity: Identity) -> None:
        """From now on the report says which bot it is."""
        self._reporter.identity = identity
        with suppress(RedisError, OSError, TimeoutError):
            await self._reporter.send()

    async def until_loaded(self, stop: asyncio.Event) -> None:
        """Wait for the first snapshot, or for `stop`."""
        waits = [asyncio.ensure_future(event.wait()) for event in (self.loaded, stop)]
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        for wait in waits:
            wait.cancel()

    async def until_seq(self, seq: int, seconds: float) -> bool:
        """Wait until the configuration of `seq`, or a later one, runs. Returns whether it does."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while self.snapshot.seq < seq:
                    await self._swapped.wait()
        return self.snapshot.seq >= seq

    async def _take(self, announcement: bytes | None) -> None:
        if announcement is None:
            await self._catch_up()
            self._fold(over=0)
        else:
            await self._apply(announcement)

    async def _apply(self, data: bytes) -> None:
        try:
            applied = decode_event(data)
        except UndecodableEvent as error:
            log.warning("announcement_unreadable", error=str(error))
            return
        if not isinstance(applied, ConfigApplied):
            return
        if applied.keys is None or applied.since != self.snapshot.seq:
            await self._load()
            return
        seq, *values = await self._redis.mget([CONFIG_SEQ, *applied.keys])
        # Pub/Sub knows no databases: it may be about the cache of another bot on this server.
        if seq is None or int(seq) < applied.seq:
            await self._catch_up()
            return
        changes: dict[str, Any] = dict(zip(applied.keys, values, strict=True))
        before = self.snapshot
        if len(changes) < BESIDE_KEYS:
            made = before.with_changes(applied.seq, changes)
        else:
            made = await asyncio.to_thread(before.with_changes, applied.seq, changes)
        await self._swap(made)
        self._fold(FOLD_AT)

    async def _catch_up(self) -> None:
        seq = await read_seq(self._redis)
        if seq is None:
            await self._request_rebuild()
        elif seq != self.snapshot.seq or not self.loaded.is_set():
            await self._load()
        else:
            await self._reporter.send()

    async def _load(self) -> None:
        cache = await read_cache(self._redis)
        if cache is not None:
            # Beside the updates: tens of thousands of handlers take a second.
            made = await asyncio.to_thread(
                made_uncollected, lambda: build_snapshot(cache.seq, cache.values)
            )
            # It lives long: the garbage collector need not look at it, which takes 0.2 s.
            gc.freeze()
            await self._swap(made)

    async def _swap(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._reporter.took(snapshot.seq)
        self.loaded.set()
        self._swapped.set()
        self._swapped = asyncio.Event()
        SNAPSHOT_SEQ.set(snapshot.seq)
        SNAPSHOT_KEYS.set(len(snapshot))
        await self._reporter.send()

    def _fold(self, over: int) -> None:
        under_way = self._folding is not None and not self._folding.done()
        if not under_way and self.snapshot.unfolded > over:
            self._folding = asyncio.create_task(self._fold_beside_updates())

    async def _fold_beside_updates(self) -> None:
        folded = await asyncio.to_thread(made_uncollected, self.snapshot.folded)
        # Not `folded` itself: more may have changed meanwhile.
        self.snapshot = self.snapshot.over(folded)

    async def _request_rebuild(self) -> None:
        request = CacheRebuildRequested(
            at=datetime.now(UTC), reason=f"{self._gateway_id} finds no cache"
        )
        await self._redis.xadd(CONFIG_CHANGES.name, {"data": encode_event(request)})
        log.warning("cache_missing")
