"""Every step that needs nothing but Telegram, as the person sees it."""

import asyncio
import time
from collections.abc import Callable

import pytest
from redis.asyncio import Redis
from support.eventually import eventually
from support.person import Json, Person
from support.simulator import Simulator
from support.system import Admin, System, live

from .conftest import AddHandler

pytestmark = pytest.mark.xdist_group("polling")


@pytest.fixture
def system(polling_system: System) -> System:
    return polling_system


def toast(text: str) -> Json:
    """Outside a press a message."""
    return {"type": "toast", "text": text}


async def texts(person: Person, count: int) -> list[str]:
    return [message["text"] for message in await person.answered(count)]


async def test_reply_and_show_run_in_their_order(person: Person, add_handler: AddHandler) -> None:
    other = await add_handler("other", message="Other", action=[{"type": "reply"}, toast("Seen")])
    steps = [toast("First"), {"type": "show", "handler_id": other}, {"type": "reply"}]
    await add_handler("order", message="Own", action=steps)
    await person.says("order")
    assert await texts(person, 4) == ["First", "Other", "Seen", "Own"]


async def test_a_press_gets_its_toast_its_alert_and_its_delete(
    admin: Admin, person: Person, add_handler: AddHandler
) -> None:
    actions = {
        "toast": [{"type": "toast", "text": "For {first_name}"}],
        "alert": [{"type": "alert", "text": "Read this"}],
        "delete": [{"type": "delete"}],
    }
    buttons = [await admin.create("buttons", label=name, data=name) for name in actions]
    menu = await admin.create("keyboards", name="menu", layout=[buttons])
    for name, action in actions.items():
        await admin.create("callbacks", callback_data=name, action=action)
    await add_handler("menu", message="Menu", keyboard_id=menu)
    await person.is_called(first_name="Anna")
    await person.says("menu")
    message = await person.sees("Menu")
    for count, name in enumerate(actions, 1):
        await person.presses(message, name)
        await person.notified(count)
    chat = await person.sees_chat(lambda chat: len(chat["messages"]) == 1)
    answers = [(answer["text"], answer["show_alert"]) for answer in chat["callback_answers"]]
    assert answers == [("For Anna", False), ("Read this", True), (None, False)]


async def test_delete_without_a_press_takes_the_persons_message_away(
    person: Person, add_handler: AddHandler
) -> None:
    await add_handler("secret", action=[{"type": "delete"}, toast("Gone")])
    await person.says("secret")
    await person.sees("Gone")
    assert len((await person.chat())["messages"]) == 1


async def test_a_wait_puts_off_what_follows_and_nothing_else(
    simulator: Simulator, person: Person, add_handler: AddHandler
) -> None:
    steps = [toast("1"), {"type": "wait", "seconds": 1}, {"type": "reply"}]
    await add_handler("slowly", message="3", action=steps)
    await add_handler("quick", message="2")
    await person.says("slowly")
    await person.sees("1")
    await person.says("quick")
    assert await texts(person, 3) == ["1", "2", "3"]
    first, _, third = await simulator.calls("sendMessage", person.chat_id)
    assert 1.0 <= third["time"] - first["time"] < 5


async def test_typing_is_shown(person: Person, add_handler: AddHandler) -> None:
    await add_handler("busy", action=[{"type": "typing", "action": "upload_photo"}])
    await person.says("busy")
    chat = await person.sees_chat(lambda chat: chat["typing"])
    assert chat["typing"]["action"] == "upload_photo"


async def test_an_operator_is_notified_and_gets_messages_forwarded(
    someone: Callable[[], Person], person: Person, add_handler: AddHandler
) -> None:
    operator = someone()
    await operator.is_called(first_name="Operator")
    await person.is_called(first_name="Anna", username="anna")
    steps = [
        {"type": "notify", "chat": operator.chat_id, "text": "Asked: {1}"},
        {"type": "forward", "chat": operator.chat_id},
    ]
    await add_handler("help with *", action=steps)
    await person.says("help with <tea>")
    notice, forwarded = await operator.answered(2)
    assert notice["text"] == f"Asked: <tea>\n\n— Anna (@anna, {person.chat_id})"
    assert {entity["type"] for entity in notice["entities"]} >= {"text_mention"}
    assert forwarded["text"] == "help with <tea>"
    assert forwarded["forward_origin"]["sender_user"]["id"] == person.chat_id


async def test_random_runs_each_of_its_choices_at_times(
    person: Person, add_handler: AddHandler
) -> None:
    choices = [{"steps": [toast("Heads")]}, {"steps": [toast("Tails")], "weight": 2}]
    await add_handler("flip", action=[{"type": "random", "choices": choices}])
    await asyncio.gather(*(person.says("flip") for _ in range(30)))
    assert set(await texts(person, 30)) == {"Heads", "Tails"}


async def test_set_keeps_adds_and_forgets(person: Person, add_handler: AddHandler) -> None:
    name = {"type": "set", "variable": "name", "value": "{1}"}
    more = {"type": "set", "variable": "visits", "add": 1.5}
    forget = {"type": "set", "variable": "name"}
    message = "{var.name|nobody} {var.visits|0}"
    await add_handler("i am *", message=message, action=[name, more, {"type": "reply"}])
    await add_handler("who", message=message)
    await add_handler("forget", message=message, action=[forget, {"type": "reply"}])
    for count, text in enumerate(("who", "I am Anna", "I am Ben", "who", "forget", "who"), 1):
        await person.says(text)
        await person.answered(count)
    assert await texts(person, 6) == [
        "nobody 0",
        "Anna 1.5",
        "Ben 3",
        "Ben 3",
        "nobody 3",
        "nobody 3",
    ]


async def test_stop_ends_also_what_led_here(person: Person, add_handler: AddHandler) -> None:
    stops = await add_handler("stops", action=[toast("Inner"), {"type": "stop"}])
    steps = [{"type": "show", "handler_id": stops}, toast("Never")]
    await add_handler("stop", action=steps)
    await add_handler("after", message="After")
    await person.says("stop")
    await person.sees("Inner")
    await person.says("after")
    assert await texts(person, 2) == ["Inner", "After"]


CONDITIONS = {
    "language": {"type": "language", "among": ["ru"]},
    "chat": {"type": "chat", "among": ["private"]},
    "not_in_a_group": {"type": "chat", "among": ["group", "supergroup"], "negate": True},
    "equals": {"type": "variable", "name": "city", "value": "moscow"},
    "contains": {"type": "variable", "name": "city", "operator": "contains", "value": "osc"},
    "is_set": {"type": "variable", "name": "city", "operator": "is_set"},
    "greater": {"type": "variable", "name": "age", "operator": "greater", "value": "18"},
    "less": {"type": "variable", "name": "age", "operator": "less", "value": "{user_id}"},
    "first_name": {"type": "person", "field": "first_name", "value": "Анна"},
    "username": {"type": "person", "field": "username", "operator": "is_set"},
}
FITS = {"city": "Moscow", "age": "19"}


async def test_each_condition_tells_those_it_fits_from_the_others(
    admin: Admin, redis: Redis, someone: Callable[[], Person]
) -> None:
    fits, other = someone(), someone()
    await fits.is_called(first_name="Анна", username="anna", language_code="ru-RU")
    await other.is_called(first_name="Ben", language_code="en")
    steps = [{"type": "set", "variable": name, "value": value} for name, value in FITS.items()]
    await admin.create("handlers", pattern="set all", action=[*steps, toast("Set")])
    for name, condition in CONDITIONS.items():
        when = {
            "type": "when",
            "conditions": [condition],
            "then": [toast(f"{name}: yes")],
            "otherwise": [toast(f"{name}: no")],
        }
        await admin.create("handlers", pattern=f"when {name}", action=[when])
    await live(redis, admin.last_seq)
    await fits.says("set all")
    await fits.sees("Set")
    found: dict[str, list[str]] = {"yes": [], "no": []}
    for name in CONDITIONS:
        for person, expected in ((fits, "yes"), (other, "no")):
            await person.says(f"when {name}")
            answer = await person.sees(f"{name}: ")
            if answer["text"] == f"{name}: {expected}":
                found[expected].append(name)
    assert found["yes"] == list(CONDITIONS)
    # Whoever is in a private chat is so in any language; and no age is less than an id.
    assert found["no"] == [
        name for name in CONDITIONS if name not in ("chat", "not_in_a_group", "less")
    ]


async def test_premium_and_any_of_several_conditions(
    simulator: Simulator, person: Person, add_handler: AddHandler
) -> None:
    conditions = [
        {"type": "person", "field": "premium"},
        {"type": "variable", "name": "vip", "operator": "is_set"},
    ]
    when = {"type": "when", "conditions": conditions, "match": "any", "then": [toast("VIP")],
            "otherwise": [toast("No VIP")]}  # fmt: skip
    await add_handler("vip", action=[when])
    said = await person.says("vip")
    await person.sees("No VIP")
    message = said["message"]
    message["from"]["is_premium"] = True
    await simulator.sends_update(message=message)
    assert await texts(person, 2) == ["No VIP", "VIP"]


async def test_a_subscription_is_looked_up_in_the_channel(
    simulator: Simulator, person: Person, someone: Callable[[], Person], add_handler: AddHandler
) -> None:
    name = f"news_{int(time.time())}"
    channel = await simulator.group(someone(), type="channel", username=name)
    when = {"type": "when", "conditions": [{"type": "subscribed", "chat": f"@{name}"}],
            "then": [toast("Welcome")], "otherwise": [toast("Subscribe first")]}  # fmt: skip
    await add_handler("enter", action=[when])
    await person.says("enter")
    await person.sees("Subscribe first")
    await channel.joins(person)
    await person.says("enter")
    await person.sees("Welcome")
    await channel.leaves(person)
    await person.says("enter")
    assert (await texts(person, 3))[-1] == "Subscribe first"


async def test_a_channel_that_the_bot_can_not_look_into_counts_as_not_subscribed(
    person: Person, add_handler: AddHandler
) -> None:
    when = {"type": "when", "conditions": [{"type": "subscribed", "chat": -1001234567890}],
            "then": [toast("In")], "otherwise": [toast("Out")]}  # fmt: skip
    await add_handler("enter", action=[when])
    await person.says("enter")
    assert await texts(person, 1) == ["Out"]


async def test_requests_to_join_are_approved_and_declined(
    admin: Admin,
    simulator: Simulator,
    someone: Callable[[], Person],
    add_handler: AddHandler,
) -> None:
    anna, ben = someone(), someone()
    await anna.is_called(first_name="Anna")
    await ben.is_called(first_name="Ben")
    group = await simulator.group(someone())
    is_anna = {"type": "person", "field": "first_name", "value": "Anna"}
    when = {"type": "when", "conditions": [is_anna], "then": [{"type": "approve"}],
            "otherwise": [{"type": "decline"}]}  # fmt: skip
    await add_handler(
        ":join_request", message="Hello, {first_name}", action=[when, {"type": "reply"}]
    )
    for person in (anna, ben):
        await group.is_asked_by(person)
    await anna.sees("Hello, Anna")
    await ben.sees("Hello, Ben")
    await eventually(group.state, lambda found: found["join_requests"] == [])
    members = await group.members()
    assert (anna.chat_id in members, ben.chat_id in members) == (True, False)
