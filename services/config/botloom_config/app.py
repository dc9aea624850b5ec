"""The composition root: builds everything, runs it, closes it."""

import asyncio

import structlog
from aiohttp import web
from botloom_contracts.streams import CONFIG_CHANGES
from botloom_runtime.backoff import tries
from botloom_runtime.identity import process_name
from botloom_runtime.probes import add_probe_routes, listening
from botloom_runtime.redis_client import connect_redis
from botloom_runtime.stream_consumer import ConsumePolicy, StreamConsumer
from sqlalchemy.ext.asyncio import create_async_engine

from .consumers import config_changes
from .settings import Settings
from .sync import CacheSync

log = structlog.stdlib.get_logger()


async def serve(settings: Settings, stop: asyncio.Event) -> None:
    """Build the cache, then keep it in line with the tables until `stop` is set."""
    redis_url = settings.redis_url.get_secret_value()
    redis = connect_redis(redis_url)
    engine = create_async_engine(settings.database_url.get_secret_value(), pool_pre_ping=True)
    sync = CacheSync(engine, redis)
    consumer = StreamConsumer(
        redis_url,
        redis,
        CONFIG_CHANGES,
        process_name(),
        config_changes(sync),
        ConsumePolicy(batch_size=500),
        on_start=lambda: _rebuild(sync, stop),
    )

    async def readiness() -> str | None:
        return None if consumer.running else "the cache is not built yet"

    probes = web.Application()
    add_probe_routes(probes, readiness)
    try:
        async with listening(probes, settings.listen_host, settings.config_port):
            await consumer.run(stop)
    finally:
        await engine.dispose()
        await redis.aclose()


async def _rebuild(sync: CacheSync, stop: asyncio.Event) -> None:
    async for attempt in tries(stop):
        try:
            await sync.rebuild("the service starts")
        except Exception:
            if attempt == 0:
                log.exception("rebuild_failed")
        else:
            return
