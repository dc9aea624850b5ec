"""Looking into a running system; a `conftest` that has a fixture `system` imports these."""

from collections.abc import AsyncIterator

import asyncpg
import pytest
from redis.asyncio import Redis

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
