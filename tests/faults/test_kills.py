"""Every update is one row, also when a process is killed in the middle and started again."""

import asyncio
from contextlib import ExitStack

import asyncpg
import pytest
from redis.asyncio import Redis
from support.eventually import eventually
from support.processes import until_ready
from support.system import SERVICES, Admin, System, live

from .crowd import PEOPLE, send


@pytest.mark.long
@pytest.mark.parametrize(("killed", "updates"), [("stats", 10_000), ("gateway", 2_000)])
async def test_updates_are_counted_once_while_a_process_is_killed_and_started_again(
    system: System,
    admin: Admin,
    redis: Redis,
    database: asyncpg.Connection,
    killed: str,
    updates: int,
) -> None:
    async def rows() -> int:
        found: int = await database.fetchval("SELECT count(*) FROM statistics")
        return found

    with ExitStack() as stack:
        processes = {name: stack.enter_context(system.service(name)) for name in SERVICES}
        await asyncio.gather(*(until_ready(system.url(name)) for name in SERVICES))
        await admin.create("handlers", pattern="/start", message="Hello, {first_name}!")
        await live(redis, admin.last_seq)

        sending = asyncio.create_task(send(system, updates))
        await eventually(rows, lambda count: count > updates // 10, 60)
        processes[killed].kill()
        processes[killed].wait()
        assert await rows() < updates
        stack.enter_context(system.service(killed))
        sent = await sending
        await eventually(rows, lambda count: count >= updates, 60)

    assert len(sent) == len(set(sent)) == updates
    counted = await database.fetch("SELECT event_id, user_id FROM statistics")
    assert sorted(row["event_id"] for row in counted) == sorted(sent)
    assert len({row["user_id"] for row in counted}) == PEOPLE
    assert await redis.xlen("interactions.dead") == 0
