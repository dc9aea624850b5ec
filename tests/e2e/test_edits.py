"""The step `edit`: in place where Telegram can, else a new message in place of the old."""

from typing import Any

import pytest
from redis.asyncio import Redis
from support.person import Json, Person
from support.system import Admin, System, live

from .conftest import AddHandler
from .test_content import URLS

pytestmark = pytest.mark.xdist_group("webhook")


@pytest.fixture
def system(webhook_system: System) -> System:
    return webhook_system


async def test_an_edit_changes_the_message_to_each_kind_that_can_be_edited(
    admin: Admin, redis: Redis, person: Person
) -> None:
    kinds = ("text", "photo", "video", "animation", "document", "audio", "photo")
    buttons = [await admin.create("buttons", label=kind, data=f"to {kind}") for kind in set(kinds)]
    menu = await admin.create("keyboards", name="kinds", layout=[buttons])
    for kind in set(kinds):
        fields: dict[str, Any] = {"message": f"As {kind}", "keyboard_id": menu}
        if kind != "text":
            fields["media"] = [{"type": kind, "source": URLS[kind]}]
        shown = await admin.create("handlers", pattern=f"show {kind}", **fields)
        await admin.create("callbacks", callback_data=f"to {kind}", handler_id=shown)
    await live(redis, admin.last_seq)
    await person.says("show text")
    first = message = await person.sees("As text")
    for kind in kinds[1:]:
        await person.presses(message, f"to {kind}")
        message = await person.sees(f"As {kind}")
        assert message[kind]
        assert message["message_id"] == first["message_id"]
    # A text can't take the place of media.
    await person.presses(message, "to text")
    await person.sees_chat(lambda chat: all(one.get("photo") is None for one in chat["messages"]))
    message = await person.sees("As text")
    assert message["message_id"] != first["message_id"]
    assert (await person.chat())["failures"] == []


@pytest.mark.parametrize(
    "media",
    [
        [{"type": "location", "latitude": 1, "longitude": 2}],
        [{"type": "voice", "source": URLS["voice"]}],
        [{"type": "photo", "source": URLS["photo"]}, {"type": "photo", "source": URLS["photo"]}],
    ],
    ids=["location", "voice", "album"],
)
async def test_what_can_not_be_edited_in_is_sent_and_the_old_message_deleted(
    admin: Admin, redis: Redis, person: Person, add_handler: AddHandler, media: list[Json]
) -> None:
    kind = media[0]["type"]
    shown = await admin.create("handlers", pattern="to", media=media)
    await admin.create("callbacks", callback_data="to", handler_id=shown)
    button = await admin.create("buttons", label="to", data="to")
    menu = await admin.create("keyboards", name="to", layout=[[button]])
    await add_handler("from", message="From", keyboard_id=menu)
    await person.says("from")
    old = await person.sees("From")
    await person.presses(old, "to")
    chat = await person.sees_chat(
        lambda chat: old["message_id"] not in [one["message_id"] for one in chat["messages"]]
    )
    assert len([one for one in chat["messages"] if one.get(kind)]) == len(media)
    assert chat["failures"] == []
