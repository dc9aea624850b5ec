"""Polling mode, with aiogram's own loop, through the real gateway on a real Redis."""

import asyncio

import httpx
import pytest
from aiohttp import web
from botloom_contracts.cache import poller_key
from botloom_contracts.codec import encode_event
from botloom_contracts.streams import INTERACTIONS
from botloom_gateway import polling as polling_module
from botloom_gateway.app import serve
from botloom_gateway.settings import Settings
from redis.asyncio import Redis
from redis.asyncio.lock import Lock
from support.cache import callback, fill, handler, inline_keyboard
from support.eventually import eventually
from support.interactions import interaction
from support.person import Person
from support.updates import message

from .conftest import SENT, BotApi, another, gateway, metric, recorded, refused, settings, succeeded


@pytest.fixture(autouse=True)
async def configuration(redis: Redis) -> None:
    values = handler("/start", message="Hi, {first_name}", keyboard_id=1)
    values |= callback("prices", message="Prices") | inline_keyboard(1, "prices")
    await fill(redis, 1, values)


async def pending(simulator: str) -> int:
    """Updates that the bot has not acknowledged."""
    async with httpx.AsyncClient() as http:
        (bot,) = (await http.get(f"{simulator}/api/bots")).json()
    count: int = bot["pending_update_count"]
    return count


async def called(bot_api: BotApi, method: str, times: int) -> None:
    async def count() -> int:
        return bot_api.methods().count(method)

    await eventually(count, lambda found: found >= times)


async def acknowledged(simulator: str) -> None:
    await eventually(lambda: pending(simulator), lambda count: count == 0)


async def test_messages_and_presses_are_answered_and_acknowledged(
    polling: Settings, anna: Person, redis: Redis, simulator: str
) -> None:
    async with gateway(polling):
        await anna.says("/start")
        (menu,) = await anna.answered()
        assert menu["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "prices"
        await anna.presses(menu, "prices")
        await anna.sees("Prices")
        await anna.notified()
        await acknowledged(simulator)
        assert [found.event for found in await recorded(redis)] == ["start", "button_click"]


async def test_a_stale_button_says_so(polling: Settings, anna: Person, redis: Redis) -> None:
    await redis.delete("callback:prices")
    async with gateway(polling):
        await anna.says("/start")
        (menu,) = await anna.answered()
        await anna.presses(menu, "prices")
        (answer,) = await anna.notified()
    assert answer["text"] in {"This button no longer works.", "Эта кнопка больше не действует."}


async def test_blocking_is_recorded(
    polling: Settings, anna: Person, redis: Redis, simulator: str
) -> None:
    async with gateway(polling):
        await anna.says("/start")
        await anna.blocks()
        await acknowledged(simulator)
        assert [found.event for found in await recorded(redis)] == ["start", "blocked"]


async def test_what_was_written_while_no_gateway_ran_is_answered(
    polling: Settings, anna: Person
) -> None:
    async with gateway(polling):
        pass
    for _ in range(3):
        await anna.says("/start")
    async with gateway(another(polling)):
        await anna.answered(3)


async def test_a_message_with_options_for_its_link_is_answered(
    polling: Settings, anna: Person, simulator: str
) -> None:
    """aiogram gives such options defaults that are no JSON."""
    async with gateway(polling), httpx.AsyncClient() as http:
        await anna.says("hello")
        chat = {"id": anna.chat_id, "type": "private"}
        sender = {"id": anna.chat_id, "is_bot": False, "first_name": "Anna"}
        update = message(
            0, "/start", chat=chat, **{"from": sender}, link_preview_options={"is_disabled": True}
        )
        answer = await http.post(f"{simulator}/api/updates", json={"message": update["message"]})
        assert answer.is_success, answer.text
        await anna.sees("Hi, Anna")


async def test_nothing_is_acknowledged_that_can_not_be_recorded(
    polling: Settings, anna: Person, redis: Redis, simulator: str
) -> None:
    async with redis.pipeline(transaction=False) as pipeline:
        for n in range(1000):
            pipeline.xadd(INTERACTIONS.name, {"data": encode_event(interaction(n))})
        await pipeline.execute()

    async def tries() -> float:
        return metric("botloom_gateway_record_seconds_count")

    async with gateway(polling.model_copy(update={"stream_max_length": 1000})):
        before = await tries()
        await anna.says("/start")
        await anna.says("hello")
        await eventually(tries, lambda count: count >= before + 3)
        assert await pending(simulator) == 2
        assert [message["text"] for message in (await anna.chat())["messages"]] == [
            "/start",
            "hello",
        ]

        await redis.xtrim(INTERACTIONS.name, maxlen=0, approximate=False)
        await anna.sees("Hi")
        await acknowledged(simulator)
        assert sorted(found.event for found in await recorded(redis)) == ["start", "unmatched"]


async def test_one_gateway_polls_and_a_second_takes_over_when_it_stops(
    bot_api: BotApi, redis: Redis, redis_url: str
) -> None:
    known = settings(redis_url, bot_api.url)
    first_stops = asyncio.Event()

    async def first() -> None:
        async with gateway(known):
            first_polls.set()
            await first_stops.wait()

    first_polls = asyncio.Event()
    running = asyncio.create_task(first())
    await first_polls.wait()
    await eventually(lambda: redis.exists(poller_key(4242)))
    holder = await redis.get(poller_key(4242))
    async with gateway(another(known)):
        await bot_api.updates.put([message(1, "/start")])
        await called(bot_api, "sendMessage", 1)
        assert await redis.get(poller_key(4242)) == holder
        assert bot_api.waiting_polls_max == 1

        first_stops.set()
        await running
        await bot_api.updates.put([message(2, "/start")])
        await called(bot_api, "sendMessage", 2)
        assert await redis.get(poller_key(4242)) != holder
        assert bot_api.waiting_polls_max == 1
    assert not await redis.exists(poller_key(4242))


async def test_what_was_taken_is_answered_before_the_gateway_stops(
    bot_api: BotApi, redis_url: str
) -> None:
    bot_api.then("sendMessage", refused(429, "Too Many Requests", retry_after=1))
    async with gateway(settings(redis_url, bot_api.url)):
        await bot_api.updates.put([message(1, "/start")])
        await called(bot_api, "sendMessage", 1)
    assert bot_api.methods().count("sendMessage") == 2


@pytest.mark.filterwarnings("ignore:coroutine .Dispatcher._process_update")
async def test_what_a_lost_lease_left_behind_is_answered_when_it_comes_again(
    bot_api: BotApi, redis: Redis, redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling_module, "LEASE_SECONDS", 0.3)
    monkeypatch.setattr(polling_module, "CONCURRENT_UPDATES_MAX", 1)
    go_on = asyncio.Event()

    async def slow(_: web.Request) -> web.Response:
        await go_on.wait()
        return succeeded(SENT)

    bot_api.then("sendMessage", slow)
    async with gateway(settings(redis_url, bot_api.url)):
        await bot_api.updates.put([message(1, "/start"), message(2, "/start")])
        await called(bot_api, "sendMessage", 1)
        await redis.set(poller_key(4242), "another gateway", px=500)
        await bot_api.updates.put([message(2, "/start")])
        await called(bot_api, "sendMessage", 2)
        assert [found.update_id for found in await recorded(redis)] == [1, 2]
        go_on.set()


async def test_a_gateway_that_is_stopped_while_it_takes_the_lease_stops(
    bot_api: BotApi, redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    acquire = Lock.acquire
    stop = asyncio.Event()

    async def acquire_and_stop(self: Lock, **arguments: object) -> bool:
        taken = await acquire(self, **arguments)
        stop.set()
        return taken

    monkeypatch.setattr(Lock, "acquire", acquire_and_stop)
    await asyncio.wait_for(serve(settings(redis_url, bot_api.url), stop), 10)


async def test_a_bot_api_that_is_gone_for_a_while_is_polled_again(
    bot_api: BotApi, redis_url: str
) -> None:
    bot_api.then("getUpdates", refused(502, "Bad Gateway"))
    async with gateway(settings(redis_url, bot_api.url)):
        await bot_api.updates.put([message(1, "/start")])
        await called(bot_api, "sendMessage", 1)
    # aiogram asks by itself where it does not know, and a failure of that would end the process.
    assert bot_api.methods().count("getMe") == 1
