"""Outgoing calls over a real connection, to a Bot API that fails as the real one can."""

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import web
from botloom_constructor.calls import Call
from botloom_gateway.sender import ATTEMPTS_MAX, Sender
from botloom_local.servers import free_port

from .conftest import SENT, TOKEN, BotApi, Handler, connection_lost, metric, refused, succeeded

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
        (refused(403, "Forbidden: bot was blocked by the user"), "forbidden"),
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
        sender.send_later([SEND])
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


async def test_finishing_waits_for_calls_under_way_but_not_for_ever(
    bot_api: BotApi, sender: Sender
) -> None:
    bot_api.then("sendMessage", refused(429, "Too Many Requests", retry_after=200))
    sender.send_later([EDIT])
    sender.send_later([SEND])
    await sender.finish(0.5)
    assert sorted(bot_api.methods()) == ["editMessageText", "sendMessage"]
