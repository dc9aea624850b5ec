"""What this service writes to PostgreSQL."""

from collections.abc import Sequence
from datetime import UTC, date, timedelta
from operator import attrgetter
from typing import Any

import asyncpg
from botloom_contracts.events import Interaction
from sqlalchemy import make_url
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg

_FIELDS = {
    "event_id": "update_id",
    "timestamp": "at",
    "event": "event",
    "user_id": "user_id",
    "chat_id": "chat_id",
    "handler_id": "handler_id",
    "callback_data": "callback_data",
    "payload": "payload",
    "config_seq": "config_seq",
}
"""Columns of `statistics` and the fields of an interaction that they hold."""

_COLUMNS = tuple(_FIELDS)
_row = attrgetter(*_FIELDS.values())
_at = attrgetter("at")

PLAUSIBLE_YEARS = range(2015, 2100)
"""Telegram has had bots since 2015; a month's partition is made for any of these years."""

_INSERT_MISSING = f"""
INSERT INTO statistics ({", ".join(_COLUMNS)})
SELECT * FROM unnest(
    $1::bigint[], $2::timestamptz[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[],
    $7::text[], $8::text[], $9::bigint[]
)
ON CONFLICT DO NOTHING
"""  # noqa: S608 - made of constants


class RefusedRowError(Exception):
    """One of these rows can never be taken: a number too large, a character that PostgreSQL has
    not, a moment out of range."""


class Repository:
    """One statement, and so one transaction, for a batch: all of it is written or nothing."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool
        self._months: set[tuple[int, int]] = set()

    async def insert(self, interactions: Sequence[Interaction]) -> int:
        """Write those that are not there yet. Returns how many were not.

        Raises `RefusedRowError`, which a smaller batch may not; any other error passes.
        """
        await self._make_partitions(_months(interactions))
        rows = list(map(_row, interactions))
        try:
            async with self._pool.acquire() as connection:
                return await _write(connection, rows)
        except asyncpg.CheckViolationError:
            # A month's partition was dropped since: have it made again at the next try.
            self._months.clear()
            raise
        except (
            asyncpg.DataError,
            asyncpg.IntegrityConstraintViolationError,
            OverflowError,  # asyncpg's word for a number that no bigint holds
        ) as error:
            raise RefusedRowError(str(error)) from error

    async def _make_partitions(self, months: set[tuple[int, int]]) -> None:
        for year, month in months - self._months:
            first_day = date(year, month, 1)
            async with self._pool.acquire() as connection:
                # The month after as well, so that no batch waits for it at the turn of the month.
                for day in (first_day, first_day + timedelta(days=32)):
                    await connection.execute("SELECT create_statistics_partition($1)", day)
            self._months.add((year, month))


async def _write(connection: asyncpg.Connection, rows: Sequence[tuple[object, ...]]) -> int:
    try:
        # Three times as fast as the INSERT, but it takes all rows or none.
        await connection.copy_records_to_table("statistics", records=rows, columns=_COLUMNS)
    except asyncpg.UniqueViolationError:
        status = await connection.execute(_INSERT_MISSING, *zip(*rows, strict=True))
        return int(status.rpartition(" ")[2])
    return len(rows)


def _months(interactions: Sequence[Interaction]) -> set[tuple[int, int]]:
    """Years and months in UTC. Raises `RefusedRowError` where one is out of range."""
    moments = list(map(_at, interactions))
    first, last = min(moments), max(moments)
    for moment in (first, last):
        if moment.year not in PLAUSIBLE_YEARS:
            raise RefusedRowError(f"`at` is out of range: {moment}")
    first, last = first.astimezone(UTC), last.astimezone(UTC)
    if (first.year, first.month) == (last.year, last.month):
        return {(first.year, first.month)}
    return {(m.year, m.month) for m in (moment.astimezone(UTC) for moment in moments)}


async def connect(database_url: str, size: int) -> asyncpg.Pool:
    """A pool that connects when it is used. `database_url` is in SQLAlchemy's form."""
    # As SQLAlchemy's own dialect reads it, options such as `ssl` included.
    dialect: Any = PGDialect_asyncpg  # not typed by SQLAlchemy
    _, options = dialect().create_connect_args(make_url(database_url))
    return await asyncpg.create_pool(
        **options,
        min_size=0,
        max_size=size,
        timeout=10,
        command_timeout=60,
    )
