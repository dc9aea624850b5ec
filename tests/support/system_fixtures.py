"""Looking into a running system; a `conftest` that has a fixture `system` imports these."""

from collections.abc import AsyncIterator, Callable
from itertools import count

import asyncpg
import httpx
import pytest
from redis.asyncio import Redis

from .person import Person
from .simulator import Simulator
from .system import Admin, System


@pytest.fixture
async def admin(system: System) -> AsyncIterator[Admin]:
    """What it makes is gone after the test."""
    admin = system.admin()
    yield admin
    await admin.tidy_up()


@pytest.fixture
async def redis(system: System) -> AsyncIterator[Redis]:
    client = system.redis()
    yield client
    await client.aclose()


@pytest.fixture
async def database(system: System) -> AsyncIterator[asyncpg.Connection]:
    connection = await system.database()
    yield connection
    await connection.close()


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
