"""A gateway in this process, between a real Redis and a Bot API that the test controls."""

import asyncio
import json
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager
from pathlib import Path
from typing import Any, NamedTuple

import aiohttp
import httpx
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from botloom_contracts.codec import decode_entry
from botloom_contracts.events import Interaction
from botloom_contracts.streams import INTERACTIONS
from botloom_gateway.app import serve
from botloom_gateway.settings import Settings
from botloom_gateway.webhook import SECRET_HEADER
from botloom_local.servers import embedded_redis, free_port
from botloom_simulator.app import build_app
from prometheus_client import REGISTRY
from pydantic import SecretStr
from redis.asyncio import Redis
from support.in_process import serving
from support.person import Person
from support.processes import until_ready
from support.updates import Json

from .web_sites import make, requests, site  # noqa: F401 - fixtures

TOKEN = "4242:token-of_the-gateway-tests"
SECRET = "secret-of-the-gateway-tests"
SENT = {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}}


@pytest.fixture
async def simulator() -> AsyncIterator[str]:
    """The address of a simulator of this test's own."""
    async with TestServer(build_app("shop_bot")) as server:
        yield str(server.make_url("")).rstrip("/")


@pytest.fixture
async def anna(simulator: str) -> AsyncIterator[Person]:
    """Someone who chats with the bot."""
    async with httpx.AsyncClient() as http:
        yield Person(http, simulator, 5_000_000_123)


@pytest.fixture
def polling(simulator: str, redis_url: str) -> Settings:
    return settings(redis_url, simulator)


@pytest.fixture
def webhook(simulator: str, redis_url: str) -> Settings:
    return with_webhook(settings(redis_url, simulator))


@pytest.fixture(params=["polling", "webhook"])
def either(request: pytest.FixtureRequest) -> Settings:
    """Settings of each mode in turn."""
    chosen: Settings = request.getfixturevalue(request.param)
    return chosen


def settings(redis_url: str, bot_api_url: str, **others: object) -> Settings:
    known: dict[str, object] = {
        "redis_url": redis_url,
        "bot_token": TOKEN,
        "bot_api_url": bot_api_url,
        # Tests write faster than Telegram allows, and the stop waits for what waits.
        "limit_per_second": 0,
        "limit_per_chat_per_second": 0,
    }
    return Settings(**{**known, "gateway_port": free_port(), **others})


def with_webhook(known: Settings) -> Settings:
    url = f"http://127.0.0.1:{known.gateway_port}/telegram"
    return known.model_copy(update={"webhook_url": url, "webhook_secret": SecretStr(SECRET)})


def another(known: Settings) -> Settings:
    """The settings of a second gateway beside a first."""
    copy = known.model_copy(update={"gateway_port": free_port()})
    return with_webhook(copy) if known.webhook_url else copy


def url_of(known: Settings) -> str:
    return f"http://127.0.0.1:{known.gateway_port}"


@asynccontextmanager
async def gateway(known: Settings, ready: bool = True) -> AsyncIterator["Gateway"]:
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(serving(serve, known))
        if ready:
            await until_ready(url_of(known))
        connector = aiohttp.TCPConnector(limit=0)
        http = await stack.enter_async_context(aiohttp.ClientSession(connector=connector))
        yield Gateway(http, url_of(known))


class Answer(NamedTuple):
    status: int
    content_type: str
    body: Any
    """Decoded JSON; None where there is no body."""


class Gateway:
    """What Telegram does with the gateway's webhook."""

    def __init__(self, http: aiohttp.ClientSession, url: str) -> None:
        self._http = http
        self.url = url

    async def post(self, update: object, secret: str | None = SECRET) -> Answer:
        body = update if isinstance(update, bytes) else json.dumps(update).encode()
        headers = {"Content-Type": "application/json"}
        if secret is not None:
            headers[SECRET_HEADER] = secret
        async with self._http.post(f"{self.url}/telegram", data=body, headers=headers) as response:
            answered = await response.read()
            found = json.loads(answered) if answered else None
            return Answer(response.status, response.content_type, found)

    async def status(self, path: str) -> int:
        """0 while nothing listens."""
        try:
            async with self._http.get(f"{self.url}{path}") as response:
                return response.status
        except aiohttp.ClientConnectionError:
            return 0


async def recorded(redis: Redis) -> list[Interaction]:
    entries = [decode_entry(fields) for _, fields in await redis.xrange(INTERACTIONS.name)]
    return [entry for entry in entries if isinstance(entry, Interaction)]


def metric(name: str, **labels: str) -> float:
    """Of all that this process did, so look at differences."""
    return REGISTRY.get_sample_value(name, labels) or 0.0


class OwnRedis:
    """A Redis that the test can stop and start again with its data."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._port = free_port()
        self._stack = ExitStack()
        self.url = f"redis://127.0.0.1:{self._port}/0"

    async def start(self) -> None:
        running = embedded_redis(self._directory, self._port)
        await asyncio.to_thread(self._stack.enter_context, running)

    async def stop(self) -> None:
        await asyncio.to_thread(self._stack.close)


@pytest.fixture
async def own_redis(tmp_path: Path) -> AsyncIterator[OwnRedis]:
    redis = OwnRedis(tmp_path)
    await redis.start()
    yield redis
    await redis.stop()


Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class BotApi:
    """A Bot API that answers with what is scripted for a method, then with success."""

    def __init__(self) -> None:
        self.url = ""
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.script: dict[str, deque[Handler]] = {}
        self.updates: asyncio.Queue[list[Json]] = asyncio.Queue()
        self.waiting_polls_max = 0
        """Telegram would answer 409 to a second."""
        self._waiting_polls = 0

    def methods(self) -> list[str]:
        return [method for method, _ in self.calls]

    def then(self, method: str, *answers: Handler) -> None:
        self.script.setdefault(method, deque()).extend(answers)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        self.calls.append((method, dict(await request.post())))
        scripted = self.script.get(method)
        if scripted:
            return await scripted.popleft()(request)
        return await self._succeed(method)

    async def _succeed(self, method: str) -> web.Response:
        if method == "getMe":
            bot = {"id": 4242, "is_bot": True, "first_name": "Shop", "username": "shop_bot"}
            return succeeded(bot)
        if method == "getUpdates":
            return succeeded(await self._next_updates())
        if method in {"answerCallbackQuery", "deleteMessage", "deleteWebhook", "setWebhook"}:
            return succeeded(True)
        return succeeded(SENT)

    async def _next_updates(self) -> list[Json]:
        self._waiting_polls += 1
        self.waiting_polls_max = max(self.waiting_polls_max, self._waiting_polls)
        try:
            return await self.updates.get()
        finally:
            self._waiting_polls -= 1


def succeeded(result: object) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def refused(status: int, description: str, **parameters: int) -> Handler:
    async def answer(_: web.Request) -> web.Response:
        body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
        if parameters:
            body["parameters"] = parameters
        return web.json_response(body, status=status)

    return answer


async def connection_lost(request: web.Request) -> web.Response:
    """The call was taken, and its answer is lost."""
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


@pytest.fixture
async def bot_api() -> AsyncIterator[BotApi]:
    api = BotApi()
    app = web.Application()
    app.router.add_post("/bot{token}/{method}", api.handle)
    # A call that its caller has given up ends at once.
    async with TestServer(app, handler_cancellation=True) as server:
        api.url = str(server.make_url("")).rstrip("/")
        yield api
