"""The rights that `docs/statistics/operating.md` grants are enough for stats."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import asyncpg
import pytest
from botloom_stats.compaction import compact
from botloom_stats.daily_uses import pack
from botloom_stats.erasures import purge
from botloom_stats.months import drop_old, make_ahead
from botloom_stats.repository import Repository
from redis.asyncio import Redis
from sqlalchemy import make_url
from support.interactions import NOON, interaction
from support.servers import asyncpg_arguments

PAGE = Path(__file__).parents[3] / "docs" / "statistics" / "operating.md"


@pytest.fixture
async def pool(database: asyncpg.Connection, database_url: str) -> AsyncIterator[asyncpg.Pool]:
    """Of a role that may what is granted there."""
    role = f"stats_{uuid4().hex}"
    _, _, after = PAGE.read_text().partition("```sql\n")
    await database.execute(f"CREATE ROLE {role}")
    await database.execute(after.partition("```")[0].replace("botloom_stats", role))

    async def become(connection: asyncpg.Connection) -> None:
        await connection.execute(f"SET ROLE {role}")

    arguments = asyncpg_arguments(make_url(database_url))
    async with asyncpg.create_pool(**arguments, min_size=0, max_size=3, setup=become) as pool:
        yield pool
    await database.execute(f"DROP OWNED BY {role}")
    await database.execute(f"DROP ROLE {role}")


async def test_they_are_enough(
    pool: asyncpg.Pool, redis: Redis, database: asyncpg.Connection
) -> None:
    await database.execute("INSERT INTO erasures (user_id, erased_at) VALUES (9, '2026-01-01Z')")
    repository = Repository(pool)
    for at in (NOON, NOON - timedelta(days=70), NOON.replace(day=1, hour=1)):
        two = [interaction(n, at=at, event="start", payload="promo") for n in (at.month, 50)]
        await repository.write(two)
        await repository.write(two)
    await make_ahead(pool, NOON)
    assert await pack(pool, datetime.now(UTC)) == 2
    await repository.write([interaction(60, at=NOON - timedelta(days=3))])
    await compact(pool, datetime.now(UTC) + timedelta(days=365))
    assert await drop_old(pool, 1, NOON) == ["statistics_2026_09"]
    await purge(pool, redis)
    assert await database.fetchval("SELECT count(*) FROM erasures") == 0
