"""The gateways, as they report themselves in Redis, and waiting for what they take."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from typing import Any

import structlog
from botloom_contracts.cache import (
    CONFIG_TAKEN,
    GATEWAYS,
    gateway_key,
    read_taken,
    taken_key,
)
from botloom_contracts.gateway_report import GatewayReport, decode_report
from botloom_runtime.announcements import announced
from botloom_runtime.backoff import tries
from botloom_runtime.redis_client import OUTAGES
from redis.asyncio import Redis

from .propagation import Gateway

CHECK_SECONDS = 2.0
"""Announcements may be lost, and a gateway that is killed makes none."""

EVERYTHING = 2**63
"""Where no gateway runs there is nothing to wait for."""

log = structlog.stdlib.get_logger()


async def read_reports(redis: Redis) -> dict[str, GatewayReport]:
    """Of all gateways that are not gone, by their ids. Raises the client's errors."""
    members: Any = await redis.zrange(GATEWAYS, 0, -1)
    if not members:
        return {}
    ids = [member.decode() for member in members]
    reports: Any = await redis.mget([gateway_key(one) for one in ids])
    return {
        gateway_id: decode_report(report)
        for gateway_id, report in zip(ids, reports, strict=True)
        if report is not None
    }


async def read_gateways(redis: Redis) -> list[Gateway]:
    """With what they took. Raises the client's errors."""
    reports = await read_reports(redis)
    async with redis.pipeline(transaction=False) as pipeline:
        for gateway_id in reports:
            pipeline.zrange(taken_key(gateway_id), 0, -1)
        taken = await pipeline.execute()
    return [
        Gateway(gateway_id, report.seq, [read_taken(member) for member in members])
        for (gateway_id, report), members in zip(reports.items(), taken, strict=True)
    ]


class GatewayWatch:
    """One subscription for all who wait; one look at the reports for each announcement."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._stop = asyncio.Event()
        self._waiting = 0
        self._least = 0
        """What all gateways run, or later ones, at the last look."""
        self._looked = asyncio.Event()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        self._stop.clear()
        task = asyncio.create_task(self._run(), name="gateway watch")
        try:
            yield
        finally:
            self._stop.set()
            await task

    async def until_live(self, seq: int, seconds: float) -> None:
        """Wait until all gateways run the configuration of `seq` or a later one, or the time is
        over. Raises the client's errors."""
        self._waiting += 1
        try:
            looked = self._looked
            # Outside of the time-out: redis-py can swallow a cancellation in mid-command.
            least = await self._look()
            async with asyncio.timeout(seconds):
                while least < seq:
                    await looked.wait()
                    looked, least = self._looked, self._least
        except TimeoutError:
            pass
        finally:
            self._waiting -= 1

    async def _look(self) -> int:
        reports = await read_reports(self._redis)
        return min((report.seq for report in reports.values()), default=EVERYTHING)

    async def _run(self) -> None:
        async for attempt in tries(self._stop):
            try:
                channel = announced(self._redis, CONFIG_TAKEN, self._stop, CHECK_SECONDS)
                async with aclosing(channel) as announcements:
                    async for _ in announcements:
                        await self._tell()
            except OUTAGES as error:
                if attempt == 0:
                    log.warning("gateways_unwatched", error=str(error))

    async def _tell(self) -> None:
        if self._waiting:
            self._least = await self._look()
            self._looked.set()
            self._looked = asyncio.Event()
