"""Forgetting who was erased, once nothing from before can come any more."""

from datetime import UTC, datetime, timedelta

import asyncpg
from botloom_contracts.streams import INTERACTIONS
from botloom_runtime.stream_state import StreamState, measure
from redis.asyncio import Redis

KEPT = timedelta(days=3)
CLOCKS_DIFFER = timedelta(hours=1)
"""Those of gateways, Redis and PostgreSQL, at most."""


async def purge(pool: asyncpg.Pool, redis: Redis) -> None:
    before = purged_before(await measure(redis, INTERACTIONS))
    if before is not None:
        async with pool.acquire() as connection:
            await connection.execute("DELETE FROM erasures WHERE erased_at < $1", before)


def purged_before(state: StreamState) -> datetime | None:
    """An erasure from before this has nothing more to keep out.

    None while there are dead letters: replayed, they would bring back whom they are of.
    """
    if state.dead_letters:
        return None
    now = datetime.fromtimestamp(state.at, UTC)
    waiting = timedelta(seconds=state.oldest_unfinished_seconds or 0)
    return min(now - KEPT, now - waiting - CLOCKS_DIFFER)
