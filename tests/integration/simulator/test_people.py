"""What people send reaches the bot as Telegram would send it."""

import base64

import pytest
from aiogram.types import Update

from .conftest import CHAT

KINDS = [
    "photo", "video", "animation", "document", "audio", "voice", "video_note", "sticker",
    "contact", "location", "venue", "poll", "dice",
]  # fmt: skip


async def updates(http, bot) -> list[dict]:
    async with http.get(f"/bot{bot.token}/getUpdates") as response:
        return (await response.json())["result"]


@pytest.mark.parametrize("kind", KINDS)
async def test_every_kind_is_a_whole_message(bot, person, http, kind):
    sent = await person.post("messages", {"kind": kind})
    (raw,) = await updates(http, bot)
    update = Update.model_validate(raw)
    assert update.update_id == sent["update_id"]
    assert update.message.content_type == kind
    assert update.message.from_user.id == update.message.chat.id == CHAT


@pytest.mark.parametrize("kind", KINDS[:6])
async def test_a_file_has_a_caption_with_what_is_found_in_it(bot, person, http, kind):
    await person.post("messages", {"kind": kind, "caption": "See /help", "spoiler": True})
    (raw,) = await updates(http, bot)
    message = Update.model_validate(raw).message
    assert (message.caption, message.caption_entities[0].type) == ("See /help", "bot_command")


@pytest.mark.parametrize("kind", KINDS[:8])
async def test_a_file_of_a_person_is_downloaded_and_sent_back(bot, person, http, kind):
    content = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x08\0\0\0\x08"
    file = {"name": "a.png", "content": base64.b64encode(content).decode()}
    sent = (await person.post("messages", {"kind": kind, "file": file}))["message"]
    shown = sent[kind][-1] if kind == "photo" else sent[kind]
    described = await bot.get_file(shown["file_id"])
    assert (await bot.download_file(described.file_path)).read() == content
    back = await getattr(bot, f"send_{kind}")(CHAT, shown["file_id"])
    assert back.content_type == kind


async def test_a_contact_is_the_persons_own_unless_a_number_is_given(bot, person):
    own = (await person.post("messages", {"kind": "contact"}))["message"]["contact"]
    assert own["user_id"] == CHAT
    other = {"kind": "contact", "phone_number": "+15550100", "first_name": "Bob"}
    assert (await person.post("messages", other))["message"]["contact"] == {
        "phone_number": "+15550100",
        "first_name": "Bob",
    }


async def test_a_person_replies_to_a_message(bot, met):
    asked = await bot.send_message(CHAT, "Well?")
    said = await met.post("messages", {"text": "Yes", "reply_to_message_id": asked.message_id})
    assert said["message"]["reply_to_message"]["text"] == "Well?"


@pytest.mark.parametrize(
    ("message", "field"),
    [
        ({"kind": "hologram"}, "kind"),
        ({"kind": "photo", "text": "a"}, "body"),
        ({"kind": "photo", "caption": "a" * 1025}, "caption"),
        ({"kind": "photo", "file": {"content": "!"}}, "file.content"),
        ({"kind": "photo", "file": {"content": "YQ=="}}, "file"),
        ({"kind": "sticker", "caption": "a"}, "body"),
        ({"kind": "location", "latitude": 91}, "latitude"),
        ({"kind": "poll", "options": []}, "options"),
        ({"kind": "dice", "emoji": "a"}, "emoji"),
        ({"text": "a", "reply_to_message_id": 999}, "reply_to_message_id"),
    ],
)
async def test_a_bad_message_is_refused_naming_its_field(met, http, message, field):
    async with http.post(f"/api/chats/{CHAT}/messages", json=message) as response:
        assert response.status == 422
        assert (await response.json())["errors"][0]["field"] == field
    assert len((await met.chat())["messages"]) == 1
