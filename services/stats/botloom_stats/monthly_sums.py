"""Adding up the months that are over, so that figures of a long range read few rows.

A batch that brings more of such a month throws its sums away, and they are made anew.
"""

from collections.abc import Iterable
from datetime import date, datetime

import asyncpg
from botloom_contracts.number_sets import encode_numbers, united

from .past_days import first_not_over, lock_alone

_MISSING = """
SELECT DISTINCT date_trunc('month', day)::date AS month FROM daily_active_people
WHERE day < $1 AND date_trunc('month', day)::date <> ALL (SELECT month FROM monthly_active_people)
ORDER BY month
"""
_COUNT = """
INSERT INTO monthly_interaction_counts
SELECT $1::date, event, handler_id, callback_data, sum(count) FROM daily_interaction_counts
WHERE day >= $1::date AND day < $1::date + interval '1 month'
GROUP BY event, handler_id, callback_data ORDER BY event, handler_id, callback_data
"""
_SETS = """
SELECT numbers FROM daily_active_people
WHERE day >= $1::date AND day < $1::date + interval '1 month'
"""


async def add_up(pool: asyncpg.Pool, now: datetime) -> int:
    """All months that are over. Returns how many were missing."""
    present = first_not_over(now).replace(day=1)
    async with pool.acquire() as connection:
        missing = await connection.fetch(_MISSING, present)
        return sum([await _add_up(connection, month) for (month,) in missing])


async def _add_up(connection: asyncpg.Connection, month: date) -> bool:
    async with connection.transaction():
        if not await lock_alone(connection):
            return False
        there = "SELECT FROM monthly_active_people WHERE month = $1"
        if await connection.fetchrow(there, month) is not None:
            return False
        await connection.execute(_COUNT, month)
        sets = await connection.fetch(_SETS, month)
        numbers = encode_numbers(united(row["numbers"] for row in sets))
        await connection.execute(
            "INSERT INTO monthly_active_people VALUES ($1, $2)", month, numbers
        )
    return True


async def discard(connection: asyncpg.Connection, days: Iterable[date]) -> None:
    """To be made anew, the months of these days; under the lock, in the transaction that brings
    more rows."""
    months = {day.replace(day=1) for day in days}
    for table in ("monthly_interaction_counts", "monthly_active_people"):
        await connection.execute(f"DELETE FROM {table} WHERE month = ANY($1)", months)  # noqa: S608 - two constants
