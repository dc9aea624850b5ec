"""What waits for its time or for an answer outlives the gateway that began it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import httpx
import pytest
from botloom_constructor.steps import Ask, Reply, Toast, Wait
from botloom_contracts.cache import person_key, waits_keys
from botloom_local.servers import free_port
from redis.asyncio import Redis
from support.balancer import Balancer, balancing
from support.cache import fill, handler
from support.eventually import eventually
from support.person import Person
from support.system import BOT_ID, System

TIMES, _ = waits_keys(BOT_ID)
RULES = handler("/wait", 1, (Toast("Before"), Wait(2), Reply()), message="After") | handler(
    "/ask", 2, (Ask("it", "Well?"), Reply()), message="Kept {var.it}"
)


@pytest.fixture
async def balancer(system: System, redis: Redis) -> AsyncIterator[Balancer]:
    """Before the gateways of a system that else is a simulator and a cache."""
    await fill(redis, 1, RULES)
    async with balancing() as balancer:
        system.environment["BOTLOOM_WEBHOOK_URL"] = f"{balancer.url}/telegram"
        with system.service("simulator"):
            yield balancer


@pytest.fixture
async def people(system: System) -> AsyncIterator[list[Person]]:
    """One who is to wait, and one who is to answer."""
    async with httpx.AsyncClient(timeout=60) as http:
        yield [system.person(6_000_000_000 + number, http) for number in range(2)]


async def begin(redis: Redis, waiter: Person, asked: Person) -> None:
    """Until both are saved."""
    await waiter.says("/wait")
    await waiter.sees("Before")
    await asked.says("/ask")
    await asked.sees("Well?")
    await eventually(lambda: redis.zcard(TIMES), lambda count: count == 2)
    await eventually(lambda: redis.hexists(person_key(BOT_ID, asked.chat_id), "ask"))


async def end(redis: Redis, waiter: Person, asked: Person) -> None:
    """Both go on, and do so once."""
    await waiter.sees("After")
    await asked.sees("Kept tea")
    await eventually(lambda: redis.zcard(TIMES), lambda count: count == 0)
    assert [message["text"] for message in await waiter.answered()] == ["Before", "After"]
    assert [message["text"] for message in await asked.answered()] == ["Well?", "Kept tea"]


async def kill(child: Any) -> None:
    child.kill()
    await asyncio.to_thread(child.wait)


async def test_waits_and_questions_go_on_when_the_gateway_is_killed_and_started_again(
    system: System, redis: Redis, balancer: Balancer, people: list[Person]
) -> None:
    port = free_port()
    balancer.gateways.append(f"http://127.0.0.1:{port}")
    async with system.gateway(port) as child:
        await begin(redis, *people)
        await kill(child)
    # Said while nobody listens: Telegram keeps it.
    await people[1].says("tea")
    async with system.gateway(port):
        await end(redis, *people)


async def test_waits_and_questions_go_on_at_another_gateway_when_theirs_is_killed(
    system: System, redis: Redis, balancer: Balancer, people: list[Person]
) -> None:
    first, second = free_port(), free_port()
    async with AsyncExitStack() as stack:
        children = await asyncio.gather(
            *(stack.enter_async_context(system.gateway(port)) for port in (first, second))
        )
        balancer.gateways.append(f"http://127.0.0.1:{first}")
        await begin(redis, *people)
        await kill(children[0])
        balancer.gateways.append(f"http://127.0.0.1:{second}")
        await people[1].says("tea")
        await end(redis, *people)
