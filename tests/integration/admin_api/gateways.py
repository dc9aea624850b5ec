"""A gateway as far as the admin API sees it: it follows the cache, and reports."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from botloom_gateway.snapshot_feed import SnapshotFeed
from botloom_gateway.telegram_status import TelegramStatus
from redis.asyncio import Redis


@asynccontextmanager
async def gateway(
    redis: Redis, name: str, telegram: TelegramStatus | None = None
) -> AsyncIterator[SnapshotFeed]:
    feed, stop = SnapshotFeed(redis, name, telegram), asyncio.Event()
    following = asyncio.create_task(feed.run(stop))
    try:
        await asyncio.wait_for(feed.loaded.wait(), 10)
        yield feed
    finally:
        stop.set()
        await asyncio.wait_for(following, 10)
