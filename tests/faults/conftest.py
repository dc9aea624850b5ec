from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest
from redis.asyncio import Redis
from support.system import Admin, System


@pytest.fixture
def system(database_url: str, redis_url: str, tmp_path: Path) -> System:
    """Nothing of it runs yet: the test starts and kills its processes."""
    return System("webhook", database_url, redis_url, tmp_path)


@pytest.fixture
async def admin(system: System) -> AsyncIterator[Admin]:
    admin = system.admin()
    yield admin
    await admin.http.aclose()


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
