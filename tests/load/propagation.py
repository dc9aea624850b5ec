"""From the admin API's answer to a change until the gateway runs it: 200 changes, one after
another, through the real services.
"""

import asyncio
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import msgspec
from botloom_contracts.cache import GATEWAY_PREFIX, GatewayReport
from botloom_contracts.database.migrate import upgrade
from botloom_local.servers import (
    create_database,
    embedded_postgres,
    embedded_redis,
    free_port,
    postgres_url,
)
from redis.asyncio import Redis
from support.eventually import eventually
from support.system import System

from .report import Figure, Report

CHANGES = 200
TARGET_MS = 100.0


def run() -> Report:
    with ExitStack() as stack:
        directory = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="botloom-bench-")))
        directory.chmod(0o755)
        sockets = stack.enter_context(embedded_postgres(directory / "postgres"))
        port = free_port()
        stack.enter_context(embedded_redis(directory / "redis", port))
        delays = asyncio.run(_measure(sockets, f"redis://127.0.0.1:{port}/0", directory))
    delays.sort()
    p99 = delays[len(delays) * 99 // 100]
    return Report(
        f"propagation: from the API's answer to the gateway's snapshot, {CHANGES} changes",
        [
            Figure("p50", delays[len(delays) // 2], " ms"),
            Figure("p99", p99, " ms"),
            Figure("longest", delays[-1], " ms"),
        ],
        ratio=p99,
        ratio_unit=" ms",
        target=f"p99 under {TARGET_MS:.0f} ms",
        reached=lambda measured: measured < TARGET_MS,
    )


async def _measure(sockets: Path, redis_url: str, directory: Path) -> list[float]:
    await create_database(sockets, "bench")
    database_url = postgres_url(sockets, "bench")
    await upgrade(database_url)
    async with System("webhook", database_url, redis_url, directory).running() as system:
        admin = system.admin()
        redis = system.redis()
        handler = await admin.create("handlers", pattern="/start", message="Hello")
        delays = []
        for n in range(CHANGES):
            await admin.change("handlers", handler, message=f"Hello {n}")
            answered = time.time()
            report = await _running(redis, admin.last_seq)
            # Both clocks are this machine's. What ran before the answer was read took no time.
            delays.append(max(0.0, report.at.timestamp() - answered) * 1000)
        await redis.aclose()
        await admin.tidy_up()
    return delays


async def _running(redis: Redis, seq: int) -> GatewayReport:
    async def look() -> GatewayReport:
        (key,) = await redis.keys(f"{GATEWAY_PREFIX}*")
        return msgspec.json.decode(await redis.get(key), type=GatewayReport)

    return await eventually(look, lambda report: report.seq >= seq)
