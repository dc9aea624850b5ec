from litestar import get
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ...auth import VIEWER
from ...problems import documented
from ...schemas.health import Health
from ...statistics.health import read_health
from ..router import Router


def stats_health_router(sessions: async_sessionmaker[AsyncSession], redis: Redis) -> Router:
    @get(
        "/",
        operation_id="getStatsHealth",
        summary="Tell how the counting of interactions is doing",
        description="What waits to be written, who writes it, and what could not be written.",
        responses=documented(),
        opt=VIEWER,
    )
    async def health() -> Health:
        async with sessions() as session:
            return await read_health(session, redis)

    return Router("/stats/health", route_handlers=[health], tags=["statistics"])
