"""A stats process as far as its batches go, which dies at a chosen step of one, or loses its
connection to PostgreSQL there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, NamedTuple
from uuid import uuid4

import asyncpg
from botloom_contracts.streams import INTERACTIONS
from botloom_runtime import consumer_group
from botloom_runtime.batch import Batch, Entry
from botloom_stats.repository import Repository
from botloom_stats.store import store
from redis.asyncio import Redis


class DiedError(BaseException):
    """As nothing that the code could catch."""


class Break(NamedTuple):
    step: int
    dies: bool
    """Else the connection is lost, and the same process tries again."""


class Fuse:
    """Burns at a step: before a statement, before the commit, or behind it."""

    def __init__(self, at: Break | None) -> None:
        self._at = at
        self._steps = 0

    def step(self) -> None:
        if self._at is not None and self._steps == self._at.step:
            raise DiedError if self._at.dies else ConnectionResetError
        self._steps += 1


class FusedConnection:
    def __init__(self, connection: asyncpg.Connection, fuse: Fuse) -> None:
        self._connection = connection
        self._fuse = fuse

    def __getattr__(self, name: str) -> Any:
        call = getattr(self._connection, name)

        async def fused(*arguments: Any, **options: Any) -> Any:
            self._fuse.step()
            return await call(*arguments, **options)

        return fused

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[None]:
        transaction = self._connection.transaction()
        await transaction.start()
        try:
            yield
            self._fuse.step()
        except (DiedError, ConnectionResetError):
            self._connection.terminate()
            raise
        except BaseException:
            await transaction.rollback()
            raise
        await transaction.commit()
        self._fuse.step()


class FusedPool:
    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool
        self.fuse = Fuse(None)

    @asynccontextmanager
    async def acquire(self) -> AsyncIterator[FusedConnection]:
        async with self._pool.acquire() as connection:
            yield FusedConnection(connection, self.fuse)


class Consumer:
    """What it remembers dies with it."""

    def __init__(self, pool: asyncpg.Pool, redis: Redis) -> None:
        self._pool = pool
        self._redis = redis
        self._start()

    def _start(self) -> None:
        self._fused = FusedPool(self._pool)
        self._repository = Repository(self._fused)
        self._name = uuid4().hex

    async def consume(self, count: int, breaks: Break | None = None) -> bool:
        """A batch of at most `count`. Returns whether there was one."""
        streams = {INTERACTIONS.name: ">"}
        found = await self._redis.xreadgroup(INTERACTIONS.group, self._name, streams, count=count)
        entries = [Entry(*entry) for _, stream in found for entry in stream]
        await self._write(Batch.of(entries), breaks)
        return bool(entries)

    async def claim(self) -> bool:
        """What dead ones left. Returns whether there was something."""
        left = await consumer_group.idle_entries(self._redis, INTERACTIONS, 0, 1000)
        batch = await consumer_group.claim(
            self._redis, INTERACTIONS, self._name, 0, [entry.id for entry in left]
        )
        await self._write(batch, None)
        return bool(left)

    async def _write(self, batch: Batch, breaks: Break | None) -> None:
        if not batch:
            return
        self._fused.fuse = Fuse(breaks)
        try:
            assert await store(self._repository, batch) == []
        except DiedError:
            self._start()
        except ConnectionResetError:
            await self._write(batch, None)
        else:
            await consumer_group.acknowledge(self._redis, INTERACTIONS, batch.ids)
