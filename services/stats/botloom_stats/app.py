"""The composition root: builds everything, runs it, closes it."""

import asyncio

from aiohttp import web
from botloom_contracts.streams import INTERACTIONS
from botloom_runtime.identity import process_name
from botloom_runtime.probes import add_probe_routes, listening
from botloom_runtime.redis_client import connect_redis
from botloom_runtime.stream_consumer import ConsumePolicy, StreamConsumer

from .consumers import interactions
from .repository import Repository, connect
from .settings import Settings


async def serve(settings: Settings, stop: asyncio.Event) -> None:
    """Write interactions to PostgreSQL until `stop` is set."""
    redis_url = settings.redis_url.get_secret_value()
    redis = connect_redis(redis_url)
    pool = await connect(settings.database_url.get_secret_value(), settings.stats_readers + 1)
    idle_ms = int(settings.stats_idle_seconds * 1000)
    consumer = StreamConsumer(
        redis_url,
        redis,
        INTERACTIONS,
        process_name(),
        interactions(Repository(pool)),
        ConsumePolicy(
            batch_size=settings.stats_batch_size,
            readers=settings.stats_readers,
            idle_ms=idle_ms,
            upkeep_seconds=min(5.0, settings.stats_idle_seconds / 2),
        ),
    )

    async def readiness() -> str | None:
        return None if consumer.running else "the stream is not consumed yet"

    probes = web.Application()
    add_probe_routes(probes, readiness)
    try:
        async with listening(probes, settings.listen_host, settings.stats_port):
            await consumer.run(stop)
    finally:
        await pool.close()
        await redis.aclose()
