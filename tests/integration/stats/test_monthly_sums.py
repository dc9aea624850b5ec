"""Months that are over are added up, and anew where more comes."""

from datetime import UTC, date, datetime, timedelta

import asyncpg
import pytest
from botloom_contracts.database.locks import AdvisoryLock
from botloom_contracts.number_sets import decode_numbers
from botloom_stats.monthly_sums import add_up
from botloom_stats.past_days import SETTLED
from botloom_stats.repository import Repository, connect
from support.interactions import interaction

NOVEMBER = datetime(2026, 11, 1, tzinfo=UTC)
OCTOBERS_END = NOVEMBER - timedelta(microseconds=1)
SEPTEMBER = NOVEMBER - timedelta(days=40)
COUNTS = "SELECT month, sum(count)::int FROM monthly_interaction_counts GROUP BY 1 ORDER BY 1"
SETS = "SELECT month, numbers FROM monthly_active_people ORDER BY month"


@pytest.fixture
async def pool(database_url: str):
    pool = await connect(database_url, 2)
    yield pool
    await pool.close()


async def added_up(database: asyncpg.Connection):
    """By month: the interactions, and the people."""
    counts = await database.fetch(COUNTS)
    sets = await database.fetch(SETS)
    assert [month for month, _ in counts] == [month for month, _ in sets]
    return {
        f"{month:%B}": (count, len(decode_numbers(numbers)))
        for (month, count), (_, numbers) in zip(counts, sets, strict=True)
    }


async def test_a_month_is_added_up_when_it_is_over_and_anew_when_more_of_it_comes(pool, database):
    repository = Repository(pool)
    moments = (SEPTEMBER, SEPTEMBER + timedelta(days=1), OCTOBERS_END, NOVEMBER)
    await repository.write([interaction(n, user_id=1, at=at) for n, at in enumerate(moments)])
    assert await add_up(pool, NOVEMBER + SETTLED - timedelta(microseconds=1)) == 1
    assert await added_up(database) == {"September": (2, 1)}
    assert await add_up(pool, NOVEMBER + SETTLED) == 1
    assert await added_up(database) == {"September": (2, 1), "October": (1, 1)}
    await repository.write([interaction(9, user_id=2, at=OCTOBERS_END - timedelta(days=30))])
    assert await added_up(database) == {"September": (2, 1)}
    assert await add_up(pool, NOVEMBER + SETTLED) == 1
    assert await add_up(pool, NOVEMBER + SETTLED) == 0
    assert await added_up(database) == {"September": (2, 1), "October": (2, 2)}


async def test_a_month_is_not_added_up_while_a_batch_brings_more_of_it(pool, database):
    await Repository(pool).write([interaction(1, at=OCTOBERS_END)])
    async with database.transaction():  # of a batch
        lock = "SELECT pg_advisory_xact_lock_shared($1)"
        await database.execute(lock, AdvisoryLock.PAST_DAYS)
        assert await add_up(pool, NOVEMBER + SETTLED) == 0
    assert await add_up(pool, NOVEMBER + SETTLED) == 1


async def test_a_month_whose_rows_are_dropped_is_added_up_all_the_same(pool, database):
    await Repository(pool).write([interaction(1, at=SEPTEMBER)])
    await database.fetch("SELECT drop_statistics_partitions($1)", date(2026, 11, 1))
    assert await add_up(pool, NOVEMBER + SETTLED) == 1
    assert await added_up(database) == {"September": (1, 1)}
