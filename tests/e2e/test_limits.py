"""Two gateways together keep Telegram's limits."""

import asyncio
import re
import time
from contextlib import AsyncExitStack
from pathlib import Path

import httpx
import pytest
from botloom_local.servers import free_port
from redis.asyncio import Redis
from support.balancer import balancing
from support.cache import fill, handler
from support.system import System

GATEWAYS = 2
BOT, CHAT = 20, 4
BURST = 3
"""Messages in one chat that may go at once."""

LIMITS = {
    "BOTLOOM_LIMIT_PER_SECOND": str(BOT),
    "BOTLOOM_LIMIT_PER_CHAT_PER_SECOND": str(CHAT),
    "BOTLOOM_LIMIT_PER_GROUP_PER_MINUTE": "0",
}


@pytest.fixture
def system(redis_url: str, tmp_path: Path) -> System:
    """Nothing of it runs yet."""
    return System("webhook", "postgresql+asyncpg://nowhere/", redis_url, tmp_path)


def within(times: list[float], began: float, rate: float, burst: int) -> bool:
    """However late a call came: never have more come than could have been let go.

    What goes at once in a response is counted behind it, so each gateway may have a burst of its
    own; what comes later makes up for that.
    """
    times = sorted(times)
    first = all(
        count <= GATEWAYS * burst + rate * (at - began) for count, at in enumerate(times, 1)
    )
    return first and len(times) <= burst + rate * (times[-1] - began)


async def test_two_gateways_keep_the_limits_of_a_chat_and_of_the_bot(
    system: System, http: httpx.AsyncClient, redis: Redis
) -> None:
    await fill(redis, 1, handler("/start", message="Hello"))
    simulator = system.simulator(http)
    async with AsyncExitStack() as stack:
        balancer = await stack.enter_async_context(balancing())
        system.environment |= {**LIMITS, "BOTLOOM_WEBHOOK_URL": f"{balancer.url}/telegram"}
        stack.enter_context(system.service("simulator"))
        ports = [free_port() for _ in range(GATEWAYS)]
        await asyncio.gather(*(stack.enter_async_context(system.gateway(port)) for port in ports))
        balancer.gateways.extend(f"http://127.0.0.1:{port}" for port in ports)

        began = time.time()
        busy = system.person(6_000_000_000, http)
        await asyncio.gather(*(busy.says("/start") for _ in range(10)))
        in_chat = await simulator.called(10, "sendMessage")
        others = [system.person(6_000_000_001 + number, http) for number in range(50)]
        await asyncio.gather(*(person.says("/start") for person in others))
        in_all = await simulator.called(60, "sendMessage")
        taken = [await updates_taken(http, port) for port in ports]

    assert len(in_all) == sum(taken) == 60
    assert all(taken)
    assert {call["outcome"] for call in in_all} == {"ok"}
    assert within([call["time"] for call in in_chat], began, CHAT, BURST)
    assert within([call["time"] for call in in_all], began, BOT, BOT)


async def updates_taken(http: httpx.AsyncClient, port: int) -> int:
    metrics = (await http.get(f"http://127.0.0.1:{port}/metrics")).text
    (found,) = re.findall(r'gateway_updates_total\{event="start"\} (\d+)', metrics)
    return int(found)
