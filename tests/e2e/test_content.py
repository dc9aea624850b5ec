"""Every kind of content, as it arrives at a person."""

import re

import pytest
from support.person import Json, Person
from support.simulator import Simulator
from support.system import Admin, System

from .conftest import AddHandler

pytestmark = pytest.mark.xdist_group("webhook")

URLS = {
    "photo": "https://example.org/a.jpg",
    "video": "https://example.org/a.mp4",
    "animation": "https://example.org/a.gif",
    "document": "https://example.org/a.pdf",
    "audio": "https://example.org/a.mp3",
    "voice": "https://example.org/a.ogg",
    "sticker": "https://example.org/a.webp",
}
CAPTIONED = ("photo", "video", "animation", "document", "audio", "voice")


@pytest.fixture
def system(webhook_system: System) -> System:
    return webhook_system


def file_id(message: Json, kind: str) -> str:
    found = message[kind]
    found_id: str = (found[-1] if isinstance(found, list) else found)["file_id"]
    return found_id


async def keyboard(admin: Admin, name: str) -> int:
    """One with a button that has the keyboard's name for its label."""
    button = await admin.create("buttons", label=name, data=name)
    return await admin.create("keyboards", name=name, layout=[[button]])


def label(message: Json) -> str | None:
    """Of the first button under the message."""
    markup = message.get("reply_markup")
    return None if markup is None else str(markup["inline_keyboard"][0][0]["text"])


@pytest.mark.parametrize("by", ["address", "file_id"])
@pytest.mark.parametrize("kind", CAPTIONED)
async def test_a_file_carries_its_message_and_keyboard(
    admin: Admin, person: Person, add_handler: AddHandler, kind: str, by: str
) -> None:
    source = URLS[kind] if by == "address" else file_id(await person.sends(kind), kind)
    under = await keyboard(admin, f"under {kind} {by}")
    media = [{"type": kind, "source": source}]
    await add_handler("file", media=media, message="<b>Look</b>", keyboard_id=under)
    await person.says("file")
    message = await person.sees("Look")
    assert message[kind]
    assert message["caption_entities"][0]["type"] == "bold"
    assert label(message) == f"under {kind} {by}"
    if by == "file_id":
        assert file_id(message, kind) == source


@pytest.mark.parametrize("kind", ["video_note", "sticker"])
async def test_what_has_no_caption_stands_below_its_message(
    admin: Admin, person: Person, add_handler: AddHandler, kind: str
) -> None:
    source = file_id(await person.sends(kind), kind)
    under = await keyboard(admin, f"under {kind}")
    media = [{"type": kind, "source": source}]
    await add_handler("file", media=media, message="Look", keyboard_id=under)
    await person.says("file")
    text, file = await person.answered(2)
    assert (text["text"], label(text)) == ("Look", None)
    assert (file_id(file, kind), label(file)) == (source, f"under {kind}")


@pytest.mark.parametrize(
    ("media", "shown"),
    [
        (
            {"type": "location", "latitude": 55.75, "longitude": 37.62},
            {"location": {"latitude": 55.75, "longitude": 37.62}},
        ),
        (
            {"type": "location", "latitude": 1, "longitude": 2, "title": "Shop", "address": "1 St"},
            {
                "location": {"latitude": 1, "longitude": 2},
                "venue": {
                    "location": {"latitude": 1, "longitude": 2},
                    "title": "Shop",
                    "address": "1 St",
                },
            },
        ),
        (
            {
                "type": "contact",
                "phone_number": "+15551234567",
                "first_name": "A",
                "last_name": "B",
            },
            {"contact": {"phone_number": "+15551234567", "first_name": "A", "last_name": "B"}},
        ),
    ],
    ids=["location", "venue", "contact"],
)
async def test_places_and_contacts_arrive(
    person: Person, add_handler: AddHandler, media: Json, shown: Json
) -> None:
    await add_handler("where", media=[media])
    await person.says("where")
    (message,) = await person.answered()
    assert {name: message[name] for name in shown} == shown


async def test_polls_and_quizzes_arrive(person: Person, add_handler: AddHandler) -> None:
    poll = {
        "type": "poll",
        "question": "Which?",
        "options": ["A", "B"],
        "anonymous": False,
        "multiple": True,
    }
    quiz = {
        "type": "poll",
        "question": "2+2?",
        "options": ["3", "4"],
        "correct_option": 1,
        "explanation": "Four",
    }
    await add_handler("poll", media=[poll])
    await add_handler("quiz", media=[quiz])
    await person.says("poll")
    await person.answered(1)
    await person.says("quiz")
    first, second = (message["poll"] for message in await person.answered(2))
    assert (first["question"], first["type"]) == ("Which?", "regular")
    assert [option["text"] for option in first["options"]] == ["A", "B"]
    assert (first["is_anonymous"], first["allows_multiple_answers"]) == (False, True)
    assert (second["type"], second["explanation"], second["is_anonymous"]) == ("quiz", "Four", True)


@pytest.mark.parametrize(
    "kinds",
    [["photo", "video", "photo"], ["document", "document"], ["audio", "audio"]],
    ids=["photos_and_videos", "documents", "audio"],
)
async def test_an_album_has_the_message_under_its_first_file(
    person: Person, add_handler: AddHandler, kinds: list[str]
) -> None:
    await add_handler("album", media=album(*kinds), message="Ours")
    await person.says("album")
    messages = await person.answered(len(kinds))
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [kind for kind, message in zip(kinds, messages, strict=True) if message[kind]] == kinds
    assert [message.get("caption") for message in messages] == ["Ours", *[None] * (len(kinds) - 1)]


async def test_the_keyboard_of_an_album_stands_below_it_with_the_message(
    admin: Admin, person: Person, add_handler: AddHandler
) -> None:
    below = await keyboard(admin, "below")
    await add_handler("album", media=album("photo", "photo"), message="Ours", keyboard_id=below)
    await person.says("album")
    first, second, text = await person.answered(3)
    assert first["media_group_id"] == second["media_group_id"]
    assert "caption" not in first
    assert (text["text"], label(text)) == ("Ours", "below")


def album(*kinds: str) -> list[Json]:
    return [{"type": kind, "source": URLS[kind]} for kind in kinds]


async def test_options_reach_telegram(
    person: Person, simulator: Simulator, add_handler: AddHandler
) -> None:
    preview = {"url": "https://example.org/", "large": True, "above": True}
    text_options = {"protect": True, "silent": True, "link_preview": preview}
    await add_handler("text", message="Text", options=text_options)
    await add_handler("none", message="t.me", options={"link_preview": {"disabled": True}})
    photo = {"type": "photo", "source": URLS["photo"], "spoiler": True}
    await add_handler("photo", media=[photo], message="Photo", options={"caption_above": True})
    for text in ("text", "none", "photo"):
        await person.says(text)
        await person.sees({"none": "t.me"}.get(text, text.title()))
    text, none, photo = await person.answered(3)
    assert text["has_protected_content"] is True
    assert text["link_preview_options"] == {
        "url": "https://example.org/",
        "prefer_large_media": True,
        "show_above_text": True,
    }
    assert none["link_preview_options"] == {"is_disabled": True}
    assert (photo["show_caption_above_media"], photo["has_media_spoiler"]) == (True, True)
    calls = await simulator.calls(chat_id=person.chat_id)
    silent = [str(call["parameters"].get("disable_notification")).lower() for call in calls]
    assert silent == ["true", "none", "none"]


@pytest.mark.parametrize(
    ("parse_mode", "message", "text", "entities"),
    [
        ("HTML", "<b>{first_name}</b> &amp; <i>x</i>", "A*<b>_ & x", ["bold", "italic"]),
        ("MarkdownV2", r"*{first_name}* \& _x_", "A*<b>_ & x", ["bold", "italic"]),
        (None, "<b>{first_name}</b> *x*", "<b>A*<b>_</b> *x*", []),
    ],
)
async def test_markup_is_shown_and_values_are_not_taken_for_markup(
    person: Person,
    add_handler: AddHandler,
    parse_mode: str | None,
    message: str,
    text: str,
    entities: list[str],
) -> None:
    await person.is_called(first_name="A*<b>_")
    await add_handler("markup", message=message, parse_mode=parse_mode)
    await person.says("markup")
    (shown,) = await person.answered()
    assert shown["text"] == text
    assert [entity["type"] for entity in shown.get("entities", [])] == entities


async def test_a_long_text_arrives_in_pieces_with_the_keyboard_under_the_last(
    admin: Admin, person: Person, add_handler: AddHandler
) -> None:
    lines = [f"{number:04} {'x' * 90}" for number in range(100)]
    last = await keyboard(admin, "last")
    await add_handler("long", message="<b>" + "\n".join(lines) + "</b>", keyboard_id=last)
    await person.says("long")
    pieces = await person.answered(3)
    assert "\n".join(piece["text"] for piece in pieces).split("\n") == lines
    assert [label(piece) for piece in pieces] == [None, None, "last"]
    assert {piece["entities"][0]["type"] for piece in pieces} == {"bold"}


async def test_placeholders_stand_for_what_is_known_of_the_person_and_the_moment(
    person: Person, add_handler: AddHandler
) -> None:
    await person.is_called(first_name="Анна", last_name="П", username="anna_p", language_code="ru")
    message = (
        "{full_name} @{username} {user_id} {language} {chat_type} {bot_username} "
        "{var.city|nowhere} {text} {{text}} {payload|none} | "
        "{date} {time@Europe/Moscow} {datetime@Asia/Tokyo} {weekday}"
    )
    await add_handler("/all", message=message)
    await person.says("/all")
    (shown,) = await person.answered()
    known, times = shown["text"].split(" | ")
    assert known == (
        f"Анна П @anna_p {person.chat_id} ru private botloom_simulated_bot nowhere"
        " /all {text} none"
    )
    assert re.fullmatch(r"\d\d\.\d\d\.\d{4} \d\d:\d\d \d\d\.\d\d\.\d{4} \d\d:\d\d [а-я]+", times)
