"""The composition root: builds everything, runs it, closes it."""

import asyncio
from datetime import UTC, datetime

import asyncpg
from aiohttp import web
from botloom_contracts.streams import INTERACTIONS
from botloom_runtime.identity import process_name
from botloom_runtime.probes import add_probe_routes, listening
from botloom_runtime.redis_client import connect_redis
from botloom_runtime.stream_consumer import ConsumePolicy, StreamConsumer
from redis.asyncio import Redis

from . import compaction, daily_uses, erasures, measuring, monthly_sums, months
from .consumers import interactions
from .repository import Repository, connect
from .settings import Settings
from .upkeep import Job, keep_up

BESIDE_BATCHES = 2
"""Connections for partitions and upkeep."""


async def serve(settings: Settings, stop: asyncio.Event) -> None:
    """Write interactions to PostgreSQL until `stop` is set."""
    redis_url = settings.redis_url.get_secret_value()
    redis = connect_redis(redis_url)
    pool = await connect(
        settings.database_url.get_secret_value(), settings.stats_readers + BESIDE_BATCHES
    )
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
            await asyncio.gather(
                consumer.run(stop),
                keep_up(_jobs(pool, redis, settings.stats_retention_months), stop),
            )
    finally:
        await pool.close()
        await redis.aclose()


def _jobs(pool: asyncpg.Pool, redis: Redis, retention_months: int | None) -> list[Job]:
    async def see_to_months() -> None:
        now = datetime.now(UTC)
        await months.make_ahead(pool, now)
        if retention_months is not None:
            await months.drop_old(pool, retention_months, now)

    return [
        Job("metrics", 5, lambda: measuring.show(redis)),
        Job("daily_uses", 60, lambda: daily_uses.pack(pool, datetime.now(UTC))),
        Job("monthly_sums", 60, lambda: monthly_sums.add_up(pool, datetime.now(UTC))),
        Job("compaction", 60, lambda: compaction.compact(pool, datetime.now(UTC))),
        # Hourly, so that one failure on the last day of a month is none.
        Job("months", 3600, see_to_months),
        Job("erasures", 3600, lambda: erasures.purge(pool, redis)),
    ]
