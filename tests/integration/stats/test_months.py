"""Months of `statistics`, made ahead and dropped, on a real PostgreSQL."""

from datetime import UTC, date, datetime, timedelta

import asyncpg
import pytest
from botloom_stats.months import drop_old, kept_from, make_ahead
from botloom_stats.repository import RefusedRowError, Repository, connect
from support.interactions import NOON, interaction

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
MONTHS = """
SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'statistics'::regclass ORDER BY 1
"""


@pytest.fixture
async def pool(database_url: str):
    pool = await connect(database_url, 4)
    yield pool
    await pool.close()


async def months(database: asyncpg.Connection) -> list[str]:
    return [name.removeprefix("statistics_") for (name,) in await database.fetch(MONTHS)]


async def test_this_month_and_the_next_are_made_while_batches_are_under_way(
    pool: asyncpg.Pool, database: asyncpg.Connection
) -> None:
    await Repository(pool).write([interaction(1, at=NOW)])
    async with database.transaction():
        await database.execute("LOCK TABLE statistics IN ROW EXCLUSIVE MODE")
        await make_ahead(pool, datetime(2027, 12, 31, 23, 59, tzinfo=UTC))
        await make_ahead(pool, datetime(2027, 12, 31, 23, 59, tzinfo=UTC))
    assert await months(database) == ["2026_11", "2026_12", "2027_12", "2028_01"]


async def test_old_rows_are_dropped_with_their_month_and_the_sums_stay(
    pool: asyncpg.Pool, database: asyncpg.Connection
) -> None:
    repository = Repository(pool)
    days = [NOON.replace(month=month, day=1) for month in (7, 8, 9, 10, 11)]
    await repository.write([interaction(n, at=at) for n, at in enumerate(days)])
    assert await drop_old(pool, 2, NOON) == ["statistics_2026_07", "statistics_2026_08"]
    assert await drop_old(pool, 2, NOON) == []
    assert await months(database) == ["2026_09", "2026_10", "2026_11", "2026_12"]
    assert await database.fetchval("SELECT count(*) FROM statistics") == 3
    assert await database.fetchval("SELECT sum(count) FROM event_counts") == 5
    assert await database.fetchval("SELECT count(*) FROM active_people") == 5

    # Whoever knew the month finds out by a failure that passes, and knows better the next time.
    late = interaction(9, at=days[0])
    for one in (repository, Repository(pool)):
        if one is repository:
            with pytest.raises(asyncpg.CheckViolationError):
                await one.write([late])
        with pytest.raises(RefusedRowError, match="before 2026-09-01 are not kept"):
            await one.write([late])
    assert "2026_07" not in await months(database)
    assert await database.fetchval("SELECT sum(count) FROM event_counts") == 5

    # More that is to be kept brings nothing back.
    assert await drop_old(pool, 3, NOON) == []
    assert await database.fetchval("SELECT kept_from FROM statistics_retention") == date(2026, 9, 1)


async def test_the_present_month_can_not_be_dropped(database: asyncpg.Connection) -> None:
    next_month = datetime.now(UTC).date().replace(day=1) + timedelta(days=32)
    with pytest.raises(asyncpg.RaiseError):
        await database.execute("SELECT drop_statistics_partitions($1)", next_month)


async def test_only_whom_it_is_granted_to_may_drop_a_month(database: asyncpg.Connection) -> None:
    may = "SELECT has_function_privilege('pg_read_all_data', $1, 'EXECUTE')"
    assert await database.fetchval(may, "create_statistics_partition(date)")
    assert not await database.fetchval(may, "drop_statistics_partitions(date)")


def test_the_months_that_are_kept_are_counted_back_over_years() -> None:
    today = date(2026, 2, 28)
    kept = [kept_from(today, months) for months in (1, 2, 14)]
    assert kept == [date(2026, 1, 1), date(2025, 12, 1), date(2024, 12, 1)]
