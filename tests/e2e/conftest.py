"""One system for each way of taking updates, started once: a test tidies up what it made."""

from collections.abc import AsyncIterator, Awaitable, Callable
from itertools import count
from typing import Any

import httpx
import pytest
import pytest_asyncio
from redis.asyncio import Redis
from support.person import Person
from support.servers import Servers
from support.simulator import Simulator
from support.system import Admin, System, live, started
from support.system_fixtures import admin, database, redis

__all__ = ["admin", "database", "redis"]


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def polling_system(
    servers: Servers,
    template_database: str,
    redis_numbers: list[int],
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncIterator[System]:
    directory = tmp_path_factory.mktemp("polling")
    async with started(
        "polling", servers, template_database, redis_numbers.pop(), directory
    ) as system:
        yield system


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def webhook_system(
    servers: Servers,
    template_database: str,
    redis_numbers: list[int],
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncIterator[System]:
    directory = tmp_path_factory.mktemp("webhook")
    async with started(
        "webhook", servers, template_database, redis_numbers.pop(), directory
    ) as system:
        yield system


@pytest.fixture(
    params=[
        pytest.param("polling", marks=pytest.mark.xdist_group("polling")),
        pytest.param("webhook", marks=pytest.mark.xdist_group("webhook")),
    ]
)
def system(request: pytest.FixtureRequest) -> System:
    """Each test runs in both ways of taking updates."""
    chosen: System = request.getfixturevalue(f"{request.param}_system")
    return chosen


AddHandler = Callable[..., Awaitable[int]]


@pytest.fixture
def add_handler(admin: Admin, redis: Redis) -> AddHandler:
    """Makes a handler, and waits until the bot has it; then it also has all that was made before.
    Returns its id."""

    async def add(pattern: str, **fields: Any) -> int:
        handler_id = await admin.create("handlers", pattern=pattern, **fields)
        await live(redis, admin.last_seq)
        return handler_id

    return add


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(timeout=30) as client:
        yield client


@pytest.fixture
def simulator(system: System, http: httpx.AsyncClient) -> Simulator:
    return system.simulator(http)


_chat_ids = count(7_000_000_001)


@pytest.fixture
def someone(system: System, http: httpx.AsyncClient) -> Callable[[], Person]:
    """Makes people whom the bot has never seen."""
    return lambda: system.person(next(_chat_ids), http)


@pytest.fixture
def person(someone: Callable[[], Person]) -> Person:
    """Someone whom the bot has never seen."""
    return someone()
