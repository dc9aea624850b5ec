"""From the admin API's answer to a change until all gateways run it: two admin-api replicas, three
gateways and one `config`, all on this machine; changes of all kinds, one after another, alternately
through both replicas.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from botloom_contracts.cache import read_taken, taken_key
from botloom_contracts.database.migrate import upgrade
from botloom_local.servers import (
    create_database,
    free_port,
    postgres_url,
)
from redis.asyncio import Redis
from support.processes import until_ready
from support.system import Admin, System

from .report import Figure, Report
from .seeding import Seeded, seed
from .servers import running_servers

CHANGES = 200
GATEWAYS = 3
REPLICAS = 2
TARGETS_MS = {1_000: 100.0, 50_000: 250.0}
"""Of p99, by the number of handlers."""


def run() -> Report:
    delays = {handlers: sorted(_with_servers(handlers)) for handlers in TARGETS_MS}
    p99 = {handlers: found[len(found) * 99 // 100] for handlers, found in delays.items()}
    return Report(
        f"propagation: from the API's answer until {GATEWAYS} gateways run it, {CHANGES} changes",
        [
            Figure(
                f"p99 with {handlers:,} handlers",
                p99[handlers],
                " ms",
                f"p50 {found[len(found) // 2]:.1f} ms, longest {found[-1]:.1f} ms; "
                f"target {TARGETS_MS[handlers]:.0f} ms",
            )
            for handlers, found in delays.items()
        ],
        ratio=max(p99[handlers] / target for handlers, target in TARGETS_MS.items()),
        target="each p99 within its target",
        reached=lambda ratio: ratio < 1,
    )


def _with_servers(handlers: int) -> list[float]:
    with running_servers() as (directory, sockets, redis_url):
        return asyncio.run(_measure(sockets, redis_url, directory, handlers))


async def _measure(sockets: Path, redis_url: str, directory: Path, handlers: int) -> list[float]:
    await create_database(sockets, "bench")
    database_url = postgres_url(sockets, "bench")
    await upgrade(database_url)
    system = System("webhook", database_url, redis_url, directory)
    database = await system.database()
    seeded = await seed(database, handlers)
    await database.close()
    async with _running(system) as admins:
        redis = system.redis()
        delays = []
        for n in range(CHANGES):
            admin = admins[n % REPLICAS]
            await _change(admin, seeded, n)
            answered = time.time()
            told = await admin.http.get("propagation", params={"seq": admin.last_seq, "wait": 20})
            gateways = told.json()["gateways"]
            assert [one["live"] for one in gateways] == [True] * GATEWAYS, gateways
            taken = max([await _taken(redis, one["id"], admin.last_seq) for one in gateways])
            # Both clocks are this machine's. What ran before the answer was read took no time.
            delays.append(max(0.0, taken - answered * 1000))
        await redis.aclose()
        return delays


async def _change(admin: Admin, seeded: Seeded, n: int) -> None:
    """Mostly handlers, whose patterns are of all forms; every fourth time something else."""
    if n % 8 == 3:
        await admin.change("buttons", n % seeded.buttons + 1, label=f"Changed {n}")
    elif n % 8 == 7:
        callback = n % seeded.callbacks + 1
        await admin.change("callbacks", callback, action=[{"type": "toast", "text": f"{n}"}])
    elif n % 8 == 5:
        await admin.change("handlers", n % seeded.handlers + 1, pattern=f"changed {n} *")
    else:
        await admin.change("handlers", n % seeded.handlers + 1, message=f"Changed {n}")


async def _taken(redis: Redis, gateway_id: str, seq: int) -> int:
    """Unix milliseconds."""
    (member,) = await redis.zrange(
        taken_key(gateway_id), seq, "+inf", byscore=True, offset=0, num=1
    )
    return read_taken(member)[1]


@asynccontextmanager
async def _running(system: System) -> AsyncIterator[list[Admin]]:
    async with AsyncExitStack() as stack:
        stack.enter_context(system.service("simulator"))
        stack.enter_context(system.service("config"))
        ports = [free_port() for _ in range(REPLICAS)]
        for port in ports:
            environment = {"BOTLOOM_ADMIN_API_PORT": str(port)}
            stack.enter_context(system.service("admin-api", **environment))
        for url in map(system.url, ("simulator", "config")):
            await until_ready(url)
        for _ in range(GATEWAYS):
            await stack.enter_async_context(system.gateway(free_port()))
        admins = []
        for port in ports:
            await until_ready(f"http://127.0.0.1:{port}")
            admin = Admin(f"http://127.0.0.1:{port}")
            stack.push_async_callback(admin.http.aclose)
            admins.append(admin)
        yield admins
