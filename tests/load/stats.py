"""Interactions a second from the stream into PostgreSQL, with sums and people, by one stats process
and by two, against PostgreSQL's own COPY of the same rows into `statistics` alone, with its indexes
and without any; and how far stats is behind when half as many come in as it can write.
"""

import asyncio
import statistics
import time
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path
from typing import NamedTuple

import asyncpg
from botloom_contracts.database.migrate import upgrade
from botloom_contracts.streams import INTERACTIONS
from botloom_local.servers import (
    create_database,
    free_port,
    postgres_url,
)
from botloom_runtime.consumer_group import ensure_group
from botloom_stats.settings import Settings
from redis.asyncio import Redis
from support.eventually import eventually
from support.processes import process

from . import copying
from .interactions import START, encoded, interactions, publish
from .report import Figure, Report
from .servers import running_servers

ROUNDS = 3
ROWS = 600_000
READERS = Settings.model_fields["stats_readers"].default
TARGET = 0.25
LAG_SECONDS = 8
LAG_TARGET = 1.0
SUMS = (
    "statistics, interaction_counts, daily_interaction_counts, event_counts, start_counts,"
    " daily_start_counts, active_people, daily_active_people, daily_uses,"
    " monthly_interaction_counts, monthly_active_people, people, stats_progress"
)


class Bench(NamedTuple):
    database: asyncpg.Connection
    redis: Redis
    environment: dict[str, str]
    payloads: list[bytes]
    log: Path


def run() -> Report:
    with running_servers() as (directory, sockets, redis_url):
        return asyncio.run(_measure(sockets, redis_url, directory / "log"))


async def _measure(sockets: Path, redis_url: str, log: Path) -> Report:
    await create_database(sockets, "bench")
    url = postgres_url(sockets, "bench")
    await upgrade(url)
    database = await asyncpg.connect(user="postgres", database="bench", host=str(sockets))
    redis = Redis.from_url(redis_url)
    given = interactions(ROWS)
    text = copying.as_text(given)
    environment = {"BOTLOOM_DATABASE_URL": url, "BOTLOOM_REDIS_URL": redis_url}
    bench = Bench(database, redis, environment, encoded(given), log)
    await copying.create_bare_table(database)
    await database.execute("SELECT create_statistics_partition($1)", START.date())
    bare, copied, one, two = [], [], [], []
    try:
        for _ in range(ROUNDS):
            bare.append(await copying.copy(database, "bare_statistics", text, ROWS))
            copied.append(await copying.copy(database, "statistics", text, ROWS))
            one.append(await _consume(bench, processes=1))
            two.append(await _consume(bench, processes=2))
        half = statistics.median(one) / 2
        lag = await _lag(bench, half)
    finally:
        await database.close()
        await redis.aclose()
    return Report(
        f"stats: interactions a second with sums and people, {ROWS:,} of them",
        [
            Figure("from the stream, one process, each once", statistics.median(one), "/s"),
            Figure(
                "two processes",
                statistics.median(two),
                "/s",
                f"{_ratio(two, one):.2f} of one; target more than 1",
            ),
            Figure(
                "COPY into `statistics`, without sums and people",
                statistics.median(copied),
                "/s",
                f"of which one process is {_ratio(one, copied):.2f}",
            ),
            Figure(
                "COPY into the same columns without an index",
                statistics.median(bare),
                "/s",
                f"of which one process is {_ratio(one, bare):.2f}",
            ),
            Figure(
                f"longest lag with {half:,.0f}/s coming in",
                lag * 1000,
                " ms",
                f"target {LAG_TARGET * 1000:,.0f} ms",
            ),
        ],
        ratio=_ratio(one, copied),
        target=f"at least {TARGET} of COPY into `statistics`",
        reached=lambda ratio: ratio >= TARGET,
    )


def _ratio(ours: list[float], theirs: list[float]) -> float:
    return statistics.median(a / b for a, b in zip(ours, theirs, strict=True))


async def _consume(bench: Bench, processes: int) -> float:
    """The interactions a second, from when all readers are at work to the last acknowledged one."""
    await _empty(bench)
    await publish(bench.redis, bench.payloads)

    async def finished() -> int:
        groups = await bench.redis.xinfo_groups(INTERACTIONS.name)
        return sum((group["entries-read"] or 0) - group["pending"] for group in groups)

    async def reading() -> int:
        consumers = await bench.redis.xinfo_consumers(INTERACTIONS.name, INTERACTIONS.group)
        return sum(consumer["inactive"] >= 0 for consumer in consumers)

    async with _stats(bench, processes):
        await eventually(finished)
        await eventually(reading, lambda count: count == processes * READERS)
        first = await finished()
        started = time.perf_counter()
        await eventually(finished, lambda count: count == ROWS, 120)
        elapsed = time.perf_counter() - started
    for query in ("SELECT count(*) FROM statistics", "SELECT sum(count) FROM event_counts"):
        written = await bench.database.fetchval(query)
        if written != ROWS:
            raise SystemExit(f"{written} of {ROWS}: {query}")
    return (ROWS - first) / elapsed


async def _lag(bench: Bench, rate: float) -> float:
    """The greatest age of an interaction that is not acknowledged, in seconds."""
    await _empty(bench)
    await ensure_group(bench.redis, INTERACTIONS)
    ages: list[float] = []
    async with _stats(bench, processes=1):
        await publish(bench.redis, bench.payloads[:1])
        await eventually(lambda: _oldest_age(bench.redis), lambda age: age is None)
        watching = asyncio.create_task(_watch(bench.redis, ages))
        try:
            await _publish_evenly(bench, rate)
        finally:
            watching.cancel()
    return max(ages)


async def _publish_evenly(bench: Bench, rate: float) -> None:
    """50 times a second, as many as make `rate`."""
    started = time.perf_counter()
    sent = 1
    while (elapsed := time.perf_counter() - started) < LAG_SECONDS:
        due = min(int(elapsed * rate), len(bench.payloads))
        await publish(bench.redis, bench.payloads[sent:due])
        sent = max(sent, due)
        await asyncio.sleep(0.02)


async def _watch(redis: Redis, ages: list[float]) -> None:
    while True:
        ages.append(await _oldest_age(redis) or 0.0)
        await asyncio.sleep(0.05)


async def _oldest_age(redis: Redis) -> float | None:
    """In seconds, of the oldest interaction that is not acknowledged; None where all are."""
    (group,) = await redis.xinfo_groups(INTERACTIONS.name)
    if group["pending"]:
        pending = await redis.xpending(INTERACTIONS.name, INTERACTIONS.group)
        oldest = pending["min"]
    else:
        after = b"(" + group["last-delivered-id"]
        entries = await redis.xrange(INTERACTIONS.name, after, "+", count=1)
        oldest = entries[0][0] if entries else None
    if oldest is None:
        return None
    return time.time() - int(oldest.partition(b"-")[0]) / 1000


@asynccontextmanager
async def _stats(bench: Bench, processes: int) -> AsyncIterator[None]:
    with ExitStack() as stack:
        for _ in range(processes):
            environment = {**bench.environment, "BOTLOOM_STATS_PORT": str(free_port())}
            stack.enter_context(process("botloom_stats", environment=environment, log=bench.log))
        yield


async def _empty(bench: Bench) -> None:
    await bench.database.execute(f"TRUNCATE {SUMS} RESTART IDENTITY")
    await bench.redis.flushall()
