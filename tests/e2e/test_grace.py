"""What goes wrong does so gracefully: stale buttons, refused texts, blocks, and Telegram's 429."""

from collections.abc import Callable

import asyncpg
import httpx
import pytest
from redis.asyncio import Redis
from support.eventually import eventually
from support.person import Person
from support.simulator import Simulator
from support.system import Admin, System

from .conftest import AddHandler

pytestmark = pytest.mark.xdist_group("polling")

MARKUP_REFUSED = "Bad Request: can't parse entities: Can't find end tag"


@pytest.fixture
def system(polling_system: System) -> System:
    return polling_system


async def test_a_stale_button_says_so_in_words_of_ones_own_and_is_counted(
    admin: Admin,
    redis: Redis,
    person: Person,
    add_handler: AddHandler,
    database: asyncpg.Connection,
) -> None:
    button = await admin.create("buttons", label="Old", data="gone")
    menu = await admin.create("keyboards", name="menu", layout=[[button]])
    await add_handler("menu", message="Menu", keyboard_id=menu)
    await person.is_called(first_name="Anna", language_code="ru")
    await person.says("menu")
    message = await person.sees("Menu")
    await person.presses(message, "gone")
    await person.notified(1)
    own = [{"type": "alert", "text": "Out of date, {first_name}"}]
    stale = await add_handler(":stale_button", action=own)
    await person.presses(message, "gone")
    first, second = await person.notified(2)
    assert (first["text"], first["show_alert"]) == ("Эта кнопка больше не действует.", False)
    assert (second["text"], second["show_alert"]) == ("Out of date, Anna", True)
    rows = await eventually(
        lambda: database.fetch(
            "SELECT event, handler_id, callback_data FROM statistics"
            " WHERE user_id = $1 ORDER BY timestamp",
            person.chat_id,
        ),
        lambda found: len(found) == 3,
    )
    assert [tuple(row) for row in rows[1:]] == [
        ("stale_button", None, "gone"),
        ("stale_button", stale, "gone"),
    ]


async def test_a_text_whose_markup_telegram_refuses_arrives_without_it(
    simulator: Simulator, person: Person, add_handler: AddHandler
) -> None:
    await person.is_called(first_name="A & B")
    await simulator.refuses(
        400, method="sendMessage", chat_id=person.chat_id, description=MARKUP_REFUSED
    )
    await add_handler("hello", message="<b>Hello</b>, {first_name}")
    await person.says("hello")
    message = await person.sees("Hello, A & B")
    assert "entities" not in message


async def test_an_edit_that_telegram_refuses_becomes_a_new_message(
    admin: Admin, simulator: Simulator, person: Person, add_handler: AddHandler
) -> None:
    button = await admin.create("buttons", label="To", data="to")
    menu = await admin.create("keyboards", name="menu", layout=[[button]])
    shown = await admin.create("handlers", pattern="to", message="Shown", keyboard_id=menu)
    await admin.create("callbacks", callback_data="to", handler_id=shown)
    await add_handler("menu", message="Menu", keyboard_id=menu)
    await simulator.refuses(
        400,
        method="editMessageText",
        chat_id=person.chat_id,
        description="Bad Request: message can't be edited",
    )
    await person.says("menu")
    message = await person.sees("Menu")
    await person.presses(message, "to")
    edited = await person.sees("Shown")
    assert edited["message_id"] != message["message_id"]
    assert edited["reply_markup"]["inline_keyboard"][0][0]["text"] == "To"


async def test_whoever_has_blocked_the_bot_is_not_written_to_again_and_again(
    system: System,
    http: httpx.AsyncClient,
    simulator: Simulator,
    person: Person,
    someone: Callable[[], Person],
    add_handler: AddHandler,
) -> None:
    await person.is_called(first_name="Anna")
    await person.blocks()
    tell = {"type": "notify", "chat": person.chat_id, "text": "News"}
    await add_handler("tell", message="Told", action=[tell, {"type": "reply"}])
    other = someone()
    await other.says("tell")
    await other.sees("Told")
    (call,) = await simulator.calls(chat_id=person.chat_id)
    assert (call["outcome"], call["description"]) == (
        "403",
        "Forbidden: bot was blocked by the user",
    )
    metrics = (await http.get(f"{system.url('gateway')}/metrics")).text
    assert 'botloom_gateway_calls_total{method="sendMessage",outcome="blocked"}' in metrics


async def test_a_429_is_waited_out_for_as_long_as_telegram_says(
    simulator: Simulator, person: Person, someone: Callable[[], Person], add_handler: AddHandler
) -> None:
    await simulator.refuses(429, method="sendMessage", chat_id=person.chat_id, retry_after=2)
    await add_handler("hello", message="Hello")
    await add_handler("second", message="Second")
    await person.says("hello")
    await simulator.called(1, "sendMessage", person.chat_id)
    await person.says("second")
    # Only the chat that was refused waits.
    other = someone()
    await other.says("hello")
    await other.sees("Hello")
    assert not [one for one in (await person.chat())["messages"] if one["from"]["is_bot"]]
    await person.sees("Second")
    assert [message["text"] for message in await person.answered(2)] == ["Hello", "Second"]
    refused, sent, second = await simulator.calls("sendMessage", person.chat_id)
    assert [refused["outcome"], sent["outcome"], second["outcome"]] == ["429", "ok", "ok"]
    assert 2 <= sent["time"] - refused["time"] < 3


async def test_server_errors_are_tried_again(
    simulator: Simulator, person: Person, add_handler: AddHandler
) -> None:
    await simulator.refuses(502, method="sendMessage", chat_id=person.chat_id, times=2)
    await add_handler("hello", message="Hello")
    await person.says("hello")
    await person.sees("Hello")
    outcomes = [call["outcome"] for call in await simulator.calls(chat_id=person.chat_id)]
    assert outcomes == ["502", "502", "ok"]
