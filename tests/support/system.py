"""The whole system as it runs in production: every service a process, on real servers."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import asyncpg
import httpx
import msgspec
from botloom_local.servers import free_port
from redis.asyncio import Redis
from sqlalchemy import make_url

from .eventually import eventually
from .person import Person
from .processes import process, until_ready
from .servers import Servers, asyncpg_arguments, fresh_database
from .simulator import Simulator

ADMIN_TOKEN = "an-admin-token-of-the-tests"
WEBHOOK_SECRET = "a-webhook-secret-of-the-tests"
BOT_ID = 4242
BOT_TOKEN = f"{BOT_ID}:simulated-token_of-the-tests"

Mode = Literal["polling", "webhook"]

ALLOWED_HOST = "127.0.0.2"
"""The internet's part in `request` steps; 127.0.0.1 stands for what is to be protected."""

NO_LIMITS = {
    "BOTLOOM_LIMIT_PER_SECOND": "0",
    "BOTLOOM_LIMIT_PER_CHAT_PER_SECOND": "0",
    "BOTLOOM_LIMIT_PER_GROUP_PER_MINUTE": "0",
}

SERVICES = ("simulator", "config", "stats", "admin-api", "gateway")


class System:
    """Addresses of the running services, and what an admin and a person do."""

    def __init__(
        self,
        mode: Mode,
        database_url: str,
        redis_url: str,
        directory: Path,
        **environment: str,
    ) -> None:
        self.mode = mode
        self._log = directory / "log"
        self._ports = {name: free_port() for name in SERVICES}
        self.environment = {
            "BOTLOOM_DATABASE_URL": database_url,
            "BOTLOOM_REDIS_URL": redis_url,
            "BOTLOOM_BOT_TOKEN": BOT_TOKEN,
            "BOTLOOM_BOT_API_URL": self.url("simulator"),
            "BOTLOOM_ADMIN_TOKEN": ADMIN_TOKEN,
            "BOTLOOM_API_LIMIT_PER_SECOND": "0",
            "BOTLOOM_STATS_IDLE_SECONDS": "1",
            "BOTLOOM_REQUEST_ALLOWED_NETWORKS": ALLOWED_HOST,
            **NO_LIMITS,
            **{f"BOTLOOM_{_upper(name)}_PORT": str(port) for name, port in self._ports.items()},
            **environment,
        }
        if mode == "webhook":
            self.environment["BOTLOOM_WEBHOOK_URL"] = self.webhook_url
            self.environment["BOTLOOM_WEBHOOK_SECRET"] = WEBHOOK_SECRET

    def url(self, service: str) -> str:
        return f"http://127.0.0.1:{self._ports[service]}"

    @property
    def webhook_url(self) -> str:
        return f"{self.url('gateway')}/telegram"

    @contextmanager
    def service(self, name: str, **environment: str) -> Iterator[Any]:
        """`environment` has what another process of the same service does otherwise."""
        with process(
            f"botloom_{name.replace('-', '_')}",
            environment={**self.environment, **environment},
            log=self._log,
        ) as child:
            yield child

    @asynccontextmanager
    async def gateway(self, port: int, **environment: str) -> AsyncIterator[Any]:
        """One of several, ready to take updates."""
        with self.service("gateway", BOTLOOM_GATEWAY_PORT=str(port), **environment) as child:
            await until_ready(f"http://127.0.0.1:{port}")
            yield child

    @asynccontextmanager
    async def running(self) -> AsyncIterator["System"]:
        with ExitStack() as stack:
            for name in SERVICES:
                stack.enter_context(self.service(name))
            await asyncio.gather(*(until_ready(self.url(name)) for name in SERVICES))
            yield self

    def redis(self) -> Redis:
        return Redis.from_url(self.environment["BOTLOOM_REDIS_URL"])

    async def database(self) -> asyncpg.Connection:
        url = make_url(self.environment["BOTLOOM_DATABASE_URL"])
        return await asyncpg.connect(**asyncpg_arguments(url))

    def admin(self) -> "Admin":
        return Admin(self.url("admin-api"))

    def person(self, chat_id: int, http: httpx.AsyncClient) -> Person:
        return Person(http, self.url("simulator"), chat_id)

    def simulator(self, http: httpx.AsyncClient) -> Simulator:
        return Simulator(http, self.url("simulator"))


@asynccontextmanager
async def started(
    mode: Mode,
    servers: Servers,
    template: str,
    redis_number: int,
    directory: Path,
    **environment: str,
) -> AsyncIterator[System]:
    """A running one, on a database of its own."""
    async with fresh_database(servers, template) as database_url:
        redis_url = f"{servers.redis}{redis_number}"
        async with System(mode, database_url, redis_url, directory, **environment).running() as one:
            yield one


async def live(redis: Redis, seq: int) -> None:
    """Wait until the gateway runs the configuration of this event."""

    async def running() -> int:
        (key,) = await redis.keys("gateway:*")
        found: int = msgspec.json.decode(await redis.get(key))["seq"]
        return found

    await eventually(running, lambda found: found >= seq)


class Admin:
    """Calls of the admin API; each must succeed, unless its status is asked for."""

    def __init__(self, url: str) -> None:
        self._created: list[str] = []
        self.last_seq = 0
        """Of the last change: what a gateway must run to have it."""
        self.http = httpx.AsyncClient(
            base_url=f"{url}/api/v1/",
            headers={"Authorization": f"Bearer {ADMIN_TOKEN}"},
            timeout=30,
        )

    async def create(self, resource: str, **body: Any) -> int:
        answer = await self.http.post(resource, json=body)
        assert answer.status_code == 201, answer.text
        self.last_seq = int(answer.headers["Botloom-Config-Seq"])
        created: int = answer.json()["id"]
        self._created.append(f"{resource}/{created}")
        return created

    async def change(self, resource: str, object_id: int, **body: Any) -> dict[str, Any]:
        answer = await self.http.patch(f"{resource}/{object_id}", json=body)
        assert answer.status_code == 200, answer.text
        self.last_seq = int(answer.headers["Botloom-Config-Seq"])
        changed: dict[str, Any] = answer.json()
        return changed

    async def delete(self, resource: str, object_id: int) -> None:
        answer = await self.http.delete(f"{resource}/{object_id}")
        assert answer.status_code == 204, answer.text
        self.last_seq = int(answer.headers["Botloom-Config-Seq"])

    async def tidy_up(self) -> None:
        """Delete what was created, the users of things before the things."""
        for path in reversed(self._created):
            answer = await self.http.delete(path)
            assert answer.status_code in (204, 404), answer.text
        await self.http.aclose()

    async def summary(self, since: datetime) -> dict[str, Any]:
        answer = await self.http.get("stats/summary", params={"from": since.isoformat()})
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found


def _upper(name: str) -> str:
    return name.replace("-", "_").upper()
