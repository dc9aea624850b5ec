"""Outgoing calls over a real connection, to a Bot API that fails as the real one can."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import msgspec
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import web
from botloom_constructor.calls import Call
from botloom_contracts.cache import limit_key
from botloom_gateway.floods import WHOLE_BOT_CHATS
from botloom_gateway.limit_script import CHAT_BURST, Limits
from botloom_gateway.limiter import Limiter
from botloom_gateway.sender import ATTEMPTS_MAX, Sender
from botloom_local.servers import free_port
from redis.asyncio import Redis
from support.eventually import eventually

from .conftest import SENT, TOKEN, BotApi, Handler, connection_lost, metric, refused, succeeded

BOT = 4242
SEND = Call("sendMessage", {"chat_id": 1, "text": "Hi"})
EDIT = Call("editMessageText", {"chat_id": 1, "message_id": 1, "text": "Hi"})
ANSWER = Call("answerCallbackQuery", {"callback_query_id": "1"})


@pytest.fixture
async def sender(bot_api: BotApi) -> AsyncIterator[Sender]:
    async with _bot(bot_api.url) as bot:
        yield Sender(bot)


def _bot(url: str) -> Bot:
    return Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))


def outcome(call: Call, name: str) -> float:
    return metric("botloom_gateway_calls_total", method=call.method, outcome=name)


async def no_json(_: web.Request) -> web.Response:
    return web.Response(status=502, text="<html>Bad Gateway</html>")


async def half_an_answer(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "1000"})
    await response.prepare(request)
    await response.write(b'{"ok":true,"resu')
    assert request.transport is not None
    request.transport.close()
    return response


async def test_calls_are_made_in_their_order(bot_api: BotApi, sender: Sender) -> None:
    before = outcome(SEND, "ok")
    await sender.send([SEND, EDIT, ANSWER])
    assert bot_api.methods() == ["sendMessage", "editMessageText", "answerCallbackQuery"]
    assert bot_api.calls[0][1]["text"] == "Hi"
    assert outcome(SEND, "ok") == before + 1


@pytest.mark.parametrize("call", [SEND, EDIT], ids=lambda call: call.method)
@pytest.mark.parametrize(
    "failure",
    [
        refused(429, "Too Many Requests: retry after 1", retry_after=1),
        refused(500, "Internal Server Error"),
        refused(502, "Bad Gateway"),
        refused(500, "Internal Server Error: restart"),
    ],
)
async def test_a_call_that_was_surely_not_carried_out_is_made_again(
    bot_api: BotApi, sender: Sender, call: Call, failure: Handler
) -> None:
    bot_api.then(call.method, failure)
    before = outcome(call, "ok")
    await sender.send([call])
    assert bot_api.methods() == [call.method] * 2
    assert outcome(call, "ok") == before + 1


@pytest.mark.parametrize(
    ("failure", "name"),
    [
        (refused(400, "Bad Request: can't parse entities"), "refused"),
        (refused(401, "Unauthorized"), "refused"),
        (refused(403, "Forbidden: bot was blocked by the user"), "blocked"),
        (refused(403, "Forbidden: CHAT_WRITE_FORBIDDEN"), "forbidden"),
        (refused(404, "Not Found"), "refused"),
        (refused(413, "Request Entity Too Large"), "refused"),
        (refused(429, "Too Many Requests", retry_after=86_400), "flood"),
    ],
)
async def test_a_refused_call_is_not_made_again_and_the_next_one_is_made(
    bot_api: BotApi, sender: Sender, failure: Handler, name: str
) -> None:
    bot_api.then("editMessageText", failure)
    before = outcome(EDIT, name)
    await sender.send([EDIT, ANSWER])
    assert bot_api.methods() == ["editMessageText", "answerCallbackQuery"]
    assert outcome(EDIT, name) == before + 1


@pytest.mark.parametrize("failure", [connection_lost, half_an_answer, no_json])
@pytest.mark.parametrize(
    ("call", "times"), [(SEND, 1), (EDIT, 2), (ANSWER, 2)], ids=lambda value: str(value)[:24]
)
async def test_a_call_whose_answer_is_lost_is_made_again_only_where_it_does_no_harm(
    bot_api: BotApi, sender: Sender, call: Call, times: int, failure: Handler
) -> None:
    bot_api.then(call.method, failure)
    await sender.send([call])
    assert bot_api.methods() == [call.method] * times


async def test_a_bot_api_that_refuses_connections_is_tried_again_until_it_takes_one() -> None:
    port = free_port()
    taken: list[str] = []

    async def handle(request: web.Request) -> web.Response:
        taken.append(request.match_info["method"])
        return succeeded(SENT)

    app = web.Application()
    app.router.add_post("/bot{token}/{method}", handle)
    runner = web.AppRunner(app)
    await runner.setup()
    async with _bot(f"http://127.0.0.1:{port}") as bot:
        sender = Sender(bot)
        sender.run_later(sender.send([SEND]))
        await web.TCPSite(runner, "127.0.0.1", port).start()
        await sender.finish(10)
    await runner.cleanup()
    assert taken == ["sendMessage"]


async def test_a_call_that_always_fails_is_given_up(
    bot_api: BotApi, sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("botloom_runtime.backoff.random.uniform", lambda low, high: 0.0)
    bot_api.then("sendMessage", *[refused(500, "Internal Server Error")] * (ATTEMPTS_MAX + 1))
    before = outcome(SEND, "server_error")
    await sender.send([SEND])
    assert bot_api.methods() == ["sendMessage"] * ATTEMPTS_MAX
    assert outcome(SEND, "server_error") == before + 1


async def test_a_result_can_be_asked_for(bot_api: BotApi, sender: Sender) -> None:
    message = await sender.ask(SEND)
    assert message.message_id == SENT["message_id"]
    bot_api.then("getChatMember", refused(400, "Bad Request: chat not found"))
    assert await sender.ask(Call("getChatMember", {"chat_id": 1, "user_id": 2})) is None


@pytest.mark.parametrize(
    "call", [Call("sendNothing", {}), Call("sendMessage", {"chat_id": []})], ids=str
)
async def test_a_call_that_is_none_is_counted_and_the_next_one_is_made(
    bot_api: BotApi, sender: Sender, call: Call
) -> None:
    before = outcome(call, "invalid")
    await sender.send([call, SEND])
    assert bot_api.methods() == ["sendMessage"]
    assert outcome(call, "invalid") == before + 1


async def test_a_keyboard_that_is_prepared_json_is_sent_as_it_is(
    bot_api: BotApi, sender: Sender
) -> None:
    markup = {"inline_keyboard": [[{"text": "x", "callback_data": "y"}]]}
    raw = msgspec.Raw(json.dumps(markup).encode())
    await sender.send([Call("sendMessage", {"chat_id": 1, "text": "Hi", "reply_markup": raw})])
    assert json.loads(bot_api.calls[0][1]["reply_markup"]) == markup


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("sendVideo", {"video": "https://x.org/1", "has_spoiler": "true"}),
        ("sendAnimation", {"animation": "https://x.org/1"}),
        ("sendDocument", {"document": "https://x.org/1"}),
        ("sendAudio", {"audio": "https://x.org/1"}),
        ("sendVoice", {"voice": "https://x.org/1"}),
        ("sendVideoNote", {"video_note": "https://x.org/1"}),
        ("sendSticker", {"sticker": "https://x.org/1"}),
        ("sendMediaGroup", {"media": [{"type": "photo", "media": "https://x.org/1"}] * 2}),
        ("sendLocation", {"latitude": "1.5", "longitude": "2.5"}),
        ("sendVenue", {"latitude": "1.5", "longitude": "2.5", "title": "x", "address": "y"}),
        ("sendContact", {"phone_number": "+1", "first_name": "x"}),
        ("sendPoll", {"question": "x", "options": [{"text": "y"}, {"text": "z"}]}),
        ("sendChatAction", {"action": "typing"}),
        ("forwardMessage", {"from_chat_id": "2", "message_id": "3"}),
        ("copyMessage", {"from_chat_id": "2", "message_id": "3"}),
        ("editMessageCaption", {"message_id": "3", "caption": "x"}),
        ("editMessageReplyMarkup", {"message_id": "3"}),
        ("approveChatJoinRequest", {"user_id": "2"}),
        ("declineChatJoinRequest", {"user_id": "2"}),
    ],
)
async def test_a_call_reaches_the_bot_api_with_its_parameters(
    bot_api: BotApi, sender: Sender, method: str, params: dict[str, Any]
) -> None:
    results = {"sendMediaGroup": [SENT, SENT], "copyMessage": {"message_id": 4}}
    result = results.get(method, SENT if method.startswith(("send", "edit", "forward")) else True)

    async def succeed(_: web.Request) -> web.Response:
        return succeeded(True if method == "sendChatAction" else result)

    bot_api.then(method, succeed)
    assert await sender.ask(Call(method, {"chat_id": 1, **params})) is not None
    ((_, sent),) = bot_api.calls
    plain = {key: value for key, value in params.items() if isinstance(value, str)}
    assert plain.items() <= sent.items()
    for key in params.keys() - plain.keys():
        assert json.loads(sent[key]) == params[key]


async def test_a_text_that_is_refused_goes_plain(bot_api: BotApi, sender: Sender) -> None:
    call = Call("sendMessage", {"chat_id": 1, "text": "<b>Hi</b>", "parse_mode": "HTML"})
    bot_api.then("sendMessage", refused(400, "Bad Request: can't parse entities: no"))
    before = outcome(call, "plain")
    await sender.send([call])
    assert [params.get("parse_mode") for _, params in bot_api.calls] == ["HTML", None]
    assert bot_api.calls[1][1]["text"] == "Hi"
    assert outcome(call, "plain") == before + 1


async def test_an_edit_of_what_is_gone_becomes_a_new_message_and_that_goes_plain(
    bot_api: BotApi, sender: Sender
) -> None:
    params = {"chat_id": 1, "message_id": 1, "text": "<b>Hi</b>", "parse_mode": "HTML"}
    bot_api.then("editMessageText", refused(400, "Bad Request: message to edit not found"))
    bot_api.then("sendMessage", refused(400, "Bad Request: can't parse entities: no"))
    await sender.send([Call("editMessageText", params)])
    assert bot_api.methods() == ["editMessageText", "sendMessage", "sendMessage"]
    assert bot_api.calls[2][1] == {"chat_id": "1", "text": "Hi"}


async def test_an_edit_that_changes_nothing_is_not_made_again(
    bot_api: BotApi, sender: Sender
) -> None:
    bot_api.then("editMessageText", refused(400, "Bad Request: message is not modified"))
    before = outcome(EDIT, "not_modified")
    await sender.send([EDIT])
    assert bot_api.methods() == ["editMessageText"]
    assert outcome(EDIT, "not_modified") == before + 1


@pytest.fixture
async def limited(bot_api: BotApi, redis: Redis) -> AsyncIterator[Sender]:
    limiter = Limiter(redis, BOT, Limits(per_chat_per_second=10))
    async with _bot(bot_api.url) as bot:
        yield Sender(bot, limiter)
    await limiter.aclose()


async def test_messages_keep_the_limits_and_the_rest_does_not_wait(
    bot_api: BotApi, limited: Sender
) -> None:
    loop = asyncio.get_running_loop()
    delete = Call("deleteMessage", {"chat_id": 1, "message_id": 1})
    began = loop.time()
    await limited.send([delete] * 20)
    free = loop.time() - began
    await limited.send([SEND] * (CHAT_BURST + 8))
    assert loop.time() - began - free >= 0.79
    assert len(bot_api.calls) == 20 + CHAT_BURST + 8


async def test_after_a_429_the_chat_waits_for_as_long_as_telegram_says_and_others_do_not(
    bot_api: BotApi, limited: Sender
) -> None:
    loop = asyncio.get_running_loop()
    times: list[tuple[str, float]] = []
    refusing = asyncio.Event()

    async def flooded(request: web.Request) -> web.StreamResponse:
        times.append(("refused", loop.time()))
        refusing.set()
        return await refused(429, "Too Many Requests: retry after 1", retry_after=1)(request)

    def took(name: str) -> Handler:
        async def take(_: web.Request) -> web.Response:
            times.append((name, loop.time()))
            return succeeded(SENT)

        return take

    bot_api.then("sendMessage", flooded, took("other"), took("again"), took("next"))
    first = asyncio.ensure_future(limited.send([SEND]))
    await refusing.wait()
    other = Call("sendMessage", {"chat_id": 2, "text": "Hi"})
    await asyncio.gather(first, limited.send([other, SEND]))
    at = dict(times)
    assert list(at) == ["refused", "other", "again", "next"]
    assert 1 <= at["again"] - at["refused"] < 1.5


async def test_429_after_429_is_waited_out_and_is_no_failed_attempt(
    bot_api: BotApi, limited: Sender
) -> None:
    shortly = refused(429, "Too Many Requests", retry_after=1)
    bot_api.then("sendMessage", shortly, refused(500, "no"), shortly)
    before = outcome(SEND, "ok")
    await limited.send([SEND])
    assert bot_api.methods() == ["sendMessage"] * 4
    assert outcome(SEND, "ok") == before + 1


async def test_many_chats_refused_at_once_stop_the_whole_bot(
    bot_api: BotApi, limited: Sender, redis: Redis
) -> None:
    bot_api.then("sendMessage", *[refused(429, "no", retry_after=100)] * WHOLE_BOT_CHATS)
    for chat in range(1, WHOLE_BOT_CHATS + 1):
        limited.run_later(limited.send([Call("sendMessage", {"chat_id": chat, "text": "x"})]))
    await eventually(lambda: redis.hexists(limit_key(BOT), "b"))
    limited.run_later(limited.send([Call("sendMessage", {"chat_id": 99, "text": "x"})]))
    await limited.finish(0.3)
    assert len(bot_api.calls) == WHOLE_BOT_CHATS


async def test_finishing_waits_for_calls_under_way_but_not_for_ever(
    bot_api: BotApi, sender: Sender
) -> None:
    bot_api.then("sendMessage", refused(429, "Too Many Requests", retry_after=200))
    sender.run_later(sender.send([EDIT]))
    sender.run_later(sender.send([SEND]))
    await sender.finish(0.5)
    assert sorted(bot_api.methods()) == ["editMessageText", "sendMessage"]
