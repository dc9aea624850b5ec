"""How long each figure takes over a year of rows; `BOTLOOM_BENCH_ROWS` says how many, 20 million.

Everything is asked for over HTTP, as the panel does, of one admin-api, in two time zones. No plan
may read all rows of a month.
"""

import asyncio
import os
import statistics
import time
from datetime import timedelta
from pathlib import Path

import asyncpg
import httpx
from botloom_contracts.database.migrate import upgrade
from botloom_local.servers import (
    create_database,
    free_port,
    postgres_url,
)
from botloom_stats.daily_uses import pack
from botloom_stats.monthly_sums import add_up
from botloom_stats.repository import connect
from support.eventually import eventually
from support.processes import process, until_ready

from .report import Figure, Report
from .rows import END, write_year
from .servers import running_servers

ROWS = int(os.environ.get("BOTLOOM_BENCH_ROWS", "20000000"))
MANY = 1_000_000
"""Of fewer rows it takes least time to read all of a month."""
BEFORE_THE_SUMS = "0009"
SCANS = "SELECT sum(seq_scan) FROM pg_stat_user_tables WHERE relname LIKE 'statistics_2%'"
OTHERS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""
TOKEN = "a-token-of-the-benchmark"
LIMIT_MS = 300.0
LIMITS_MS = {"summary": 100.0}
"""Of figures that every screen begins with."""
REPEATS = 3
DAYS = (1, 7, 30, 90, 364)
ZONES = ("Europe/Moscow", "Asia/Kolkata")
FUNNEL = "funnel?step=event:start&step=button:button-1&step=handler:3"
FIGURES = {
    "summary": "summary",
    "series": "series",
    "series of a handler, by weeks": "series?bucket=week&handler_id=3",
    "activity": "activity",
    "retention, by weeks": "retention?bucket=week",
    "handlers": "handlers",
    "buttons": "buttons",
    "sources": "sources",
    "languages": "languages",
    "heatmap": "heatmap",
    "unmatched": "unmatched",
    "funnel of three steps": FUNNEL,
    "funnel of three steps in 24 hours": f"{FUNNEL}&within=24",
}


def run() -> Report:
    with running_servers() as (directory, sockets, redis_url):
        return asyncio.run(_measure(sockets, redis_url, directory / "log"))


async def _measure(sockets: Path, redis_url: str, log: Path) -> Report:
    await create_database(sockets, "bench")
    url = postgres_url(sockets, "bench")
    await upgrade(url, BEFORE_THE_SUMS)
    database = await asyncpg.connect(user="postgres", database="bench", host=str(sockets))
    await write_year(database, ROWS)
    began = time.perf_counter()
    await upgrade(url)
    migrated = time.perf_counter() - began
    await _pack(url)
    await database.execute("VACUUM ANALYZE", timeout=900)
    scans = await database.fetchval(SCANS)
    port = free_port()
    environment = {
        "BOTLOOM_DATABASE_URL": url,
        "BOTLOOM_REDIS_URL": redis_url,
        "BOTLOOM_ADMIN_API_PORT": str(port),
        "BOTLOOM_ADMIN_TOKEN": TOKEN,
        "BOTLOOM_API_LIMIT_PER_SECOND": "0",
    }
    with process("botloom_admin_api", environment=environment, log=log):
        await until_ready(f"http://127.0.0.1:{port}")
        async with httpx.AsyncClient(
            base_url=f"http://127.0.0.1:{port}/api/v1/stats/",
            headers={"Authorization": f"Bearer {TOKEN}"},
            timeout=120,
        ) as http:
            times = {
                name: [await _longest(http, path, days) for days in DAYS]
                for name, path in FIGURES.items()
            }
    # Its connections are closed, so that PostgreSQL has counted what they did.
    scanned = await eventually(lambda: _scans_of_others(database), lambda found: found is not None)
    await database.close()
    if ROWS >= MANY and scanned != scans:
        raise SystemExit(f"{scanned - scans} times all rows of a month were read")
    figures = [
        Figure(
            name,
            max(found),
            " ms",
            ", ".join(f"{days} d {took:,.0f}" for days, took in zip(DAYS, found, strict=True)),
        )
        for name, found in times.items()
    ]
    return Report(
        f"queries: each figure over {ROWS:,} rows of a year, the slower of two time zones"
        f" (the migration took {migrated:,.0f} s)",
        figures,
        ratio=max(figure.value / LIMITS_MS.get(figure.name, LIMIT_MS) for figure in figures),
        ratio_unit=" of what the slowest may take",
        target=f"summaries take at most {LIMITS_MS['summary']:.0f} ms, others {LIMIT_MS:.0f}",
        reached=lambda longest: longest <= 1,
    )


async def _pack(url: str) -> None:
    """As stats does, on the last day."""
    pool = await connect(url, 2)
    last_day = END - timedelta(hours=12)
    while await pack(pool, last_day):
        pass
    await add_up(pool, last_day)
    await pool.close()


async def _scans_of_others(database: asyncpg.Connection) -> int | None:
    """None as long as others are connected."""
    if await database.fetchval(OTHERS):
        return None
    scans: int = await database.fetchval(SCANS)
    return scans


async def _longest(http: httpx.AsyncClient, figure: str, days: int) -> float:
    """In milliseconds, in the slower zone: the median of some, after one to warm up."""
    # Of no round time: both ends are in the middle of a quarter of an hour.
    until = END - timedelta(hours=5, minutes=7)
    period = {"from": (until - timedelta(days=days)).isoformat(), "to": until.isoformat()}
    found = []
    for zone in ZONES:
        path, _, query = figure.partition("?")
        parameters = httpx.QueryParams(query).merge({**period, "tz": zone})
        times = []
        for _ in range(REPEATS + 1):
            began = time.perf_counter()
            answer = await http.get(path, params=parameters)
            times.append((time.perf_counter() - began) * 1000)
            if answer.status_code != httpx.codes.OK:
                raise SystemExit(f"{answer.url}: {answer.text}")
        found.append(statistics.median(times[1:]))
    return max(found)
