"""10,000 updates of 50 people are 10,000 rows, also when the stats process is killed meanwhile."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest
from support.eventually import eventually
from support.processes import until_ready
from support.system import SERVICES, Admin, System, live

PEOPLE = 50
UPDATES = 10_000


@pytest.fixture
async def system(database_url: str, redis_url: str, tmp_path: Path) -> AsyncIterator[System]:
    """Everything but stats, which the test starts and kills itself."""
    system = System("webhook", database_url, redis_url, tmp_path)
    with ExitStack() as stack:
        names = [name for name in SERVICES if name != "stats"]
        for name in names:
            stack.enter_context(system.service(name))
        await asyncio.gather(*(until_ready(system.url(name)) for name in names))
        yield system


@pytest.fixture
async def admin(system: System) -> AsyncIterator[Admin]:
    admin = system.admin()
    yield admin
    await admin.tidy_up()


async def test_updates_are_counted_once_while_stats_is_killed_and_started_again(
    system: System, admin: Admin
) -> None:
    redis = system.redis()
    database = await system.database()
    await admin.create("handlers", pattern="/start", message="Hello, {first_name}!")
    await live(redis, admin.last_seq)

    async def rows() -> int:
        found: int = await database.fetchval("SELECT count(*) FROM statistics")
        return found

    with ExitStack() as stack:
        killed = stack.enter_context(system.service("stats"))
        sending = asyncio.create_task(_send(system))
        await eventually(rows, lambda count: count > UPDATES // 10, 60)
        killed.kill()
        killed.wait()
        assert await rows() < UPDATES
        stack.enter_context(system.service("stats"))
        sent = await sending
        await eventually(rows, lambda count: count >= UPDATES, 60)

    assert len(sent) == len(set(sent)) == UPDATES
    counted = await database.fetch("SELECT event_id, user_id FROM statistics")
    assert sorted(row["event_id"] for row in counted) == sorted(sent)
    assert len({row["user_id"] for row in counted}) == PEOPLE
    assert await redis.xlen("interactions.dead") == 0
    await database.close()
    await redis.aclose()


async def _send(system: System) -> list[int]:
    """Everybody sends at once, each one message after another. Returns the updates' ids."""
    limits = httpx.Limits(max_connections=PEOPLE)
    async with httpx.AsyncClient(limits=limits, timeout=60) as http:

        async def chat(chat_id: int) -> list[int]:
            person = system.person(chat_id, http)
            return [(await person.says("/start"))["update_id"] for _ in range(UPDATES // PEOPLE)]

        sent = await asyncio.gather(*(chat(6_000_000_000 + n) for n in range(PEOPLE)))
    return [update_id for ids in sent for update_id in ids]
