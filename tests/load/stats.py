"""Interactions a second from the stream into `statistics`, by one stats process, against
PostgreSQL's own COPY of the same rows into the same table: a prepared text, in one transaction.
Beside it, COPY in transactions of a batch, as a consumer has to write them.
"""

import asyncio
import statistics
import tempfile
import time
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import asyncpg
from botloom_contracts.codec import encode_event
from botloom_contracts.database.migrate import upgrade
from botloom_contracts.events import Interaction
from botloom_contracts.streams import INTERACTIONS
from botloom_local.servers import (
    create_database,
    embedded_postgres,
    embedded_redis,
    free_port,
    postgres_url,
)
from redis.asyncio import Redis
from support.eventually import eventually
from support.processes import process

from .report import Figure, Report

ROUNDS = 5
ROWS = 200_000
BATCH = 8000
TARGET = 0.3
COLUMNS = (
    "event_id",
    "timestamp",
    "event",
    "user_id",
    "chat_id",
    "handler_id",
    "callback_data",
    "payload",
    "config_seq",
)


def run() -> Report:
    with ExitStack() as stack:
        directory = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="botloom-bench-")))
        directory.chmod(0o755)
        sockets = stack.enter_context(embedded_postgres(directory / "postgres"))
        port = free_port()
        stack.enter_context(embedded_redis(directory / "redis", port))
        return asyncio.run(_measure(sockets, f"redis://127.0.0.1:{port}/0", directory / "log"))


async def _measure(sockets: Path, redis_url: str, log: Path) -> Report:
    await create_database(sockets, "bench")
    url = postgres_url(sockets, "bench")
    await upgrade(url)
    database = await asyncpg.connect(user="postgres", database="bench", host=str(sockets))
    redis = Redis.from_url(redis_url)
    environment = {
        "BOTLOOM_DATABASE_URL": url,
        "BOTLOOM_REDIS_URL": redis_url,
        "BOTLOOM_STATS_PORT": str(free_port()),
    }
    interactions = _interactions()
    await database.execute("SELECT create_statistics_partition($1)", interactions[0].at.date())
    copied, copied_rows, consumed = [], [], []
    try:
        for _ in range(ROUNDS):
            copied.append(await _copy(database, interactions))
            copied_rows.append(await _copy_rows(database, interactions))
            consumed.append(await _consume(database, redis, interactions, environment, log))
    finally:
        await database.close()
        await redis.aclose()
    return Report(
        f"stats: rows a second into `statistics`, {ROWS:,} interactions",
        [
            Figure("from the stream, one process, each once", statistics.median(consumed), "/s"),
            Figure(
                f"COPY into the same table, by batches of {BATCH:,} rows",
                statistics.median(copied_rows),
                "/s",
                f"of which the first is {_ratio(consumed, copied_rows):.2f}",
            ),
            Figure(
                "COPY into the same table, a prepared text at once",
                statistics.median(copied),
                "/s",
            ),
        ],
        ratio=_ratio(consumed, copied),
        target=f"at least {TARGET}",
        reached=lambda ratio: ratio >= TARGET,
    )


def _interactions() -> list[Interaction]:
    start = datetime(2026, 11, 23, 12, tzinfo=UTC)
    kinds = ("start", "button_click", "message", "command")
    return [
        Interaction(
            update_id=900_000_000 + n,
            event=kinds[n % 4],
            user_id=7_000_000_000 + n % 5000,
            chat_id=7_000_000_000 + n % 5000,
            at=start + timedelta(microseconds=n * 500),
            handler_id=n % 20,
            callback_data="prices" if n % 4 == 1 else None,
            payload="promo" if n % 4 == 0 else None,
            config_seq=42,
            first_name="Anna",
            username="anna",
            language_code="ru",
        )
        for n in range(ROWS)
    ]


async def _copy(database: asyncpg.Connection, interactions: list[Interaction]) -> float:
    lines = BytesIO(
        "".join(
            f"{i.update_id}\t{i.at.isoformat()}\t{i.event}\t{i.user_id}\t{i.chat_id}\t"
            f"{i.handler_id}\t{i.callback_data or chr(92) + 'N'}\t"
            f"{i.payload or chr(92) + 'N'}\t{i.config_seq}\n"
            for i in interactions
        ).encode()
    )
    await database.execute("TRUNCATE statistics")
    started = time.perf_counter()
    await database.copy_to_table("statistics", source=lines, columns=COLUMNS)
    return ROWS / (time.perf_counter() - started)


async def _copy_rows(database: asyncpg.Connection, interactions: list[Interaction]) -> float:
    await database.execute("TRUNCATE statistics")
    rows = [
        (
            i.update_id,
            i.at,
            i.event,
            i.user_id,
            i.chat_id,
            i.handler_id,
            i.callback_data,
            i.payload,
            i.config_seq,
        )
        for i in interactions
    ]
    started = time.perf_counter()
    for first in range(0, ROWS, BATCH):
        batch = rows[first : first + BATCH]
        await database.copy_records_to_table("statistics", records=batch, columns=COLUMNS)
    return ROWS / (time.perf_counter() - started)


def _ratio(ours: list[float], theirs: list[float]) -> float:
    return statistics.median(a / b for a, b in zip(ours, theirs, strict=True))


async def _consume(
    database: asyncpg.Connection,
    redis: Redis,
    interactions: list[Interaction],
    environment: dict[str, str],
    log: Path,
) -> float:
    await database.execute("TRUNCATE statistics")
    await redis.flushall()
    for start in range(0, ROWS, 2000):
        async with redis.pipeline(transaction=False) as pipeline:
            for interaction in interactions[start : start + 2000]:
                pipeline.xadd(INTERACTIONS.name, {"data": encode_event(interaction)})
            await pipeline.execute()

    async def finished() -> int:
        groups = await redis.xinfo_groups(INTERACTIONS.name)
        return sum((group["entries-read"] or 0) - group["pending"] for group in groups)

    with process("botloom_stats", environment=environment, log=log):
        first = await eventually(finished)
        started = time.perf_counter()
        await eventually(finished, lambda count: count == ROWS, 120)
        elapsed = time.perf_counter() - started
    written = await database.fetchval("SELECT count(*) FROM statistics")
    if written != ROWS:
        raise SystemExit(f"{written} rows of {ROWS}")
    return (ROWS - first) / elapsed
