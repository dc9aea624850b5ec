"""Any number of processes of stats share the work, and each takes over what a dead one left."""

import asyncio
from contextlib import ExitStack
from datetime import timedelta

import asyncpg
from botloom_contracts.streams import INTERACTIONS
from botloom_local.servers import free_port
from botloom_runtime.stream_state import measure
from redis.asyncio import Redis
from support.eventually import eventually
from support.interactions import NOON, interaction, publish
from support.system import System

from .counting import check_counted

COUNT = 6_000


async def test_of_two_one_is_killed_and_the_other_finishes(
    system: System, redis: Redis, database: asyncpg.Connection
) -> None:
    small = {"BOTLOOM_STATS_BATCH_SIZE": "200"}

    async def workers() -> set[str]:
        consumers = (await measure(redis, INTERACTIONS)).consumers
        return {one.name.rpartition("-")[0] for one in consumers}

    with ExitStack() as stack:
        processes = [
            stack.enter_context(
                system.service("stats", BOTLOOM_STATS_PORT=str(free_port()), **small)
            )
            for _ in range(2)
        ]
        await eventually(workers, lambda names: len(names) == len(processes))
        sent = range(COUNT)
        for first in range(0, COUNT, 500):
            await publish(
                redis,
                *(
                    interaction(n, user_id=n % 500, at=NOON + timedelta(seconds=n))
                    for n in range(first, first + 500)
                ),
            )
            if first == 1_500:
                processes[0].kill()
                await asyncio.to_thread(processes[0].wait)
        await check_counted(system, redis, sent, 30)
        assert len(await workers()) == 2
    assert await database.fetchval("SELECT written FROM stats_progress") == COUNT
