"""The relay: brings committed events of the log to the stream `config-changes`.

In the order of `seq`, each at least once, none skipped. Of drafts it only says that they changed:
it compares their versions with those that it told last, at first with those in the cache.

Over all processes one relay publishes at a time: the one whose connection holds an advisory lock of
PostgreSQL, which frees it with the connection. The others try every second to take over.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any, cast

import structlog
from botloom_contracts.database.locks import AdvisoryLock
from botloom_contracts.database.models import ConfigEvent, ConfigRelay, Draft
from botloom_contracts.events import ConfigChanged, DraftsChanged, Entity
from botloom_runtime.backoff import tries
from botloom_runtime.cache_reader import read_draft_heads
from redis.asyncio import Redis
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.pool import NullPool

from .change_stream import publish
from .database import connect_database, wake_on
from .drafts.rows import CHANNEL as DRAFTS_CHANNEL
from .event_log import CHANNEL
from .metrics import RELAY_LAG, RELAY_LEADING, RELAY_PUBLISHED, RELAY_SECONDS

POLL_SECONDS = 1.0
"""Between looks at the log when no notification comes."""

BATCH_MAX = 500

ALIVE_SECONDS = 15.0
"""A relay that has not looked at the log or the lock for so long is not alive."""

FINISH_SECONDS = 5.0
"""The last batches have so long at the stop; what is left, the next relay publishes."""

log = structlog.stdlib.get_logger()


class Relay:
    def __init__(self, database_url: str, redis: Redis) -> None:
        # A connection of its own, which is closed for good when it is given back: with it goes
        # the lock.
        self._engine = connect_database(
            database_url, poolclass=NullPool, isolation_level="AUTOCOMMIT"
        )
        self._redis = redis
        self._stop = asyncio.Event()
        self._wake = asyncio.Event()
        self._looked_at: float | None = None
        self._failing = False
        self._told_drafts: dict[int, int] = {}

    @property
    def alive(self) -> bool:
        looked_at = self._looked_at
        return looked_at is not None and time.monotonic() - looked_at < ALIVE_SECONDS

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Publish while the context is open, and on leaving it what is committed by then."""
        self._stop.clear()
        self._looked_at = None
        task = asyncio.create_task(self._run(), name="relay")
        try:
            yield
        finally:
            self._stop.set()
            self._wake.set()
            await asyncio.wait({task}, timeout=FINISH_SECONDS)
            task.cancel()
            await self._engine.dispose()

    async def _run(self) -> None:
        while not self._stop.is_set():
            async for _ in tries(self._stop, longest=2.0):
                try:
                    async with self._engine.connect() as connection:
                        await wake_on(connection, self._wake, CHANNEL, DRAFTS_CHANNEL)
                        await self._follow(connection)
                except Exception as error:  # whatever it is, the events are still to be published
                    RELAY_LEADING.set(0)
                    if not self._failing:
                        self._failing = True
                        log.warning("relay_interrupted", error=repr(error))
                        break  # a new outage starts with short pauses again

    async def _follow(self, connection: AsyncConnection) -> None:
        """Wait for the lock, then publish what is committed, until the relay is stopped."""
        leads = False
        while True:
            self._wake.clear()
            if not leads:
                lock = select(func.pg_try_advisory_lock(AdvisoryLock.RELAY))
                leads = bool(await connection.scalar(lock))
                RELAY_LEADING.set(leads)
                if leads:
                    self._told_drafts = await self._drafts_in_cache()
            while leads and await self._publish_batch(connection) == BATCH_MAX:
                pass
            if leads:
                await self._publish_drafts(connection)
            self._looked()
            if self._stop.is_set():
                return
            await self._woken()

    async def _publish_batch(self, connection: AsyncConnection) -> int:
        """Returns how many events it brought to the stream."""
        published = select(ConfigRelay.published_seq).scalar_subquery()
        last = select(func.max(ConfigEvent.seq)).scalar_subquery()
        query = (
            select(ConfigEvent.__table__, (last - published).label("lag"))
            .where(ConfigEvent.seq > published)
            .order_by(ConfigEvent.seq)
            .limit(BATCH_MAX)
        )
        rows = (await connection.execute(query)).all()
        RELAY_LAG.set(rows[0].lag if rows else 0)
        if rows:
            await publish(self._redis, map(_change, rows))
            self._count(rows)
            await connection.execute(update(ConfigRelay).values(published_seq=rows[-1].seq))
            RELAY_LAG.dec(len(rows))
        return len(rows)

    async def _drafts_in_cache(self) -> dict[int, int]:
        _, heads = await read_draft_heads(self._redis)
        return {draft_id: head.version for draft_id, head in heads.items()}

    async def _publish_drafts(self, connection: AsyncConnection) -> None:
        found = await connection.execute(select(Draft.id, Draft.version))
        versions = {draft.id: draft.version for draft in found}
        if versions != self._told_drafts:
            await publish(self._redis, [DraftsChanged(at=datetime.now(UTC), versions=versions)])
            self._told_drafts = versions

    def _count(self, rows: Sequence[Any]) -> None:
        RELAY_PUBLISHED.inc(len(rows))
        now = datetime.now(UTC)
        for row in rows:
            RELAY_SECONDS.observe((now - row.occurred_at).total_seconds())

    def _looked(self) -> None:
        self._looked_at = time.monotonic()
        if self._failing:
            log.info("relay_resumed")
        self._failing = False

    async def _woken(self) -> None:
        try:
            await asyncio.wait_for(self._wake.wait(), POLL_SECONDS)
        except TimeoutError:
            return


def _change(row: Any) -> ConfigChanged:
    return ConfigChanged(
        seq=row.seq,
        event_id=row.event_id,
        occurred_at=row.occurred_at,
        actor=row.actor,
        change=row.type,
        entity=cast(Entity, row.entity),
        entity_id=row.entity_id,
        state=row.state,
        previous=row.previous,
    )
