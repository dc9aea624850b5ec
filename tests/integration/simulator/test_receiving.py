"""How a bot gets its updates: by long polling and by webhook."""

import asyncio

import pytest
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramBadRequest, TelegramConflictError
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web
from botloom_simulator.updates import UpdateQueue, first_update_id

from .conftest import CHAT, Person, webhook_server

SECRET = "the-secret_of-the-webhook"


def a_button(text: str, data: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text=text, callback_data=data)]]
    )


def echo_dispatcher() -> Dispatcher:
    dispatcher = Dispatcher()

    @dispatcher.callback_query()
    async def pressed(query: CallbackQuery) -> None:
        await query.message.edit_text(f"Pressed {query.data}")
        await query.answer("Thanks", show_alert=True)

    @dispatcher.message()
    async def said(message: Message) -> None:
        await message.answer(f"You said {message.text}", reply_markup=a_button("Press", "one"))

    return dispatcher


async def test_a_polling_bot_answers_messages_and_presses(bot, person):
    dispatcher = echo_dispatcher()
    polling = asyncio.create_task(
        dispatcher.start_polling(bot, handle_signals=False, close_bot_session=False)
    )
    try:
        await person.say("hello")
        chat = await person.sees(lambda chat: len(chat["messages"]) == 2)
        answer = chat["messages"][1]
        assert answer["text"] == "You said hello"
        pressed = await person.press(answer["message_id"], "one")
        chat = await person.sees(lambda chat: chat["callback_answers"])
        (shown,) = chat["callback_answers"]
        assert shown["callback_query_id"] == pressed["callback_query_id"]
        assert (shown["text"], shown["show_alert"]) == ("Thanks", True)
        assert chat["messages"][1]["text"] == "Pressed one"
    finally:
        await dispatcher.stop_polling()
        await polling


async def test_a_confirmed_update_does_not_come_again(bot, person):
    ids = [(await person.say(text))["update_id"] for text in ("one", "two", "three")]
    assert ids == [ids[0], ids[0] + 1, ids[0] + 2]
    assert [u.update_id for u in await bot.get_updates()] == ids
    assert [u.update_id for u in await bot.get_updates(limit=1)] == ids[:1]
    assert [u.message.text for u in await bot.get_updates(offset=ids[1])] == ["two", "three"]
    assert (await bot.get_webhook_info()).pending_update_count == 2


async def test_a_negative_offset_keeps_only_the_last_updates(bot, person):
    for text in ("one", "two", "three"):
        await person.say(text)
    assert [u.message.text for u in await bot.get_updates(offset=-1)] == ["three"]
    assert [u.message.text for u in await bot.get_updates()] == ["three"]


async def test_an_offset_of_another_run_is_not_taken_for_a_confirmation(bot, person):
    update_id = (await person.say("one"))["update_id"]
    updates = await bot.get_updates(offset=update_id + 1_000_000)
    assert [u.update_id for u in updates] == [update_id]


async def test_a_long_poll_ends_with_the_first_update(bot, person):
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await person.say("hello")
    assert [u.message.text for u in await poll] == ["hello"]


async def test_a_second_poller_gets_the_first_one_a_conflict():
    queue = UpdateQueue(now=1, on_update=lambda _: None)
    first = asyncio.create_task(queue.poll(0, 100, 30))
    await asyncio.sleep(0)
    second = asyncio.create_task(queue.poll(0, 100, 30))
    with pytest.raises(Exception, match="terminated by other getUpdates request"):
        await first
    queue.add("message", "lane", {})
    assert len(await second) == 1


async def test_the_earlier_of_two_polling_bots_is_told_of_the_conflict(bot, person):
    polls = [asyncio.create_task(bot.get_updates(timeout=30)) for _ in range(2)]
    done, waiting = await asyncio.wait(polls, return_when=asyncio.FIRST_COMPLETED)
    reason = (
        "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    )
    with pytest.raises(TelegramConflictError, match=reason):
        done.pop().result()
    await person.say("hello")
    assert len(await waiting.pop()) == 1


async def test_types_that_are_not_allowed_do_not_come(bot, person):
    await bot.get_updates(allowed_updates=["callback_query"])
    assert (await person.say("one"))["update_id"] is None
    message = await bot.send_message(CHAT, "Menu", reply_markup=a_button("Press", "one"))
    await person.press(message.message_id, "one")
    (update,) = await bot.get_updates()
    assert update.callback_query.data == "one"
    assert update.callback_query.message.text == "Menu"


async def test_blocking_is_told_to_the_bot(bot, met):
    await met.post("block")
    await met.post("unblock")
    _, blocked, unblocked = [u.my_chat_member for u in await bot.get_updates()]
    assert (blocked.old_chat_member.status, blocked.new_chat_member.status) == ("member", "kicked")
    assert unblocked.new_chat_member.status == "member"
    assert blocked.new_chat_member.user.id == bot.id
    assert blocked.from_user.id == CHAT


def test_a_later_run_begins_above_the_ids_of_an_earlier_one():
    assert first_update_id(1_800_000_001.0) > first_update_id(1_800_000_000.0) + 900
    assert 0 < first_update_id(4_000_000_000.0) < 2**31


async def test_a_webhook_gets_updates_with_its_secret(bot, person):
    dispatcher = echo_dispatcher()
    handler = SimpleRequestHandler(dispatcher, bot, secret_token=SECRET)
    async with webhook_server(handler.handle) as url:
        await bot.set_webhook(url, secret_token=SECRET, max_connections=7)
        await person.say("hello")
        chat = await person.sees(lambda chat: len(chat["messages"]) == 2)
        assert chat["messages"][1]["text"] == "You said hello"
        info = await bot.get_webhook_info()
        assert (info.url, info.max_connections) == (url, 7)
        assert info.pending_update_count == 0
        await bot.delete_webhook()


@pytest.mark.parametrize("encoding", ["json", "form", "multipart"])
async def test_a_call_in_the_answer_of_a_webhook_is_run(bot, person, encoding):
    call = {
        "method": "sendMessage",
        "chat_id": str(CHAT),
        "text": "<b>Hi</b>",
        "parse_mode": "HTML",
    }

    async def handler(_: web.Request) -> web.StreamResponse:
        if encoding == "json":
            return web.json_response(call)
        if encoding == "form":
            body = "method=sendMessage&parse_mode=HTML&text=%3Cb%3EHi%3C%2Fb%3E&chat_id="
            return web.Response(
                text=f"{body}{CHAT}", content_type="application/x-www-form-urlencoded"
            )
        import aiohttp  # noqa: PLC0415 - only here

        writer = aiohttp.MultipartWriter("form-data")
        for name, value in call.items():
            writer.append(value).set_content_disposition("form-data", name=name)
        return web.Response(body=writer)

    async with webhook_server(handler) as url:
        await bot.set_webhook(url)
        await person.say("hello")
        chat = await person.sees(lambda chat: len(chat["messages"]) == 2)
        assert chat["messages"][1]["entities"] == [{"type": "bold", "offset": 0, "length": 2}]
        await bot.delete_webhook()


async def test_a_refused_call_in_the_answer_is_noted_and_not_repeated(bot, person):
    updates = []

    async def handler(request: web.Request) -> web.Response:
        updates.append(await request.json())
        return web.json_response({"method": "sendMessage", "chat_id": CHAT, "text": ""})

    async with webhook_server(handler) as url:
        await bot.set_webhook(url)
        await person.say("hello")
        chat = await person.sees(lambda chat: chat["failures"])
        (failure,) = chat["failures"]
        assert failure["description"] == "Bad Request: message text is empty"
        assert failure["via"] == "webhook_response"
        assert len(updates) == 1
        await bot.delete_webhook()


async def test_an_update_is_posted_again_after_a_500(bot, person):
    seen = []

    async def handler(request: web.Request) -> web.Response:
        update = await request.json()
        seen.append(update["update_id"])
        if len(seen) == 1:
            return web.Response(status=500)
        return web.json_response({"method": "sendMessage", "chat_id": CHAT, "text": str(len(seen))})

    async with webhook_server(handler) as url:
        await bot.set_webhook(url)
        update_id = (await person.say("hello"))["update_id"]
        chat = await person.sees(lambda chat: len(chat["messages"]) == 2)
        assert chat["messages"][1]["text"] == "2"
        assert seen == [update_id, update_id]
        info = await bot.get_webhook_info()
        assert info.last_error_message == (
            "Wrong response from the webhook: 500 Internal Server Error"
        )
        assert info.last_error_date is not None
        await bot.delete_webhook()


async def test_the_messages_of_a_chat_keep_their_order_through_failures(bot, person, http):
    seen = []
    other = Person(http, CHAT + 1)

    async def handler(request: web.Request) -> web.Response:
        update = await request.json()
        seen.append(update["message"]["text"])
        failing = update["message"]["text"] == "one" and seen.count("one") == 1
        if len(seen) == 4:
            await bot.send_message(CHAT, "all seen")
        return web.Response(status=503 if failing else 200)

    async with webhook_server(handler) as url:
        await person.say("one")
        await person.say("two")
        await other.say("elsewhere")
        await bot.set_webhook(url, max_connections=1)
        await person.sees(lambda chat: chat["messages"][-1]["text"] == "all seen")
        assert [text for text in seen if text != "elsewhere"] == ["one", "one", "two"]
        await bot.delete_webhook()


async def test_undelivered_updates_survive_the_way_to_polling_and_back(bot, person):
    refused = asyncio.Event()

    async def refuse(_: web.Request) -> web.Response:
        refused.set()
        return web.Response(status=404)

    async with webhook_server(refuse) as url:
        await bot.set_webhook(url)
        await person.say("hello")
        await refused.wait()
        await bot.delete_webhook()
    (update,) = await bot.get_updates()
    assert update.message.text == "hello"

    delivered = asyncio.Event()

    async def accept(_: web.Request) -> web.Response:
        delivered.set()
        return web.Response()

    async with webhook_server(accept) as url:
        await bot.set_webhook(url)
        await delivered.wait()
        await bot.delete_webhook()


async def test_pending_updates_are_dropped_on_request(bot, person):
    await person.say("hello")
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == []


async def test_polling_is_refused_while_a_webhook_is_set(bot, person):
    await bot.set_webhook("http://127.0.0.1:1/hook")
    reason = "Conflict: can't use getUpdates method while webhook is active"
    with pytest.raises(TelegramConflictError, match=reason):
        await bot.get_updates()
    await person.say("hello")
    await bot.delete_webhook()
    assert len(await bot.get_updates()) == 1


async def test_setting_a_webhook_ends_a_long_poll(bot):
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await bot.get_me()
    await bot.set_webhook("http://127.0.0.1:1/hook")
    with pytest.raises(TelegramConflictError):
        await poll


@pytest.mark.parametrize(
    ("url", "secret", "reason"),
    [
        ("http://example.org/hook", None, "An HTTPS URL must be provided for webhook"),
        ("ftp://127.0.0.1/hook", None, "invalid webhook URL specified"),
        ("https://example.org/hook", "a b", "secret token contains unallowed characters"),
        ("https://example.org/hook", "a" * 257, "secret token is too long"),
    ],
)
async def test_a_bad_webhook_is_refused(bot, url, secret, reason):
    with pytest.raises(TelegramBadRequest, match=reason):
        await bot.set_webhook(url, secret_token=secret)


async def test_an_unknown_press_can_not_be_answered(bot):
    reason = "query is too old and response timeout expired or query ID is invalid"
    with pytest.raises(TelegramBadRequest, match=reason):
        await bot.answer_callback_query("1")


async def test_only_the_first_answer_to_a_press_is_shown(bot: Bot, met):
    message = await bot.send_message(CHAT, "Menu", reply_markup=a_button("Press", "one"))
    query_id = (await met.press(message.message_id, "one"))["callback_query_id"]
    assert await bot.answer_callback_query(query_id, "First")
    assert await bot.answer_callback_query(query_id, "Second")
    assert [a["text"] for a in (await met.chat())["callback_answers"]] == ["First"]
