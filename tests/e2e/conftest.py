"""One system for each way of taking updates, started once: a test tidies up what it made."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
import pytest_asyncio
from redis.asyncio import Redis
from support.servers import Servers
from support.system import Admin, System, live, started
from support.system_fixtures import admin, database, http, person, redis, simulator, someone

__all__ = ["admin", "database", "http", "person", "redis", "simulator", "someone"]


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
