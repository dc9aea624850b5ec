"""The same three addresses as in every process (see `botloom_runtime.probes`)."""

from litestar import Response, get
from prometheus_client import generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from redis.asyncio import Redis
from redis.exceptions import RedisError
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..relay import Relay
from .router import Router


def probe_router(sessions: async_sessionmaker[AsyncSession], redis: Redis, relay: Relay) -> Router:
    @get("/healthz")
    async def healthz() -> dict[str, str]:
        return {"status": "alive"}

    @get("/readyz")
    async def readyz() -> Response[dict[str, str]]:
        reason = await _missing(sessions, redis, relay)
        if reason is None:
            return Response({"status": "ready"})
        return Response({"status": "not ready", "reason": reason}, status_code=503)

    @get("/metrics")
    async def metrics() -> Response[bytes]:
        return Response(generate_latest(), media_type=CONTENT_TYPE_PLAIN_0_0_4)

    return Router("/", route_handlers=[healthz, readyz, metrics], include_in_schema=False)


async def _missing(
    sessions: async_sessionmaker[AsyncSession], redis: Redis, relay: Relay
) -> str | None:
    try:
        async with sessions() as session:
            await session.execute(text("SELECT 1"))
    except (SQLAlchemyError, OSError, TimeoutError):
        return "PostgreSQL does not answer"
    try:
        await redis.ping()
    except (RedisError, OSError, TimeoutError):
        return "Redis does not answer"
    return None if relay.alive else "the relay stands still"
