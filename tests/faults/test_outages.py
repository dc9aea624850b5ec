"""A server is stopped while people write to the bot, and started again.

`BOTLOOM_OUTAGE_SECONDS` says for how long; `just faults` takes two minutes.
"""

import asyncio
import os
import time
from collections.abc import AsyncIterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest
from botloom_local.servers import free_port
from redis.asyncio import Redis
from support.cache import fill, handler
from support.eventually import eventually
from support.own_servers import OwnPostgres, OwnRedis, own_postgres, own_redis
from support.processes import until_ready
from support.system import System

from .counting import check_counted, unfinished
from .crowd import PEOPLE, send

pytestmark = pytest.mark.long

OUTAGE_SECONDS = float(os.environ.get("BOTLOOM_OUTAGE_SECONDS", "2"))
A_SECOND = 500
"""So many updates people send."""

RUNNING = ("simulator", "gateway", "stats")


@pytest.fixture
async def postgres() -> AsyncIterator[OwnPostgres]:
    async with own_postgres() as server:
        yield server


@pytest.fixture
async def own() -> AsyncIterator[OwnRedis]:
    async with own_redis() as server:
        yield server


async def started(system: System, stack: ExitStack) -> None:
    """With two processes of stats, and a bot that answers."""
    redis = system.redis()
    await fill(redis, 1, handler("/start", 1, message="Hello!"))
    await redis.aclose()
    for name in RUNNING:
        stack.enter_context(system.service(name))
    stack.enter_context(system.service("stats", BOTLOOM_STATS_PORT=str(free_port())))
    await asyncio.gather(*(until_ready(system.url(name)) for name in RUNNING))


async def send_until(system: System, over: asyncio.Event) -> list[int]:
    """At a steady rate: at full speed, more would wait for a server that is stopped for a minute
    than the simulator holds."""
    sent = []
    while not over.is_set():
        pause = asyncio.create_task(asyncio.sleep(PEOPLE / A_SECOND))
        sent += await send(system, PEOPLE)
        await pause
    return sent


async def test_while_postgresql_is_stopped_the_bot_answers_and_the_stream_keeps_everything(
    postgres: OwnPostgres, redis_url: str, tmp_path: Path
) -> None:
    system = System("webhook", postgres.url, redis_url, tmp_path)
    async with Redis.from_url(redis_url) as redis, httpx.AsyncClient(timeout=60) as http:
        with ExitStack() as stack:
            await started(system, stack)
            over = asyncio.Event()
            sending = asyncio.create_task(send_until(system, over))
            database = await system.database()
            rows = "SELECT count(*) FROM statistics"
            await eventually(lambda: database.fetchval(rows))
            await database.close()

            await postgres.stop()
            stopped = time.monotonic()
            one = await unfinished(redis)
            await eventually(lambda: unfinished(redis), lambda count: count > one + 2 * PEOPLE)
            person = system.person(5_000_000_001, http)
            said = await person.says("/start")
            await person.sees("Hello!")
            await asyncio.sleep(max(0.0, OUTAGE_SECONDS - (time.monotonic() - stopped)))
            await postgres.start()

            over.set()
            sent = [*await sending, said["update_id"]]
            await check_counted(system, redis, sent)


async def test_after_a_restart_of_redis_everything_goes_on_by_itself(
    own: OwnRedis, database_url: str, tmp_path: Path
) -> None:
    system = System("webhook", database_url, own.url, tmp_path)
    with ExitStack() as stack:
        await started(system, stack)
        over = asyncio.Event()
        sending = asyncio.create_task(send_until(system, over))
        database = await system.database()
        rows = "SELECT count(*) FROM statistics"
        before = await eventually(lambda: database.fetchval(rows))

        await own.stop()
        await asyncio.sleep(OUTAGE_SECONDS / 2)
        await own.start()

        await eventually(
            lambda: database.fetchval(rows), lambda count: count > before + 4 * PEOPLE, 60
        )
        over.set()
        sent = await sending
        await eventually(lambda: database.fetchval(rows), lambda count: count >= len(sent), 60)
        await database.close()
        async with Redis.from_url(own.url) as redis:
            await check_counted(system, redis, sent)
