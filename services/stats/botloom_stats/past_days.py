"""Days that are over, of which more is kept than of the present one.

Whoever makes that takes a lock, and so does a batch that brings more of such a day: nothing is made
while a batch is between its rows and its commit.
"""

from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta

import asyncpg
from botloom_contracts.database.locks import AdvisoryLock

SETTLED = timedelta(hours=1)
"""After its end a day counts as over: clocks of two processes differ by less."""


def first_not_over(now: datetime) -> date:
    return (now - SETTLED).astimezone(UTC).date()


async def lock_alone(connection: asyncpg.Connection) -> bool:
    """Until the transaction ends. False where another process is at it, or a batch brings more."""
    lock = "SELECT pg_try_advisory_xact_lock($1)"
    locked: bool = await connection.fetchval(lock, AdvisoryLock.PAST_DAYS)
    return locked


async def lock_over(
    connection: asyncpg.Connection, days: Collection[date], now: datetime
) -> list[date]:
    """Those of `days` that are over, until the transaction ends."""
    over = [day for day in days if day < now.astimezone(UTC).date()]
    if over:
        lock = "SELECT pg_advisory_xact_lock_shared($1)"
        await connection.execute(lock, AdvisoryLock.PAST_DAYS)
    return over
