"""Uniting the rows of `active_people`: each batch adds one for its quarter of an hour."""

from datetime import datetime

import asyncpg
from botloom_contracts.database.locks import AdvisoryLock
from botloom_contracts.number_sets import encode_numbers, united
from botloom_contracts.quarters import QUARTER

ROWS_OF_PRESENT = 30
"""As many stay of a quarter to which batches still add: uniting them each time would write the same
people again and again."""

QUARTERS_AT_ONCE = 200
ROWS_AT_ONCE = 1000

_SPLIT = """
SELECT quarter FROM active_people GROUP BY quarter
HAVING count(*) > CASE WHEN quarter < $1 THEN 1 ELSE $2 END
ORDER BY quarter LIMIT $3
"""
_ROWS = """
SELECT id, numbers FROM active_people WHERE quarter = $1
ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED
"""


async def compact(pool: asyncpg.Pool, now: datetime) -> int:
    """Returns how many rows there are less. Nobody waits for it: batches only add rows."""
    settled = now - 2 * QUARTER
    async with pool.acquire() as connection:
        split = await connection.fetch(_SPLIT, settled, ROWS_OF_PRESENT, QUARTERS_AT_ONCE)
        return sum([await _unite(connection, quarter) for (quarter,) in split])


async def _unite(connection: asyncpg.Connection, quarter: datetime) -> int:
    async with connection.transaction():
        lock = "SELECT pg_try_advisory_xact_lock($1)"
        if not await connection.fetchval(lock, AdvisoryLock.COMPACTION):
            return 0  # another process is at it
        rows = await connection.fetch(_ROWS, quarter, ROWS_AT_ONCE)
        if len(rows) <= 1:
            return 0
        numbers = encode_numbers(united(row["numbers"] for row in rows))
        ids = [row["id"] for row in rows]
        await connection.execute("DELETE FROM active_people WHERE id = ANY($1)", ids)
        await connection.execute(
            "INSERT INTO active_people (quarter, numbers) VALUES ($1, $2)", quarter, numbers
        )
    return len(rows) - 1
