"""The application in process, on real servers."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from botloom_admin_api.app import create_app
from botloom_admin_api.describe import description
from botloom_admin_api.settings import Settings
from botloom_config.app import serve as serve_config
from botloom_config.settings import Settings as ConfigSettings
from httpx import ASGITransport, AsyncClient, Response
from litestar import Litestar
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from redis.asyncio import Redis
from support import in_process
from support.servers import Servers

TOKEN = "a-token-of-the-tests"
JWT_SECRET = "a-secret-of-the-tests-that-signs-tokens"


class Api:
    """A client with a valid token. Paths are below `/api/v1`."""

    def __init__(self, client: AsyncClient) -> None:
        self.client = client
        self.seq = 0
        """Of the last change."""

    async def request(self, method: str, path: str, json: Any = None, **options: Any) -> Response:
        headers = {"Authorization": f"Bearer {TOKEN}", **options.pop("headers", {})}
        if json is not None:
            options["json"] = json
        path = f"/api/v1{path}"
        response = await self.client.request(method, path, headers=headers, **options)
        self.seq = int(response.headers.get("botloom-config-seq", self.seq))
        return response

    async def get(self, path: str, **params: Any) -> Any:
        response = await self.request("GET", path, params=params)
        assert response.status_code == 200, response.text
        return response.json()

    async def create(self, plural: str, **fields: Any) -> Any:
        response = await self.request("POST", f"/{plural}", fields)
        assert response.status_code == 201, response.text
        return response.json()

    async def patch(self, path: str, **fields: Any) -> Any:
        response = await self.request("PATCH", path, fields)
        assert response.status_code == 200, response.text
        return response.json()

    async def delete(self, path: str) -> None:
        response = await self.request("DELETE", path)
        assert response.status_code == 204, response.text

    async def refused(self, status: int, method: str, path: str, json: Any = None) -> list[Any]:
        """The field and the rule of each error of a request that is refused with `status`."""
        problem = await self.problem(status, method, path, json)
        return [(error["field"], error["rule"]) for error in problem["errors"]]

    async def problem(self, status: int, method: str, path: str, json: Any = None) -> Any:
        response = await self.request(method, path, json)
        assert response.status_code == status, response.text
        assert response.headers["content-type"] == "application/problem+json"
        return response.json()


@asynccontextmanager
async def started(app: Litestar) -> AsyncIterator[None]:
    """Its life span in one task: pytest opens and closes a fixture in two, which Litestar's own
    context manager does not stand."""
    ready, done = asyncio.Event(), asyncio.Event()

    async def live() -> None:
        async with app.lifespan():
            ready.set()
            await done.wait()

    task = asyncio.create_task(live())
    await ready.wait()
    try:
        yield
    finally:
        done.set()
        await task


LIGHT = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1),))
"""One that is as hard to break as in production takes a quarter of a second."""


@pytest.fixture(autouse=True)
def passwords_are_hashed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PasswordHash, "recommended", lambda: LIGHT)


@pytest.fixture(scope="session")
def schema() -> Any:
    """The description of the API; a test shows that it is the one that is served."""
    return json.loads(description())


@pytest.fixture(scope="session")
def emptied_redis_urls() -> list[str]:
    """Of these tests alone: others would take what an application has been made for."""
    return []


@pytest.fixture
async def redis_url(
    servers: Servers, redis_numbers: list[int], emptied_redis_urls: list[str]
) -> AsyncIterator[str]:
    """Used again when the test is done: an application can only be started again with the same
    settings."""
    if emptied_redis_urls:
        url = emptied_redis_urls.pop()
    else:
        url = f"{servers.redis}{redis_numbers.pop()}"
    yield url
    async with Redis.from_url(url) as client:
        await client.flushdb()
    emptied_redis_urls.append(url)


@pytest.fixture
def settings(database_url: str, redis_url: str) -> Settings:
    return Settings(
        database_url=database_url,
        redis_url=redis_url,
        admin_token=TOKEN,
        jwt_secret=JWT_SECRET,
        api_limit_per_second=0,
    )


APPLICATIONS_MAX = 8

applications: list[tuple[Settings, Litestar]] = []
"""That have ended: making one takes longer than most tests do with it."""


def application(settings: Settings) -> Litestar:
    for place, (those_of, app) in enumerate(applications):
        if those_of == settings:
            del applications[place]
            return app
    return create_app(settings)


@asynccontextmanager
async def serving(settings: Settings) -> AsyncIterator[AsyncClient]:
    app = application(settings)
    transport = ASGITransport(app, raise_app_exceptions=False)
    async with started(app), AsyncClient(transport=transport, base_url="http://api") as client:
        yield client
    applications.insert(0, (settings, app))
    del applications[APPLICATIONS_MAX:]


@pytest.fixture
async def client(settings: Settings) -> AsyncIterator[AsyncClient]:
    """Without a token."""
    async with serving(settings) as client:
        yield client


@pytest.fixture
def api(client: AsyncClient) -> Api:
    return Api(client)


@pytest.fixture
async def second_api(settings: Settings) -> AsyncIterator[Api]:
    """Of another process on the same database, as far as the application knows."""
    async with serving(settings) as client:
        yield Api(client)


@pytest.fixture
async def config(database_url: str, redis_url: str) -> AsyncIterator[None]:
    """The service that brings changes into the cache."""
    settings = ConfigSettings(database_url=database_url, redis_url=redis_url, config_port=0)
    async with in_process.serving(serve_config, settings):
        yield
