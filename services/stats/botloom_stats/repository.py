"""What this service writes to PostgreSQL: a batch is one transaction."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

import asyncpg
from botloom_contracts.database.locks import AdvisoryLock
from botloom_contracts.events import Interaction
from sqlalchemy import make_url
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg

from . import daily_uses, monthly_sums, people_rows, rows, sum_rows
from .known_people import KnownPeople
from .partitions import Partitions, RefusedMomentError, border_near, month_of
from .past_days import lock_over
from .sums import Quarters, by_quarter, sources, uses


class RefusedRowError(Exception):
    """One of these rows can never be taken: a number too large, a character that PostgreSQL has
    not, a moment out of range."""


class Written(NamedTuple):
    rows: int
    duplicates: int = 0
    """Copies of what was there."""
    erased: int = 0
    """Discarded: of people who were erased since."""


class Repository:
    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool
        self._partitions = Partitions(pool)
        self._people = KnownPeople()

    async def write(self, interactions: Sequence[Interaction]) -> Written:
        """Write those that are not there yet, with all that follows from them.

        Raises `RefusedRowError`, which a smaller batch may not; any other error passes.
        """
        try:
            quarters = by_quarter(interactions)
            await self._partitions.make({month_of(quarter) for quarter in quarters})
            try:
                return await self._write(interactions, quarters, copies=False)
            except (asyncpg.UniqueViolationError, asyncpg.DeadlockDetectedError):
                return await self._write(interactions, quarters, copies=True)
        except asyncpg.CheckViolationError:
            self._partitions.forget()
            raise
        except (
            asyncpg.DataError,
            asyncpg.IntegrityConstraintViolationError,
            RefusedMomentError,
            OverflowError,  # asyncpg's word for a number that no bigint holds
        ) as error:
            raise RefusedRowError(str(error)) from error

    async def _write(
        self, interactions: Sequence[Interaction], quarters: Quarters, *, copies: bool
    ) -> Written:
        """With `copies`, some of them may be there already; without, that is an error."""
        async with self._pool.acquire() as connection, connection.transaction():
            left = await self._without_erased(connection, interactions)
            if not left:
                return Written(0, erased=len(interactions))
            border = border_near(quarters, rows.SENT_AGAIN_WITHIN)
            new = await _insert(connection, left, border, copies=copies)
            written = Written(len(new), len(left) - len(new), len(interactions) - len(left))
            if len(new) < len(interactions):
                quarters = by_quarter(new)
            days = {quarter.date() for quarter in quarters}
            if over := await lock_over(connection, days, datetime.now(UTC)):
                await daily_uses.unpack(connection, over)
                await monthly_sums.discard(connection, over)
            changes = self._people.changes(quarters)
            numbers = await people_rows.write(connection, changes)
            await sum_rows.add(
                connection,
                uses(quarters),
                sources(quarters),
                sum_rows.active_people(changes, numbers),
                written=written.rows,
                duplicates=written.duplicates,
            )
        self._people.remember(quarters, changes)
        return written

    async def _without_erased(
        self, connection: asyncpg.Connection, interactions: Sequence[Interaction]
    ) -> Sequence[Interaction]:
        """Until the transaction ends, nobody else is erased."""
        await connection.execute("SELECT pg_advisory_xact_lock_shared($1)", AdvisoryLock.ERASURE)
        erasures = await connection.fetch("SELECT user_id, erased_at FROM erasures ORDER BY id")
        if erasures != self._people.erasures:
            self._people.forget()
            self._people.erasures = erasures
        if not erasures:
            return interactions
        until = dict(erasures)
        return [
            one for one in interactions if one.user_id not in until or one.at > until[one.user_id]
        ]


async def _insert(
    connection: asyncpg.Connection,
    interactions: Sequence[Interaction],
    border: datetime | None,
    *,
    copies: bool,
) -> Sequence[Interaction]:
    """Returns those that were not there. `border` is that of a month, if one is near."""
    if border is not None:
        interactions = await rows.missing_near(connection, interactions, border)
        if not interactions:
            return []
    if copies:
        return await rows.insert_missing(connection, interactions)
    await rows.copy(connection, interactions)
    return interactions


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
