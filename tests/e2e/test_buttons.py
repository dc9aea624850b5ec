"""Buttons and keyboards, as they arrive at a person and as they are pressed."""

import pytest
from redis.asyncio import Redis
from support.person import Json, Person
from support.system import Admin, System, live

from .conftest import AddHandler

pytestmark = pytest.mark.xdist_group("polling")


@pytest.fixture
def system(polling_system: System) -> System:
    return polling_system


def labels(message: Json) -> list[list[str]]:
    rows = message["reply_markup"]["inline_keyboard"]
    return [[button["text"] for button in row] for row in rows]


INLINE = [
    ({"kind": "callback", "data": "press"}, {"callback_data": "press"}),
    ({"kind": "url", "url": "https://example.org/"}, {"url": "https://example.org/"}),
    (
        {"kind": "web_app", "url": "https://example.org/"},
        {"web_app": {"url": "https://example.org/"}},
    ),
    ({"kind": "copy_text", "data": "PROMO"}, {"copy_text": {"text": "PROMO"}}),
    ({"kind": "switch_inline", "data": "tea"}, {"switch_inline_query": "tea"}),
    ({"kind": "switch_inline"}, {"switch_inline_query": ""}),
    (
        {"kind": "switch_inline_current", "data": "tea"},
        {"switch_inline_query_current_chat": "tea"},
    ),
    (
        {"kind": "callback", "data": "red", "style": "danger", "icon": "5368324170671202286"},
        {
            "callback_data": "red",
            "style": "danger",
            "icon_custom_emoji_id": "5368324170671202286",
        },
    ),
]


async def test_every_inline_button_arrives(
    admin: Admin, person: Person, add_handler: AddHandler
) -> None:
    buttons = [await admin.create("buttons", label="Button", **fields) for fields, _ in INLINE]
    inline = await admin.create("keyboards", name="inline", layout=[[button] for button in buttons])
    await add_handler("inline", message="Inline", keyboard_id=inline)
    await person.says("inline")
    message = await person.sees("Inline")
    rows = message["reply_markup"]["inline_keyboard"]
    assert rows == [[{"text": "Button", **shown}] for _, shown in INLINE]


REPLY = [
    ({"kind": "text"}, {}),
    ({"kind": "text", "style": "success"}, {"style": "success"}),
    ({"kind": "request_contact"}, {"request_contact": True}),
    ({"kind": "request_location"}, {"request_location": True}),
    ({"kind": "request_poll"}, {"request_poll": {}}),
    ({"kind": "request_poll", "data": "quiz"}, {"request_poll": {"type": "quiz"}}),
    (
        {"kind": "web_app", "url": "https://example.org/"},
        {"web_app": {"url": "https://example.org/"}},
    ),
]


async def test_every_reply_button_arrives_and_the_keyboard_can_be_removed(
    admin: Admin, person: Person, add_handler: AddHandler
) -> None:
    buttons = [await admin.create("buttons", label="Button", **fields) for fields, _ in REPLY]
    options = {"one_time": True, "persistent": True, "placeholder": "Choose", "selective": True}
    reply = await admin.create(
        "keyboards",
        name="reply",
        kind="reply",
        layout=[[button] for button in buttons],
        options=options,
    )
    remove = await admin.create("keyboards", name="remove", kind="remove")
    await add_handler("open", message="Open", keyboard_id=reply)
    await add_handler("close", message="Closed", keyboard_id=remove)
    await person.says("open")
    await person.sees("Open")
    assert (await person.chat())["reply_keyboard"] == {
        "keyboard": [[{"text": "Button", **shown}] for _, shown in REPLY],
        "resize_keyboard": True,
        "one_time_keyboard": True,
        "is_persistent": True,
        "input_field_placeholder": "Choose",
        "selective": True,
    }
    await person.says("close")
    await person.sees("Closed")
    assert (await person.chat())["reply_keyboard"] is None


async def test_presses_of_a_reply_keyboard_reach_the_handlers_of_what_they_send(
    admin: Admin, person: Person, add_handler: AddHandler
) -> None:
    kinds = ("text", "request_contact", "request_location", "request_poll")
    buttons = [await admin.create("buttons", label=f"The {kind}", kind=kind) for kind in kinds]
    reply = await admin.create("keyboards", name="reply", kind="reply", layout=[buttons])
    await admin.create("handlers", pattern="the TEXT", message="Text taken")
    await admin.create("handlers", pattern=":contact", message="Contact taken")
    await admin.create("handlers", pattern=":location", message="Location taken")
    await admin.create("handlers", pattern=":poll", message="Poll taken")
    await add_handler("keys", message="Keys", keyboard_id=reply)
    await person.says("keys")
    await person.sees("Keys")
    for kind in kinds:
        await person.presses_key(f"The {kind}")
        await person.sees(f"{kind.removeprefix('request_').title()} taken")


async def test_a_long_keyboard_is_shown_by_pages_that_presses_turn(
    admin: Admin, person: Person, add_handler: AddHandler
) -> None:
    names = [f"Item {number}" for number in range(5)]
    buttons = [await admin.create("buttons", label=name, data=name) for name in names]
    paged = await admin.create(
        "keyboards",
        name="paged",
        layout=[[button] for button in buttons],
        options={"page_rows": 2},
    )
    await add_handler("paged", message="Goods", keyboard_id=paged)
    await person.says("paged")
    message = await person.sees("Goods")
    assert labels(message) == [["Item 0"], ["Item 1"], ["1/3", "›"]]

    async def press(label: str) -> list[list[str]]:
        (shown,) = (await person.chat())["messages"][1:]
        navigation = shown["reply_markup"]["inline_keyboard"][-1]
        (data,) = [button["callback_data"] for button in navigation if button["text"] == label]
        answers = len((await person.chat())["callback_answers"])
        await person.presses(shown, data)
        await person.notified(answers + 1)
        return labels(await person.sees("Goods"))

    assert await press("›") == [["Item 2"], ["Item 3"], ["‹", "2/3", "›"]]
    # The counter shows the page that it names, which stays as it is.
    assert await press("2/3") == [["Item 2"], ["Item 3"], ["‹", "2/3", "›"]]
    assert await press("›") == [["Item 4"], ["‹", "3/3"]]
    assert await press("‹") == [["Item 2"], ["Item 3"], ["‹", "2/3", "›"]]
    texts = [answer["text"] for answer in (await person.chat())["callback_answers"]]
    assert texts == [None] * 4


async def test_a_changed_button_shows_on_every_keyboard(
    admin: Admin, redis: Redis, person: Person, add_handler: AddHandler
) -> None:
    button = await admin.create("buttons", label="Old", data="shared")
    for name in ("one", "two"):
        keyboard = await admin.create("keyboards", name=name, layout=[[button]])
        await add_handler(name, message=name.title(), keyboard_id=keyboard)
    await person.says("one")
    assert labels(await person.sees("One")) == [["Old"]]
    await admin.change("buttons", button, label="New", style="primary")
    await live(redis, admin.last_seq)
    for count, name in enumerate(("one", "two"), 2):
        await person.says(name)
        message = (await person.answered(count))[-1]
        assert labels(message) == [["New"]]
        assert message["reply_markup"]["inline_keyboard"][0][0]["style"] == "primary"


async def test_a_callback_with_stars_takes_the_presses_it_fits_and_shows_what_they_held(
    admin: Admin, person: Person, add_handler: AddHandler
) -> None:
    buttons = [
        await admin.create("buttons", label=data, data=data) for data in ("item:7:red", "item:8")
    ]
    goods = await admin.create("keyboards", name="goods", layout=[buttons])
    item = await admin.create("handlers", pattern="item", message="Item {1}", keyboard_id=goods)
    await admin.create("callbacks", callback_data="item:*", handler_id=item)
    both = [{"type": "toast", "text": "{1} in {2}"}, {"type": "reply"}]
    await admin.create("callbacks", callback_data="item:*:*", handler_id=item, action=both)
    await add_handler("goods", message="Goods", keyboard_id=goods)
    await person.says("goods")
    message = await person.sees("Goods")
    await person.presses(message, "item:8")
    edited = await person.sees("Item 8")
    assert edited["message_id"] == message["message_id"]
    await person.presses(edited, "item:7:red")
    await person.sees("Item 7")
    assert (await person.notified(2))[-1]["text"] == "7 in red"
