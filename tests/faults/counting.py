"""Is everything counted that was sent, and once?"""

from collections.abc import Sequence

import asyncpg
from botloom_admin_api.database import connect_database
from botloom_admin_api.statistics.reconciling import reconcile
from botloom_contracts.streams import INTERACTIONS
from botloom_runtime.stream_state import measure
from redis.asyncio import Redis
from sqlalchemy.pool import NullPool
from support.eventually import eventually
from support.system import System


async def unfinished(redis: Redis) -> int:
    state = await measure(redis, INTERACTIONS)
    return state.pending + (state.lag or 0)


async def check_counted(
    system: System, redis: Redis, sent: Sequence[int], seconds: float = 60
) -> None:
    """`sent` are the ids of the updates; there may be more interactions than these."""
    await eventually(lambda: unfinished(redis), lambda count: count == 0, seconds)
    database: asyncpg.Connection = await system.database()
    try:
        ids = [row["event_id"] for row in await database.fetch("SELECT event_id FROM statistics")]
    finally:
        await database.close()
    assert len(ids) == len(set(ids))
    assert set(ids) == set(sent)
    assert len(sent) == len(set(sent))
    assert await redis.xlen(INTERACTIONS.dead_letters) == 0
    url = system.environment["BOTLOOM_DATABASE_URL"]
    engine = connect_database(url, poolclass=NullPool)
    try:
        found = await reconcile(engine)
    finally:
        await engine.dispose()
    assert found is not None
    assert (found.interactions, found.total, found.differences) == (len(sent), 0, [])
