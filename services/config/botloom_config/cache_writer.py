"""What this service writes to Redis: the cache, under a lock, and the announcement."""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import cast

from botloom_contracts.cache import (
    CONFIG_APPLIED,
    CONFIG_LOCK,
    CONFIG_SEQ,
    DRAFTS,
    DRAFTS_APPLIED,
    DRAFTS_ENTRIES,
    ENTRY_PREFIXES,
)
from botloom_contracts.codec import encode_event
from botloom_contracts.events import ConfigApplied
from redis.asyncio import Redis
from redis.asyncio.client import Pipeline
from redis.exceptions import WatchError

from .drafts import CachedDraft
from .metrics import APPLIED_SEQ, KEYS_WRITTEN

LOCK_SECONDS = 10.0
CHUNK = 1000
"""Keys in one transaction: Redis serves nobody else while it runs."""


class LockLostError(Exception):
    """The lock expired under its holder, who then must not write: read and try again."""


class CacheWriter:
    """Writes while it holds the lock; made by `locked_cache`.

    Each write is a transaction on the lock's own value, so a holder that was stopped for longer
    than the lock lasts writes nothing any more.
    """

    def __init__(self, redis: Redis, token: bytes) -> None:
        self._redis = redis
        self._token = token

    async def applied_seq(self) -> int | None:
        """The event at which the cache stands; None where there is no cache."""
        value = await self._redis.get(CONFIG_SEQ)
        return None if value is None else int(value)

    async def write(
        self,
        entries: Mapping[str, bytes | None],
        applied: ConfigApplied,
        gone_drafts: Collection[int] = (),
    ) -> None:
        """Set the entries, delete those that are None, and announce: all at once."""
        async with self._transaction() as pipeline:
            _put(pipeline, entries)
            _announce(pipeline, applied)
            if gone_drafts:
                _put_drafts(pipeline, {}, gone_drafts)
        KEYS_WRITTEN.inc(len(entries))
        APPLIED_SEQ.set(applied.seq)

    async def replace(self, entries: Mapping[str, bytes], applied: ConfigApplied) -> None:
        """Make `entries` all that there is: first set, then remove, so no live key is missing."""
        for chunk in _chunks(list(entries)):
            async with self._transaction() as pipeline:
                _put(pipeline, {key: entries[key] for key in chunk})
        stale = [key for key in await self._keys() if key not in entries]
        for chunk in _chunks(stale):
            async with self._transaction() as pipeline:
                _put(pipeline, dict.fromkeys(chunk))
        async with self._transaction() as pipeline:
            _announce(pipeline, applied)
        KEYS_WRITTEN.inc(len(entries) + len(stale))
        APPLIED_SEQ.set(applied.seq)

    async def draft_heads(self) -> dict[int, bytes]:
        """Of the drafts in the cache, by their ids."""
        found = cast(dict[bytes, bytes], await self._redis.hgetall(DRAFTS))
        return {int(draft_id): head for draft_id, head in found.items()}

    async def write_drafts(
        self, drafts: Mapping[int, CachedDraft], gone: Collection[int] = ()
    ) -> None:
        """Set these, delete those, and announce: all at once."""
        async with self._transaction() as pipeline:
            _put_drafts(pipeline, drafts, gone)

    async def replace_drafts(self, drafts: Mapping[int, CachedDraft]) -> None:
        """Make them all that there are."""
        async with self._transaction() as pipeline:
            pipeline.delete(DRAFTS, DRAFTS_ENTRIES)
            _put_drafts(pipeline, drafts)

    async def _keys(self) -> list[str]:
        return [
            key.decode()
            for prefix in ENTRY_PREFIXES
            async for key in self._redis.scan_iter(match=f"{prefix}*", count=CHUNK)
        ]

    @asynccontextmanager
    async def _transaction(self) -> AsyncIterator[Pipeline]:
        async with self._redis.pipeline(transaction=True) as pipeline:
            await pipeline.watch(CONFIG_LOCK)
            if await pipeline.get(CONFIG_LOCK) != self._token:
                raise LockLostError
            pipeline.multi()  # type: ignore[no-untyped-call] # redis-py has not typed it
            pipeline.pexpire(CONFIG_LOCK, int(LOCK_SECONDS * 1000))
            yield pipeline
            try:
                await pipeline.execute()
            except WatchError:
                raise LockLostError from None


@asynccontextmanager
async def locked_cache(redis: Redis) -> AsyncIterator[CacheWriter]:
    """Wait until no other process writes the cache, then keep the others waiting."""
    async with redis.lock(CONFIG_LOCK, timeout=LOCK_SECONDS, sleep=0.01) as lock:
        token = lock.local.token
        yield CacheWriter(redis, token)


def _put(pipeline: Pipeline, entries: Mapping[str, bytes | None]) -> None:
    for key, value in entries.items():
        if value is None:
            pipeline.delete(key)
        else:
            pipeline.set(key, value)


def _put_drafts(
    pipeline: Pipeline, drafts: Mapping[int, CachedDraft], gone: Collection[int] = ()
) -> None:
    for draft_id, draft in drafts.items():
        pipeline.hset(DRAFTS, str(draft_id), draft.head)
        pipeline.hset(DRAFTS_ENTRIES, str(draft_id), draft.entries)
    for draft_id in gone:
        pipeline.hdel(DRAFTS, str(draft_id))
        pipeline.hdel(DRAFTS_ENTRIES, str(draft_id))
    pipeline.publish(DRAFTS_APPLIED, b"")


def _announce(pipeline: Pipeline, applied: ConfigApplied) -> None:
    pipeline.set(CONFIG_SEQ, applied.seq)
    pipeline.publish(CONFIG_APPLIED, encode_event(applied))


def _chunks(keys: Sequence[str]) -> list[Sequence[str]]:
    return [keys[start : start + CHUNK] for start in range(0, len(keys), CHUNK)]
