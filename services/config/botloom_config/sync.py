"""Bring the cache in line with PostgreSQL: whole, or by what changed since.

Present state is read under the lock of the cache, from the log's own table. So an event that comes
twice, late or out of order changes nothing, and the cache never stands at a `seq` before every
event up to it is applied.
"""

from collections.abc import Sequence

import structlog
from botloom_contracts.database.cache_entries import affected_by
from botloom_contracts.database.models import ConfigEvent
from botloom_contracts.events import ConfigApplied
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine

from .cache_writer import CacheWriter, locked_cache
from .drafts import differing_drafts
from .metrics import APPLY_SECONDS, REBUILDS
from .repository import Repository, snapshot

log = structlog.stdlib.get_logger()

EVENTS_MAX = 500
"""Past this many events it is quicker to build the cache anew."""

ANNOUNCED_KEYS_MAX = 500
"""Past this many keys the gateways read the whole cache."""


class CacheSync:
    def __init__(self, engine: AsyncEngine, redis: Redis) -> None:
        self._engine = engine
        self._redis = redis

    async def apply_changes(self) -> int:
        """Apply every committed event that the cache has not, and what changed in drafts. Returns
        the `seq` it stands at."""
        async with locked_cache(self._redis) as cache, snapshot(self._engine) as tables:
            with APPLY_SECONDS.time():
                applied = await cache.applied_seq()
                if applied is None:
                    return await _rebuild(cache, tables, reason="there was no cache")
                events = await tables.events_after(applied, EVENTS_MAX + 1)
                if len(events) > EVENTS_MAX:
                    return await _rebuild(cache, tables, reason="too many events at once")
                if not events and await tables.last_seq() < applied:
                    return await _rebuild(cache, tables, reason="the log is behind the cache")
                return await _apply(cache, tables, applied, events)

    async def rebuild(self, reason: str) -> int:
        """Build the whole cache. Returns the `seq` it stands at."""
        async with locked_cache(self._redis) as cache, snapshot(self._engine) as tables:
            return await _rebuild(cache, tables, reason)


async def _apply(
    cache: CacheWriter, tables: Repository, applied: int, events: Sequence[ConfigEvent]
) -> int:
    drafts, cached = await tables.drafts(), await cache.draft_heads()
    gone = cached.keys() - drafts.keys()
    seq = applied
    if events:
        seq = events[-1].seq
        entries = await tables.entries(affected_by(events))
        keys = tuple(entries) if len(entries) <= ANNOUNCED_KEYS_MAX else None
        # A published draft goes as its changes come, so that its testers see no difference.
        await cache.write(entries, ConfigApplied(seq=seq, since=applied, keys=keys), gone)
    differing = await differing_drafts(tables, drafts, cached, afresh=bool(events))
    if differing or gone:
        await cache.write_drafts(differing, gone)
    return seq


async def _rebuild(cache: CacheWriter, tables: Repository, reason: str) -> int:
    seq = await tables.last_seq()
    entries = await tables.all_entries()
    await cache.replace(entries, ConfigApplied(seq=seq))
    drafts = await differing_drafts(tables, await tables.drafts(), {}, afresh=True)
    await cache.replace_drafts(drafts)
    REBUILDS.inc()
    log.info("cache_rebuilt", reason=reason, keys=len(entries), drafts=len(drafts), seq=seq)
    return seq
