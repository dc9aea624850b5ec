"""Months of `statistics` that are made ahead, and those that are no longer kept."""

from datetime import date, datetime, timedelta

import asyncpg
import structlog

log = structlog.stdlib.get_logger()


async def make_ahead(pool: asyncpg.Pool, now: datetime) -> None:
    """This month and the next one, so that no batch has to."""
    this_month = now.date().replace(day=1)
    async with pool.acquire() as connection:
        for day in (this_month, this_month + timedelta(days=32)):
            await connection.execute("SELECT create_statistics_partition($1)", day)


async def drop_old(pool: asyncpg.Pool, months: int, now: datetime) -> list[str]:
    """Keep this month and as many before it; the sums of all months stay. Returns what is dropped.

    Raises `asyncpg.LockNotAvailableError` where `statistics` is in use all the time.
    """
    before = kept_from(now.date(), months)
    async with pool.acquire() as connection:
        rows = await connection.fetch("SELECT drop_statistics_partitions($1)", before)
    dropped = [name for (name,) in rows]
    if dropped:
        log.info("partitions_dropped", partitions=dropped)
    return dropped


def kept_from(today: date, months: int) -> date:
    """The first day of the month that is so many before this one."""
    count = today.year * 12 + today.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)
