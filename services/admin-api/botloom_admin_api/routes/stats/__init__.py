"""What is asked about interactions, all of it under `/stats`; the tables to take along, too."""

from collections.abc import Sequence

from litestar.types import ControllerRouterHandler
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from ...statistics.live_feed import LiveFeed
from .daily import daily_route
from .exports import export_routes
from .figures import figures_router
from .funnel import funnel_route
from .health import stats_health_router
from .live import live_route
from .over_time import over_time_router
from .reconciliation import reconciliation_router
from .tops import tops_router
from .unmatched import unmatched_route


def statistics_routes(
    sessions: async_sessionmaker[AsyncSession], recounts: AsyncEngine, redis: Redis, feed: LiveFeed
) -> Sequence[ControllerRouterHandler]:
    return [
        over_time_router(sessions),
        figures_router(sessions),
        tops_router(sessions),
        daily_route(sessions),
        funnel_route(sessions),
        unmatched_route(sessions),
        *export_routes(sessions),
        live_route(feed),
        stats_health_router(sessions, redis),
        reconciliation_router(recounts),
    ]
