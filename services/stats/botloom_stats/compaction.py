"""Uniting sets of people: each batch adds a row for its quarter of an hour, and one for its day."""

from datetime import UTC, datetime
from typing import NamedTuple

import asyncpg
from botloom_contracts.database.locks import AdvisoryLock
from botloom_contracts.number_sets import encode_numbers, united
from botloom_contracts.quarters import QUARTER

ROWS_OF_PRESENT = 30
"""As many stay of a time to which batches still add: uniting them each time would write the same
people again and again."""

SETS_AT_ONCE = 200
ROWS_AT_ONCE = 1000

_SPLIT = """
SELECT {key} FROM {table} GROUP BY {key}
HAVING count(*) > CASE WHEN {key} < $1 THEN 1 ELSE $2 END
ORDER BY {key} LIMIT $3
"""
_ROWS = """
SELECT id, numbers FROM {table} WHERE {key} = $1
ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED
"""
_DELETE = "DELETE FROM {table} WHERE id = ANY($1)"
_INSERT = "INSERT INTO {table} ({key}, numbers) VALUES ($1, $2)"


class Sets(NamedTuple):
    """A table of sets of people, and the column that says of which time they are."""

    table: str
    key: str

    def query(self, text: str) -> str:
        return text.format(table=self.table, key=self.key)


QUARTERS = Sets("active_people", "quarter")
DAYS = Sets("daily_active_people", "day")


async def compact(pool: asyncpg.Pool, now: datetime) -> int:
    """Returns how many rows there are less. Nobody waits for it: batches only add rows."""
    settled = now - 2 * QUARTER
    united_rows = 0
    async with pool.acquire() as connection:
        for sets, before in ((QUARTERS, settled), (DAYS, settled.astimezone(UTC).date())):
            split = await connection.fetch(
                sets.query(_SPLIT), before, ROWS_OF_PRESENT, SETS_AT_ONCE
            )
            united_rows += sum([await _unite(connection, sets, when) for (when,) in split])
    return united_rows


async def _unite(connection: asyncpg.Connection, sets: Sets, when: object) -> int:
    async with connection.transaction():
        lock = "SELECT pg_try_advisory_xact_lock($1)"
        if not await connection.fetchval(lock, AdvisoryLock.COMPACTION):
            return 0  # another process is at it
        rows = await connection.fetch(sets.query(_ROWS), when, ROWS_AT_ONCE)
        if len(rows) <= 1:
            return 0
        numbers = encode_numbers(united(row["numbers"] for row in rows))
        await connection.execute(sets.query(_DELETE), [row["id"] for row in rows])
        await connection.execute(sets.query(_INSERT), when, numbers)
    return len(rows) - 1
