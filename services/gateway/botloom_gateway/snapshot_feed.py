"""Keeps the snapshot in line with the cache.

An announcement on `config-applied` brings the keys that changed. It can be missed, so the seq of
the cache is compared at every connection and on a timer; where it differs, all of it is read.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import structlog
from botloom_constructor.identity import Identity
from botloom_constructor.snapshot import Snapshot, build_snapshot
from botloom_contracts.cache import (
    CONFIG_APPLIED,
    CONFIG_SEQ,
    GatewayReport,
    encode_entry,
    gateway_key,
)
from botloom_contracts.codec import decode_event, encode_event
from botloom_contracts.errors import UndecodableEvent
from botloom_contracts.events import CacheRebuildRequested, ConfigApplied
from botloom_contracts.streams import CONFIG_CHANGES
from botloom_runtime.backoff import tries
from botloom_runtime.cache_reader import read_cache, read_seq
from redis.asyncio import Redis
from redis.asyncio.client import PubSub
from redis.exceptions import RedisError

from .metrics import SNAPSHOT_KEYS, SNAPSHOT_SEQ

log = structlog.stdlib.get_logger()

CHECK_SECONDS = 5.0
REPORT_SECONDS = 30
BESIDE_KEYS = 1000


class SnapshotFeed:
    """`snapshot` is what answers now; until `loaded` is set it is empty."""

    def __init__(self, redis: Redis, gateway_id: str) -> None:
        self._redis = redis
        self._gateway_id = gateway_id
        self._since = datetime.now(UTC)
        self.snapshot = Snapshot(0, {})
        self.loaded = asyncio.Event()
        self._identity: Identity | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Follow the cache until `stop` is set, over lost connections."""
        async for attempt in tries(stop):
            try:
                async with self._redis.pubsub(ignore_subscribe_messages=True) as announcements:
                    await announcements.subscribe(CONFIG_APPLIED)
                    await self._follow(announcements, stop)
            except (RedisError, OSError, TimeoutError) as error:
                if attempt == 0:
                    log.warning("cache_unreachable", error=str(error))
            except ValueError as error:
                log.error("cache_unreadable", error=str(error))
        with suppress(RedisError, OSError, TimeoutError):
            await self._redis.delete(gateway_key(self._gateway_id))

    async def introduce(self, identity: Identity) -> None:
        """From now on the report says which bot it is."""
        self._identity = identity
        with suppress(RedisError, OSError, TimeoutError):
            await self._report()

    async def until_loaded(self, stop: asyncio.Event) -> None:
        """Wait for the first snapshot, or for `stop`."""
        waits = [asyncio.ensure_future(event.wait()) for event in (self.loaded, stop)]
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        for wait in waits:
            wait.cancel()

    async def _follow(self, announcements: PubSub, stop: asyncio.Event) -> None:
        # The first message confirms the subscription: nothing announced from then on is missed.
        await announcements.get_message(timeout=CHECK_SECONDS)
        await self._catch_up()
        stopped = asyncio.ensure_future(stop.wait())
        try:
            while not stop.is_set():
                message = asyncio.ensure_future(announcements.get_message(timeout=CHECK_SECONDS))
                await asyncio.wait({message, stopped}, return_when=asyncio.FIRST_COMPLETED)
                if not message.done():
                    message.cancel()
                    return
                announced = message.result()
                if announced is None:
                    await self._catch_up()
                else:
                    await self._apply(announced["data"])
        finally:
            stopped.cancel()

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
        await self._swap(
            await _made(lambda: before.with_changes(applied.seq, changes), len(before))
        )

    async def _catch_up(self) -> None:
        seq = await read_seq(self._redis)
        if seq is None:
            await self._request_rebuild()
        elif seq != self.snapshot.seq or not self.loaded.is_set():
            await self._load()
        else:
            await self._report()

    async def _load(self) -> None:
        cache = await read_cache(self._redis)
        if cache is not None:
            made = await _made(lambda: build_snapshot(cache.seq, cache.values), len(cache.values))
            await self._swap(made)

    async def _swap(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._since = datetime.now(UTC)
        self.loaded.set()
        SNAPSHOT_SEQ.set(snapshot.seq)
        SNAPSHOT_KEYS.set(len(snapshot))
        await self._report()

    async def _report(self) -> None:
        who = self._identity
        known = {}
        if who is not None:
            known = {
                "bot_username": who.username,
                "bot_name": who.name,
                "time_zone": who.zone.key,
            }
        report = encode_entry(GatewayReport(seq=self.snapshot.seq, at=self._since, **known))
        await self._redis.set(gateway_key(self._gateway_id), report, ex=REPORT_SECONDS)

    async def _request_rebuild(self) -> None:
        request = CacheRebuildRequested(
            at=datetime.now(UTC), reason=f"{self._gateway_id} finds no cache"
        )
        await self._redis.xadd(CONFIG_CHANGES.name, {"data": encode_event(request)})
        log.warning("cache_missing")


async def _made(make: Callable[[], Snapshot], keys: int) -> Snapshot:
    """Beside the updates where there are many keys: for tens of thousands it takes a second."""
    return make() if keys < BESIDE_KEYS else await asyncio.to_thread(make)
