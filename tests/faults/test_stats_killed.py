"""A process of stats is killed at a chosen step of a batch; two others go on."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, ExitStack, asynccontextmanager
from datetime import timedelta

import asyncpg
import pytest
from botloom_contracts.database.locks import AdvisoryLock
from botloom_contracts.events import Interaction
from botloom_contracts.streams import INTERACTIONS
from botloom_local.servers import free_port
from redis.asyncio import Redis
from support.eventually import eventually
from support.interactions import NOON, interaction, publish
from support.statistics_model import actual, counted, expected
from support.system import System

WAITING = """
SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid)
WHERE NOT granted AND datname = current_database()
"""
ROWS = "SELECT count(*) FROM statistics"

Step = Callable[[asyncpg.Connection, Redis], AbstractAsyncContextManager[None]]
"""While the context is open, stats has come to that step and gets no further."""


async def waits_for_a_lock(database: asyncpg.Connection) -> None:
    await eventually(lambda: database.fetchval(WAITING))


@asynccontextmanager
async def before_its_rows(database: asyncpg.Connection, _: Redis) -> AsyncIterator[None]:
    await database.execute("SELECT pg_advisory_lock($1)", AdvisoryLock.ERASURE)
    try:
        await waits_for_a_lock(database)
        yield
    finally:
        await database.execute("SELECT pg_advisory_unlock($1)", AdvisoryLock.ERASURE)


@asynccontextmanager
async def before_its_sums(database: asyncpg.Connection, _: Redis) -> AsyncIterator[None]:
    async with database.transaction():
        await database.execute("LOCK TABLE event_counts IN SHARE MODE")
        await waits_for_a_lock(database)
        yield


@asynccontextmanager
async def between_commit_and_acknowledgement(
    database: asyncpg.Connection, redis: Redis
) -> AsyncIterator[None]:
    async with before_its_rows(database, redis):
        before = await database.fetchval(ROWS)
        await redis.execute_command("CLIENT PAUSE", 20_000, "WRITE")
    try:
        await eventually(lambda: database.fetchval(ROWS), lambda rows: rows > before)
        yield
    finally:
        await redis.execute_command("CLIENT UNPAUSE")


def some(first: int) -> list[Interaction]:
    """Of five people, over an hour, each twice: the copy by another clock."""
    return [
        interaction(
            update_id,
            event="start" if update_id % 3 else "button_click",
            user_id=update_id % 5,
            chat_id=update_id % 5,
            at=NOON + timedelta(minutes=update_id % 60 + shift, microseconds=update_id),
            handler_id=update_id % 2 or None,
            payload=f"from-{update_id % 7}",
        )
        for shift in (0, 9)
        for update_id in range(first, first + 40)
    ]


@pytest.mark.parametrize(
    "step", [before_its_rows, before_its_sums, between_commit_and_acknowledgement]
)
async def test_a_batch_is_counted_once_wherever_its_process_is_killed(
    system: System, redis: Redis, database: asyncpg.Connection, step: Step
) -> None:
    published = some(0)
    await publish(redis, *published)
    with system.service("stats") as process:
        async with step(database, redis):
            process.kill()
            await asyncio.to_thread(process.wait)

    async def unfinished() -> int:
        (group,) = await redis.xinfo_groups(INTERACTIONS.name)
        return int(group["pending"] + group["lag"])

    assert await unfinished() == len(published)
    with ExitStack() as stack:
        for _ in range(2):
            stack.enter_context(system.service("stats", BOTLOOM_STATS_PORT=str(free_port())))
        await eventually(unfinished, lambda count: count == 0)
    there = await actual(database)
    assert there.by_batches() == expected(await counted(database, published)).by_batches()
    assert await redis.xlen(INTERACTIONS.dead_letters) == 0
