"""What admin-api commits comes to the stream, in order, also when it is killed in between.

`BOTLOOM_KILLS` says how many times; `just faults` takes 100.
"""

import asyncio
import os
from collections.abc import AsyncIterator

import asyncpg
import httpx
import pytest
from botloom_contracts.codec import decode_entry
from botloom_contracts.streams import CONFIG_CHANGES
from redis.asyncio import Redis
from support.eventually import eventually
from support.line import Break, Line
from support.system import ADMIN_TOKEN, System

KILLS = int(os.environ.get("BOTLOOM_KILLS", "10"))


@pytest.fixture
async def line(redis_url: str) -> AsyncIterator[Line]:
    line = Line(redis_url)
    await line.mend()
    yield line
    await line.cut()


async def change(system: System, number: int) -> int:
    """As soon as the process answers. Returns the `seq`."""
    headers = {"Authorization": f"Bearer {ADMIN_TOKEN}"}
    body = {"label": str(number), "data": "x"}
    async with httpx.AsyncClient(headers=headers, timeout=20) as http:

        async def answer() -> httpx.Response | None:
            try:
                return await http.post(f"{system.url('admin-api')}/api/v1/buttons", json=body)
            except httpx.ConnectError:
                return None

        answered = await eventually(answer, lambda found: found is not None)
    assert answered is not None
    assert answered.status_code == 201, answered.text
    return int(answered.headers["Botloom-Config-Seq"])


async def published(redis: Redis) -> list[int]:
    entries = await redis.xrange(CONFIG_CHANGES.name)
    return [decode_entry(fields).seq for _, fields in entries]


@pytest.mark.long
async def test_every_event_arrives_in_order_when_killed_between_commit_and_publication(
    system: System, line: Line, redis: Redis, database: asyncpg.Connection
) -> None:
    """Or between the publication and the note that it is done: then the event comes again."""
    places: list[Break] = ["before" if kill % 2 else "after" for kill in range(KILLS)]
    for number, place in enumerate(places, 1):
        line.break_at_publication(place)
        with system.service("admin-api", BOTLOOM_REDIS_URL=line.url) as process:
            assert await change(system, number) == number
            await line.broken()
            process.kill()
            await asyncio.to_thread(process.wait)
        noted = await database.fetchval("SELECT published_seq FROM config_relay")
        assert noted < number

    line.break_at_publication(None)
    with system.service("admin-api", BOTLOOM_REDIS_URL=line.url):
        last = await change(system, KILLS + 1)
        query = "SELECT published_seq FROM config_relay"
        await eventually(lambda: database.fetchval(query), lambda noted: noted == last)

    seqs = await published(redis)
    assert list(dict.fromkeys(seqs)) == list(range(1, last + 1))
    assert len(seqs) - last >= places.count("after")
