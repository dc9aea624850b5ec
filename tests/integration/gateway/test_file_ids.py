"""Files by their address: Telegram fetches each of them once, whichever gateway sends it."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import web
from aiohttp.test_utils import TestServer
from botloom_constructor.calls import Call
from botloom_contracts.cache import file_key
from botloom_gateway import file_ids
from botloom_gateway.file_ids import EXPIRY_SECONDS, FileIds
from botloom_gateway.sender import Sender
from redis.asyncio import Redis
from support.person import Person

from .conftest import SENT, TOKEN, OwnRedis, refused, succeeded

BOT = 4242
URL = "https://shop.example/cat"
PHOTO = Call("sendPhoto", {"chat_id": 1, "photo": URL})
DOCUMENT = Call("sendDocument", {"chat_id": 1, "document": URL})
EDIT = Call(
    "editMessageMedia",
    {"chat_id": 1, "message_id": 1, "media": {"type": "photo", "media": URL}},
)
ALBUM = Call(
    "sendMediaGroup",
    {
        "chat_id": 1,
        "media": [{"type": "photo", "media": f"{URL}{n}"} for n in (1, 2)],
    },
)


class Telegram:
    """Fetches files, names them, and knows them by their names until it forgets one."""

    def __init__(self) -> None:
        self.url = ""
        self.asked: list[str] = []
        """What calls named, addresses and ids."""
        self.ids: dict[str, str] = {}
        self.arrived = asyncio.Event()
        self.may_answer = asyncio.Event()
        self.may_answer.set()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        method, params = request.match_info["method"], await request.post()
        self.arrived.set()
        items = self._items(method, params)
        self.asked += [source for _, source in items]
        await self.may_answer.wait()
        if any("://" not in source and source not in self.ids for _, source in items):
            error = "Bad Request: wrong file identifier/HTTP URL specified"
            return await refused(400, error)(request)
        messages = [self._message(kind, source) for kind, source in items]
        return succeeded(messages if method == "sendMediaGroup" else messages[0])

    @staticmethod
    def _items(method: str, params: Any) -> list[tuple[str, str]]:
        if "media" not in params:
            kind = method.removeprefix("send").lower()
            return [(kind, params[kind])]
        media = json.loads(params["media"])
        return [
            (item["type"], item["media"])
            for item in (media if isinstance(media, list) else [media])
        ]

    def _message(self, kind: str, source: str) -> dict[str, Any]:
        file_id = source
        if "://" in source:
            file_id = f"{kind}-{len(self.ids)}"
            self.ids[file_id] = source
        file = {"file_id": file_id, "file_unique_id": "u", "width": 2, "height": 2}
        return {**SENT, kind: [file] if kind == "photo" else file}


@pytest.fixture
async def telegram() -> AsyncIterator[Telegram]:
    telegram = Telegram()
    app = web.Application()
    app.router.add_post("/bot{token}/{method}", telegram.handle)
    async with TestServer(app, handler_cancellation=True) as server:
        telegram.url = str(server.make_url("")).rstrip("/")
        yield telegram


class Gateways:
    def __init__(self, stack: AsyncExitStack, redis: Redis) -> None:
        self._stack = stack
        self._redis = redis

    async def add(self, url: str, redis: Redis | None = None, **options: float) -> Sender:
        session = AiohttpSession(api=TelegramAPIServer.from_base(url))
        bot = await self._stack.enter_async_context(Bot(TOKEN, session=session))
        return Sender(bot, files=FileIds(redis or self._redis, BOT, **options))


@pytest.fixture
async def gateways(redis: Redis) -> AsyncIterator[Gateways]:
    async with AsyncExitStack() as stack:
        yield Gateways(stack, redis)


@pytest.mark.parametrize("call", [PHOTO, DOCUMENT, EDIT, ALBUM], ids=lambda call: call.method)
async def test_a_file_is_fetched_once_by_all_gateways_together(
    telegram: Telegram, gateways: Gateways, call: Call
) -> None:
    for _ in range(2):
        sender = await gateways.add(telegram.url)
        await sender.send([call, call])
    files = 2 if call is ALBUM else 1
    assert ["://" in source for source in telegram.asked] == [True] * files + [False] * 3 * files


async def test_one_file_in_two_kinds_is_fetched_for_each(
    telegram: Telegram, gateways: Gateways
) -> None:
    sender = await gateways.add(telegram.url)
    await sender.send([PHOTO, DOCUMENT, EDIT])
    assert telegram.asked == [URL, URL, "photo-0"]


async def test_an_id_that_telegram_refuses_is_forgotten_and_the_file_fetched_again(
    telegram: Telegram, gateways: Gateways, redis: Redis
) -> None:
    sender, other = await gateways.add(telegram.url), await gateways.add(telegram.url)
    await sender.send([PHOTO])
    del telegram.ids["photo-0"]
    telegram.ids["taken"] = ""
    assert await sender.ask(PHOTO) is not None
    assert telegram.asked == [URL, "photo-0", URL]
    assert await redis.get(file_key(BOT, "photo", URL)) == b"photo-1"
    await other.send([PHOTO])
    assert telegram.asked[3:] == ["photo-1"]


async def test_messages_with_the_same_new_file_wait_for_the_first_of_them(
    telegram: Telegram, gateways: Gateways
) -> None:
    sender = await gateways.add(telegram.url)
    telegram.may_answer.clear()
    first = asyncio.ensure_future(sender.ask(PHOTO))
    await telegram.arrived.wait()
    others = asyncio.gather(*(sender.ask(call) for call in (PHOTO, EDIT, PHOTO)))
    for _ in range(20):
        await asyncio.sleep(0)
    assert telegram.asked == [URL]
    telegram.may_answer.set()
    assert all([await first, *await others])
    assert telegram.asked == [URL] + ["photo-0"] * 3


async def test_they_do_not_wait_for_ever(
    telegram: Telegram, gateways: Gateways, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_ids, "FIRST_SEND_SECONDS", 0.05)
    sender = await gateways.add(telegram.url)
    telegram.may_answer.clear()
    first = asyncio.ensure_future(sender.ask(PHOTO))
    await telegram.arrived.wait()
    telegram.arrived.clear()
    second = asyncio.ensure_future(sender.ask(PHOTO))
    await asyncio.wait_for(telegram.arrived.wait(), 10)
    assert telegram.asked == [URL, URL]
    telegram.may_answer.set()
    assert all(await asyncio.gather(first, second))


async def test_when_the_first_fails_the_next_one_is_the_first(
    telegram: Telegram, gateways: Gateways
) -> None:
    sender = await gateways.add(telegram.url)
    telegram.may_answer.clear()
    first = asyncio.ensure_future(sender.ask(PHOTO))
    await telegram.arrived.wait()
    second = asyncio.ensure_future(sender.ask(PHOTO))
    for _ in range(20):
        await asyncio.sleep(0)
    first.cancel()
    telegram.may_answer.set()
    assert await second is not None
    assert telegram.asked == [URL, URL]


async def test_the_hot_path_knows_what_was_sent_here_or_loaded(redis: Redis) -> None:
    here, other = FileIds(redis, BOT), FileIds(redis, BOT)
    assert here.substitute(PHOTO) == (PHOTO, False)
    await here.remember("photo", URL, "an-id")
    assert here.known("photo", URL) == "an-id"
    changed, complete = here.substitute(PHOTO)
    assert (changed.params["photo"], complete) == ("an-id", True)
    assert other.known("photo", URL) is None
    async with other.sending(PHOTO):
        assert other.known("photo", URL) == "an-id"


async def test_an_id_expires_in_redis(redis: Redis) -> None:
    await FileIds(redis, BOT).remember("photo", URL, "an-id")
    assert 0 < await redis.ttl(file_key(BOT, "photo", URL)) <= EXPIRY_SECONDS


async def test_an_id_that_another_gateway_has_forgotten_is_not_used_for_long(
    redis: Redis,
) -> None:
    here, other = FileIds(redis, BOT, fresh_seconds=0), FileIds(redis, BOT)
    await here.remember("photo", URL, "an-id")
    await other.forget("photo", URL)
    assert here.known("photo", URL) is None
    async with here.sending(PHOTO):
        assert here.substitute(PHOTO) == (PHOTO, False)


async def test_ids_of_another_bot_are_others(redis: Redis) -> None:
    await FileIds(redis, BOT).remember("photo", URL, "an-id")
    other = FileIds(redis, 4343)
    async with other.sending(PHOTO):
        assert other.known("photo", URL) is None


async def test_of_too_many_ids_the_one_unused_for_longest_goes(
    redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_ids, "FILES_MAX", 2)
    ids = FileIds(redis, BOT)
    for name in ("a", "b"):
        await ids.remember("photo", name, f"id-{name}")
    assert ids.known("photo", "a") == "id-a"
    await ids.remember("photo", "c", "id-c")
    assert [ids.known("photo", name) for name in ("a", "b", "c")] == ["id-a", None, "id-c"]


async def test_without_redis_files_are_sent_all_the_same(
    telegram: Telegram, gateways: Gateways, own_redis: OwnRedis
) -> None:
    async with Redis.from_url(own_redis.url) as redis:
        sender = await gateways.add(telegram.url, redis)
        await own_redis.stop()
        async with asyncio.timeout(20):
            await sender.send([PHOTO, PHOTO])
    assert telegram.asked == [URL, "photo-0"]


async def test_the_simulator_takes_the_ids_it_gave(
    simulator: str, anna: Person, gateways: Gateways
) -> None:
    sender = await gateways.add(simulator)
    # The simulator knows a bot from its first call on.
    await sender.ask(Call("sendChatAction", {"chat_id": anna.chat_id, "action": "typing"}))
    await anna.says("Hi")
    call = Call("sendPhoto", {"chat_id": anna.chat_id, "photo": "https://shop.example/cat.jpg"})
    first, second = await sender.ask(call), await sender.ask(call)
    assert first.photo[-1].file_id == second.photo[-1].file_id
    shown = await anna.answered(2)
    assert shown[0]["photo"] == shown[1]["photo"]
