"""What an admin builds over HTTP answers people in Telegram and stands in the statistics."""

import asyncpg
import msgspec
from redis.asyncio import Redis
from support.eventually import eventually
from support.person import Person
from support.system import Admin, System, live


async def test_what_an_admin_builds_answers_and_is_counted(
    admin: Admin, person: Person, redis: Redis, database: asyncpg.Connection
) -> None:
    await person.is_called(first_name="Анна <b>", language_code="ru")

    button = await admin.create("buttons", label="Цены", data="prices")
    keyboard = await admin.create("keyboards", name="menu", layout=[[button]])
    start = await admin.create(
        "handlers", pattern="/start", message="Привет, {first_name}!", keyboard_id=keyboard
    )
    prices = await admin.create("handlers", pattern="/prices", message="<b>Цены</b>: 100")
    await admin.create(
        "callbacks", callback_data="prices", handler_id=prices, action=[{"type": "edit"}]
    )
    await live(redis, admin.last_seq)

    cached = msgspec.json.decode(await redis.get("handler:/start"))
    assert cached["action"] == [{"type": "reply"}]
    assert cached["message"] == "Привет, {first_name}!"
    assert cached["photo_url"] is None
    assert msgspec.json.decode(await redis.get("callback:prices"))["action"] == [{"type": "edit"}]
    filled = msgspec.json.decode(await redis.get(f"keyboard:{keyboard}"))
    assert filled["layout"] == [[{"label": "Цены", "data": "prices"}]]

    await person.says("/start promo")
    welcome = await person.sees("Привет, Анна <b>!")
    assert welcome["reply_markup"]["inline_keyboard"][0][0]["text"] == "Цены"
    await person.presses(welcome, "prices")
    edited = await person.sees("Цены: 100")
    assert edited["message_id"] == welcome["message_id"]
    assert [entity["type"] for entity in edited["entities"]] == ["bold"]
    await person.notified()

    rows = await eventually(
        lambda: database.fetch(
            "SELECT * FROM statistics WHERE user_id = $1 ORDER BY timestamp", person.chat_id
        ),
        lambda found: len(found) == 2,
    )
    assert [row["event"] for row in rows] == ["start", "button_click"]
    assert [row["handler_id"] for row in rows] == [start, prices]
    assert (rows[0]["payload"], rows[1]["callback_data"]) == ("promo", "prices")
    # The summary names the most used ones only, and this system answers other tests too.
    summary = await admin.summary(rows[0]["timestamp"])
    assert (start, 1) in [(used["handler_id"], used["count"]) for used in summary["handlers"]]
    assert ("prices", 1) in [(used["callback_data"], used["count"]) for used in summary["buttons"]]


async def test_a_change_is_in_the_bots_next_answer(
    admin: Admin, person: Person, redis: Redis, database: asyncpg.Connection
) -> None:
    handler = await admin.create("handlers", pattern="hello", message="Old")
    await live(redis, admin.last_seq)
    await person.says("Hello")
    await person.sees("Old")

    await admin.change("handlers", handler, message="New")
    await live(redis, admin.last_seq)
    await person.says("hello")
    await person.sees("New")

    await admin.delete("handlers", handler)
    await live(redis, admin.last_seq)
    said = await person.says("hello")
    unmatched = "SELECT payload FROM statistics WHERE event = 'unmatched' AND event_id = $1"
    assert await eventually(lambda: database.fetchval(unmatched, said["update_id"])) == "hello"
    assert len(await person.answered()) == 2


async def test_every_content_keyboard_and_step_reaches_the_person(
    system: System, admin: Admin, person: Person, redis: Redis
) -> None:
    photo_url = f"{system.url('simulator')}/static/photos/coffee.jpg"
    buttons = [
        await admin.create("buttons", label=data, data=data)
        for data in ("photo", "text", "toast", "alert", "shown", "gone")
    ]
    link = await admin.create("buttons", label="Site", kind="url", url="https://example.org/")
    yes = await admin.create("buttons", label="Да", kind="text")
    inline = await admin.create(
        "keyboards", name="inline", layout=[buttons[:3], buttons[3:], [link]]
    )
    reply = await admin.create(
        "keyboards", name="reply", kind="reply", layout=[[yes]], options={"placeholder": "?"}
    )
    text = await admin.create("handlers", pattern="/text", message="Text", keyboard_id=inline)
    photo = await admin.create(
        "handlers", pattern="/photo", message="Photo", photo_url=photo_url, keyboard_id=inline
    )
    ask = await admin.create("handlers", pattern="/ask", message="Да?", keyboard_id=reply)
    await admin.create("handlers", pattern="да", message="Ура")
    await admin.create("handlers", pattern="*", message="Fallback")
    await admin.create("callbacks", callback_data="photo", handler_id=photo)
    await admin.create("callbacks", callback_data="text", handler_id=text)
    for kind in ("toast", "alert"):
        step = {"type": kind, "text": kind.title()}
        await admin.create("callbacks", callback_data=kind, action=[step])
    show = {"type": "show", "handler_id": ask}
    await admin.create("callbacks", callback_data="shown", action=[show])
    await live(redis, admin.last_seq)

    await person.says("/text")
    message = await person.sees("Text")
    assert message["reply_markup"]["inline_keyboard"][-1][0]["url"] == "https://example.org/"
    await person.presses(message, "photo")
    with_photo = await person.sees("Photo")
    assert with_photo["message_id"] == message["message_id"]
    assert with_photo["photo"]

    for data in ("toast", "alert", "gone"):
        await person.presses(with_photo, data)
    answers = await person.notified(4)
    assert {(answer["text"], answer["show_alert"]) for answer in answers} == {
        (None, False),
        ("Toast", False),
        ("Alert", True),
        ("This button no longer works.", False),
    }

    await person.presses(with_photo, "text")
    text_again = await person.sees("Text")
    assert text_again["message_id"] != with_photo["message_id"]
    await person.presses(text_again, "shown")
    await person.sees("Да?")
    chat = await person.chat()
    assert chat["reply_keyboard"]["keyboard"] == [[{"text": "Да"}]]
    await person.says("ДА")
    await person.sees("Ура")
    await person.says("что-то ещё")
    await person.sees("Fallback")
    assert (await person.chat())["failures"] == []


async def test_blocking_the_bot_is_counted(person: Person, database: asyncpg.Connection) -> None:
    await person.says("/nothing")
    await person.blocks()
    events = await eventually(
        lambda: database.fetch(
            "SELECT event FROM statistics WHERE user_id = $1 ORDER BY timestamp", person.chat_id
        ),
        lambda found: len(found) == 2,
    )
    assert [row["event"] for row in events] == ["unmatched", "blocked"]
