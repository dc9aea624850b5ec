"""Packing the days that are over: who did what, and when, so that a funnel reads no rows.

A batch that brings more of such a day throws its pack away, and it is made anew.
"""

from collections.abc import Collection
from datetime import date, datetime

import asyncpg

from .past_days import first_not_over, lock_alone

DAYS_AT_ONCE = 20
DAY_SECONDS = 600
"""A day of millions of interactions takes longer than other statements may."""

_MISSING = """
SELECT DISTINCT day FROM daily_active_people AS active
WHERE day < $1 AND day >= (SELECT coalesce(max(kept_from), '-infinity') FROM statistics_retention)
    AND NOT EXISTS (SELECT FROM daily_uses WHERE daily_uses.day = active.day)
ORDER BY day DESC LIMIT $2
"""
_PACK = """
INSERT INTO daily_uses (kind, value, day, numbers, moments)
SELECT kind, value, $1::date, string_agg(int4send(number), '' ORDER BY timestamp, event_id),
    string_agg(
        int8send((extract(epoch FROM timestamp) * 1000000)::bigint), ''
        ORDER BY timestamp, event_id
    )
FROM statistics JOIN people USING (user_id)
CROSS JOIN LATERAL (VALUES
    ('event', event), ('handler', handler_id::text), ('button', callback_data)
) AS use (kind, value)
WHERE timestamp >= $1::date::timestamp AT TIME ZONE 'UTC'
    AND timestamp < ($1::date + 1)::timestamp AT TIME ZONE 'UTC' AND value IS NOT NULL
GROUP BY kind, value
"""


async def pack(pool: asyncpg.Pool, now: datetime) -> int:
    """Some of the days that are over, the latest first. Returns how many."""
    async with pool.acquire() as connection:
        missing = await connection.fetch(_MISSING, first_not_over(now), DAYS_AT_ONCE)
        return sum([await _pack(connection, day) for (day,) in missing])


async def _pack(connection: asyncpg.Connection, day: date) -> bool:
    async with connection.transaction():
        if not await lock_alone(connection):
            return False
        there = "SELECT FROM daily_uses WHERE day = $1 LIMIT 1"
        if await connection.fetchrow(there, day) is not None:
            return False
        await connection.execute(_PACK, day, timeout=DAY_SECONDS)
    return True


async def unpack(connection: asyncpg.Connection, days: Collection[date]) -> None:
    """To be made anew; under the lock, in the transaction that brings more rows."""
    await connection.execute("DELETE FROM daily_uses WHERE day = ANY($1)", days)
