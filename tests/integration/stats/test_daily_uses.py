"""Days that are over are packed, and packed anew where more comes."""

from datetime import UTC, datetime, timedelta

import asyncpg
import pytest
from botloom_contracts.database.locks import AdvisoryLock
from botloom_stats.daily_uses import pack
from botloom_stats.past_days import SETTLED
from botloom_stats.repository import Repository, connect
from support.interactions import interaction

DAY = timedelta(days=1)
TODAY = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
YESTERDAY = TODAY - timedelta(minutes=5)
PACKED = (
    "SELECT day, length(numbers) / 4 AS count FROM daily_uses WHERE kind = 'event' ORDER BY day"
)


@pytest.fixture
async def pool(database_url: str):
    pool = await connect(database_url, 2)
    yield pool
    await pool.close()


async def packed(database: asyncpg.Connection):
    return [tuple(row) for row in await database.fetch(PACKED)]


async def test_a_day_is_packed_when_it_is_over_and_anew_when_more_of_it_comes(pool, database):
    repository = Repository(pool)
    old = YESTERDAY - DAY
    await repository.write([interaction(n, at=at) for n, at in enumerate((old, YESTERDAY, TODAY))])
    assert await pack(pool, TODAY + SETTLED - timedelta(microseconds=1)) == 1
    assert await packed(database) == [(old.date(), 1)]
    assert await pack(pool, TODAY + SETTLED) == 1
    await repository.write([interaction(3, at=YESTERDAY), interaction(4, at=TODAY)])
    assert await packed(database) == [(old.date(), 1)]
    assert await pack(pool, TODAY + SETTLED) == 1
    assert await pack(pool, TODAY + SETTLED) == 0
    assert await packed(database) == [(old.date(), 1), (YESTERDAY.date(), 2)]


async def test_a_day_is_not_packed_while_a_batch_brings_more_of_it(pool, database):
    await Repository(pool).write([interaction(1, at=YESTERDAY)])
    async with database.transaction():  # of a batch
        lock = "SELECT pg_advisory_xact_lock_shared($1)"
        await database.execute(lock, AdvisoryLock.PAST_DAYS)
        assert await pack(pool, TODAY + SETTLED) == 0
    assert await pack(pool, TODAY + SETTLED) == 1


async def test_a_day_whose_rows_are_dropped_is_not_looked_for_again(pool, database):
    old = interaction(1, at=TODAY - 70 * DAY)
    await Repository(pool).write([old])
    kept_from = TODAY.date().replace(day=1)
    await database.fetch("SELECT drop_statistics_partitions($1)", kept_from)
    assert await pack(pool, TODAY) == 0
