"""Explaining says what the bot then does, and does nothing itself; the linter finds mistakes."""

from typing import Any

import asyncpg
import msgspec
import pytest
from redis.asyncio import Redis
from support.eventually import eventually
from support.person import Json, Person
from support.simulator import Simulator
from support.system import Admin, System, live

from .conftest import AddHandler

pytestmark = pytest.mark.xdist_group("webhook")


@pytest.fixture
def system(webhook_system: System) -> System:
    return webhook_system


@pytest.fixture
async def menu(admin: Admin, redis: Redis) -> int:
    """A small bot. Returns its keyboard."""
    button = await admin.create("buttons", label="Tea", data="buy:tea")
    menu = await admin.create("keyboards", name="menu", layout=[[button]])
    await admin.create("handlers", pattern="/start", message="Hi, {first_name}", keyboard_id=menu)
    await admin.create("handlers", pattern="/start ref_*", message="From {1}")
    bought = await admin.create(
        "handlers",
        pattern="i want *",
        message="<b>{1}</b> for {var.name|you}",
        media=[{"type": "location", "latitude": 1.5, "longitude": 2}],
    )
    toast = [{"type": "toast", "text": "Bought"}, {"type": "edit"}]
    await admin.create("callbacks", callback_data="buy:*", handler_id=bought, action=toast)
    await admin.create("handlers", pattern=":sticker", message="Nice", keyboard_id=menu)
    await admin.create("handlers", pattern="*", message="What is {text}?")
    await live(redis, admin.last_seq)
    return menu


async def explain(admin: Admin, person: Person, **asked: Any) -> Json:
    who = {"id": person.chat_id, "first_name": "Anna"}
    answer = await admin.http.post("explain", json={"person": who, **asked})
    assert answer.status_code == 200, answer.text
    found: Json = answer.json()
    return found


def plain(call: Json) -> tuple[str, Json]:
    """A call of the log, whose values are texts where it came as a form."""
    given = {name: value for name, value in call["parameters"].items() if name != "method"}
    return call["method"], {name: _value(value) for name, value in given.items()}


def _value(value: Any) -> Any:
    try:
        return msgspec.json.decode(value) if isinstance(value, str) else value
    except msgspec.DecodeError:
        return value


@pytest.mark.parametrize(
    "asked",
    [
        {"text": "/start"},
        {"text": "/start ref_7"},
        {"text": "I want  Green tea"},
        {"text": "nonsense"},
        {"kind": "sticker"},
    ],
    ids=["command", "argument", "glob", "fallback", "kind"],
)
async def test_what_is_explained_of_a_message_is_what_the_bot_does(
    admin: Admin,
    menu: int,
    person: Person,
    simulator: Simulator,
    database: asyncpg.Connection,
    asked: Json,
) -> None:
    await person.is_called(first_name="Anna", language_code="en")
    explained = await explain(admin, person, **asked)
    assert await simulator.calls(chat_id=person.chat_id) == []
    await (person.says(asked["text"]) if "text" in asked else person.sends(asked["kind"]))
    calls = await simulator.called(len(explained["messages"]), chat_id=person.chat_id)
    messages = [(sent["method"], sent["params"]) for sent in explained["messages"]]
    assert [plain(call) for call in calls] == [
        (method, {name: _value(value) for name, value in params.items()})
        for method, params in messages
    ]
    row = await eventually(
        lambda: database.fetchrow("SELECT * FROM statistics WHERE user_id = $1", person.chat_id)
    )
    assert (row["event"], row["handler_id"]) == (explained["event"], explained["winner"]["id"])


async def test_what_is_explained_of_a_press_is_what_the_bot_does(
    admin: Admin, menu: int, person: Person, simulator: Simulator, database: asyncpg.Connection
) -> None:
    await person.is_called(first_name="Anna", language_code="en")
    await person.says("/start")
    message = await person.sees("Hi, Anna")
    explained = await explain(admin, person, button="buy:tea")
    assert explained["winner"]["pattern"] == "buy:*"
    assert explained["matched"] == {"1": "tea"}
    await person.presses(message, "buy:tea")
    methods = [sent["method"] for sent in explained["messages"]]
    assert methods == ["answerCallbackQuery", "sendMessage", "sendLocation", "deleteMessage"]
    await simulator.called(1, "deleteMessage", person.chat_id)
    made = [call["method"] for call in await simulator.calls(chat_id=person.chat_id)]
    # An answer to a press names no chat.
    assert made == ["sendMessage", *methods[1:]]
    (answer,) = await person.notified()
    assert answer["text"] == explained["messages"][0]["params"]["text"] == "Bought"


async def test_explaining_sends_nothing_and_counts_nothing(
    admin: Admin,
    person: Person,
    simulator: Simulator,
    add_handler: AddHandler,
    database: asyncpg.Connection,
    redis: Redis,
) -> None:
    name = {"type": "set", "variable": "name", "value": "Ben"}
    steps = [name, {"type": "ask", "variable": "age", "question": "Age, {var.name}?"}]
    await add_handler("ask", action=steps)
    # Not its length: stats trims what all have counted, of other tests too.
    added = (await redis.xinfo_stream("interactions"))["entries-added"]
    calls = len(await simulator.calls())
    explained = await explain(admin, person, text="ask")
    assert [sent["params"]["text"] for sent in explained["messages"]] == ["Age, Ben?"]
    assert [step["step"]["type"] for step in explained["steps"]] == ["set", "ask"]
    assert len(await simulator.calls()) == calls
    assert (await redis.xinfo_stream("interactions"))["entries-added"] == added
    assert not await redis.exists(f"person:4242:{person.chat_id}")


async def test_the_linter_finds_what_is_hardly_meant(admin: Admin, add_handler: AddHandler) -> None:
    wide = await add_handler("order *", message="Wide", priority=5)
    lost = await add_handler("order * now", message="More literal")
    hopeless = await add_handler("re:^order x$", message="Never")
    loose = await admin.create("buttons", label="Loose", data="nowhere")
    answer = await admin.http.get("lint")
    assert answer.status_code == 200
    found = {
        (one["code"], one.get("entity"), one.get("id"), one.get("other_id"))
        for one in answer.json()["items"]
    }
    assert ("button_without_callback", "button", loose, None) in found
    assert ("button_unplaced", "button", loose, None) in found
    assert ("overlap", "handler", wide, lost) in found
    assert any(one[:3] in {("never_wins", "handler", hopeless)} for one in found), found
    assert ("no_start", None, None, None) in found
