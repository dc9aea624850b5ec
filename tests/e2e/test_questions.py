"""The step `ask`: questions, and what a person's next message does to them."""

from collections.abc import Callable

import asyncpg
import pytest
from support.eventually import eventually
from support.person import Json, Person
from support.system import System

from .conftest import AddHandler

pytestmark = pytest.mark.xdist_group("webhook")


@pytest.fixture
def system(webhook_system: System) -> System:
    return webhook_system


def toast(text: str) -> Json:
    """Outside a press a message."""
    return {"type": "toast", "text": text}


def ask(**fields: object) -> list[Json]:
    """Steps that ask, and then show the content."""
    return [{"type": "ask", "variable": "it", "question": "Well?", **fields}, {"type": "reply"}]


@pytest.mark.parametrize(
    ("answer", "bad", "good", "kept"),
    [
        ({"answer": "text"}, None, "  Any text ", "Any text"),
        ({"answer": "number"}, "many", "1 500,50", "1500.50"),
        ({"answer": "phone"}, "call me", "8 (912) 345-67-89", "+79123456789"),
        ({"answer": "email"}, "anna@", "anna@example.org", "anna@example.org"),
        ({"answer": "date"}, "31.02.2026", "24.11.2026", "2026-11-24"),
        ({"answer": "choice", "choices": ["Tea", "Coffee"]}, "Milk", "tEA", "Tea"),
    ],
    ids=["text", "number", "phone", "email", "date", "choice"],
)
async def test_an_answer_is_checked_and_kept(
    person: Person, add_handler: AddHandler, answer: Json, bad: str | None, good: str, kept: str
) -> None:
    action = ask(retry="Not that, {first_name}", **answer)
    await person.is_called(first_name="Anna")
    await add_handler("ask", message="Kept {var.it}", action=action)
    await person.says("ask")
    await person.sees("Well?")
    if bad is not None:
        await person.says(bad)
        await person.sees("Not that, Anna")
    await person.says(good)
    assert (await person.sees("Kept"))["text"] == f"Kept {kept}"


async def test_choices_and_a_phone_number_can_be_pressed(
    person: Person, add_handler: AddHandler
) -> None:
    action = [
        {"type": "ask", "variable": "size", "question": "Size?", "answer": "choice",
         "choices": ["S", "M", "L"], "cancel": "No"},
        {"type": "ask", "variable": "phone", "question": "Phone?", "answer": "phone"},
        {"type": "reply"},
    ]  # fmt: skip
    await add_handler("order", message="{var.size} to {var.phone}", action=action)
    await person.says("order")
    await person.sees("Size?")
    keyboard = (await person.chat())["reply_keyboard"]["keyboard"]
    assert [[key["text"] for key in row] for row in keyboard] == [["S", "M"], ["L"], ["No"]]
    await person.presses_key("L")
    await person.sees("Phone?")
    await person.presses_key("📱")
    done = await person.sees("L to +1555")
    assert done["text"] == f"L to +1555{person.chat_id % 10**7:07}"


@pytest.mark.parametrize("own", [True, False], ids=["own_steps", "default"])
async def test_the_word_to_cancel_ends_a_question(
    person: Person, add_handler: AddHandler, own: bool
) -> None:
    ending = {"on_cancel": [toast("As you like")]} if own else {}
    await add_handler("ask", message="Kept", action=ask(cancel="Stop", **ending))
    await add_handler("later", message="Taken")
    await person.says("ask")
    await person.sees("Well?")
    await person.presses_key("Stop")
    await person.sees("As you like" if own else "Cancelled.")
    await person.says("later")
    await person.sees("Taken")
    assert len(await person.answered()) == 3


async def test_too_many_answers_that_do_not_fit_end_a_question(
    person: Person, add_handler: AddHandler
) -> None:
    ending = [toast("Given up")]
    await add_handler(
        "ask", message="Kept", action=ask(answer="number", attempts=2, on_cancel=ending)
    )
    await person.says("ask")
    await person.sees("Well?")
    await person.says("one")
    await person.sees("That does not look right. Please try again.")
    await person.says("two")
    await person.sees("Given up")


async def test_a_command_ends_a_question_and_is_answered_itself(
    person: Person, add_handler: AddHandler, database: asyncpg.Connection
) -> None:
    asks = await add_handler("ask", message="Kept {var.it}", action=ask(answer="number"))
    await add_handler("/other", message="Other")
    await person.says("ask")
    await person.sees("Well?")
    await person.says("/other")
    await person.sees("Other")
    await person.says("ask")
    await person.answered(3)
    await person.says("5")
    await person.sees("Kept 5")
    rows = await eventually(
        lambda: database.fetch(
            "SELECT event, handler_id FROM statistics WHERE user_id = $1 ORDER BY timestamp",
            person.chat_id,
        ),
        lambda found: len(found) == 4,
    )
    assert [row["event"] for row in rows] == ["message", "command", "message", "answer"]
    assert rows[3]["handler_id"] == asks


async def test_people_answer_their_own_questions_and_only_where_they_were_asked(
    person: Person, someone: Callable[[], Person], add_handler: AddHandler
) -> None:
    other = someone()
    await add_handler("ask", message="Kept {var.it}", action=ask())
    for one in (person, other):
        await one.says("ask")
        await one.sees("Well?")
    await person.says("mine")
    await other.says("other")
    assert (await person.sees("Kept"))["text"] == "Kept mine"
    assert (await other.sees("Kept"))["text"] == "Kept other"


async def test_a_question_that_nobody_answers_ends(person: Person, add_handler: AddHandler) -> None:
    action = ask(timeout_seconds=10, on_timeout=[toast("Too late")])
    await add_handler("ask", message="Kept", action=action)
    await add_handler("late", message="Taken")
    await person.says("ask")
    await person.sees("Well?")
    await person.sees("Too late")
    await person.says("late")
    await person.sees("Taken")
