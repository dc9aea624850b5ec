"""The control API: what a person does, and what tests and the web chat then see."""

import asyncio
import json

import pytest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from .conftest import CHAT

BUTTON = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="Press", callback_data="one")]]
)


async def test_without_a_bot_the_control_api_says_what_to_do(http):
    async with http.get("/api/chats") as response:
        assert response.status == 409
        assert response.content_type == "application/problem+json"
        assert "No bot has called yet" in (await response.json())["detail"]
    async with http.get("/api/bots") as response:
        assert await response.json() == []


async def test_a_command_arrives_with_its_entity(bot, person):
    said = await person.say("/start promo@b /not/this")
    assert said["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    (update,) = await bot.get_updates()
    assert update.update_id == said["update_id"]
    assert update.message.from_user.id == CHAT
    assert update.message.chat.type == "private"


async def test_a_person_has_the_name_they_were_given(bot, person, http):
    profile = {"first_name": "Анна", "last_name": "К", "username": "anna_k", "language_code": "ru"}
    async with http.put(f"/api/chats/{CHAT}", json=profile) as response:
        assert response.status == 201
    async with http.put(f"/api/chats/{CHAT}", json={"last_name": None}) as response:
        assert response.status == 200
    await person.say("hello")
    (update,) = await bot.get_updates()
    user = update.message.from_user
    assert (user.first_name, user.last_name, user.username, user.language_code) == (
        "Анна",
        None,
        "anna_k",
        "ru",
    )
    async with http.get("/api/chats") as response:
        (listed,) = await response.json()
    assert listed["last_message"]["text"] == "hello"


async def test_reading_waits_until_the_chat_changes(bot, met):
    version = (await met.chat())["version"]
    waiting = asyncio.create_task(met.chat(after=version))
    await bot.send_message(CHAT, "News")
    chat = await waiting
    assert chat["version"] == version + 1
    assert [m["text"] for m in chat["messages"]] == ["/start", "News"]


async def test_reading_may_leave_out_what_did_not_change(bot, met, http):
    version = (await met.chat())["version"]
    await bot.send_message(CHAT, "News")
    query = {"after": str(version), "changed": "true"}
    async with http.get(f"/api/chats/{CHAT}", params=query) as response:
        assert [m["text"] for m in (await response.json())["messages"]] == ["News"]


async def test_reading_ends_when_its_time_is_over(met):
    version = (await met.chat())["version"]
    assert (await met.chat(after=version, timeout_s=0.01))["version"] == version


async def read_event(response) -> tuple[str, dict]:
    fields = {}
    while (line := (await response.content.readline()).decode().rstrip("\n")) or not fields:
        name, _, value = line.partition(":")
        if name:
            fields[name] = value
    return fields["event"], json.loads(fields["data"])


async def test_changes_are_pushed_as_they_happen(bot, met, http):
    async with http.get(f"/api/chats/{CHAT}/events") as response:
        kind, chat = await read_event(response)
        assert (kind, len(chat["messages"])) == ("snapshot", 1)
        message = await bot.send_message(CHAT, "One", reply_markup=BUTTON)
        assert (await read_event(response))[1]["text"] == "One"
        pressed = await met.press(message.message_id, "one")
        await bot.answer_callback_query(pressed["callback_query_id"], "Ok")
        kind, answer = await read_event(response)
        assert (kind, answer["text"]) == ("callback_answer", "Ok")
        await message.edit_text("Two")
        kind, edited = await read_event(response)
        assert (kind, edited["text"]) == ("edited", "Two")
        await message.delete()
        assert await read_event(response) == ("deleted", {"message_id": message.message_id})


async def test_only_a_button_that_is_there_can_be_pressed(bot, met, http):
    message = await bot.send_message(CHAT, "Menu", reply_markup=BUTTON)
    for body, field in [
        ({"message_id": message.message_id, "callback_data": "two"}, "callback_data"),
        ({"message_id": 1, "callback_data": "one"}, "callback_data"),
        ({"message_id": 10_000, "callback_data": "one"}, "message_id"),
        ({"message_id": "one", "callback_data": "one"}, "message_id"),
        ({"message_id": 1}, "body"),
    ]:
        async with http.post(f"/api/chats/{CHAT}/presses", json=body) as response:
            assert response.status == 422
            assert (await response.json())["errors"][0]["field"] == field


async def test_any_update_can_be_injected(bot, http):
    update = {"some_future_thing": {"value": 1}}
    async with http.post("/api/updates", json=update) as response:
        assert response.status == 201
        update_id = (await response.json())["update_id"]
    async with http.get(f"/bot{bot.token}/getUpdates") as response:
        assert (await response.json())["result"] == [{"update_id": update_id, **update}]


async def test_who_blocked_the_bot_must_unblock_it_to_write(met, http):
    await met.post("block")
    async with http.post(f"/api/chats/{CHAT}/messages", json={"text": "a"}) as response:
        assert response.status == 409
    assert (await met.post("block"))["update_id"] is None


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "field"),
    [
        ("POST", "/api/chats/0/messages", {"text": "a"}, 422, "chat_id"),
        ("POST", "/api/chats/x/messages", {"text": "a"}, 422, "chat_id"),
        ("POST", "/api/chats/1/messages", {"text": ""}, 422, "text"),
        ("POST", "/api/chats/1/messages", {"text": " \n"}, 422, "text"),
        ("POST", "/api/chats/1/messages", {"text": "a" * 4097}, 422, "text"),
        ("POST", "/api/chats/1/messages", {"txet": "a"}, 422, "body"),
        ("PUT", "/api/chats/1", {"username": "@a"}, 422, "username"),
        ("GET", "/api/chats/1", None, 404, "chat_id"),
        ("GET", f"/api/chats/{CHAT}?after=x", None, 422, "after"),
        ("GET", f"/api/chats/{CHAT}?after=1&timeout=nan", None, 422, "timeout"),
        ("GET", f"/api/chats/{CHAT}?bot=1", None, 404, None),
        ("GET", "/api/files/unknown", None, 404, "file_id"),
        ("GET", "/api/nothing", None, 404, None),
        ("POST", "/api/updates", {"update_id": {}}, 422, "update_id"),
        ("POST", "/api/updates", {}, 422, "body"),
    ],
)
async def test_a_bad_request_is_refused_naming_field_and_rule(
    met, http, method, path, body, status, field
):
    async with http.request(method, path, json=body) as response:
        assert response.status == status
        assert response.content_type == "application/problem+json"
        problem = await response.json()
        assert problem["status"] == status
        assert [e["field"] for e in problem["errors"]] == ([field] if field else [])


async def test_a_chat_keeps_its_last_thousand_messages(bot, person):
    for _ in range(20):
        await asyncio.gather(*(person.say("a") for _ in range(51)))
    messages = (await person.chat())["messages"]
    assert (len(messages), messages[-1]["message_id"]) == (1000, 1020)


@pytest.mark.parametrize(
    "path", ["/", "/static/photos/coffee.jpg", "/healthz", "/readyz", "/metrics"]
)
async def test_the_pages_are_served(http, path):
    async with http.get(path) as response:
        assert response.status == 200
