"""Media and send options of handlers."""

import pytest
from support.each import each

PHOTO = {"type": "photo", "source": "https://a.b/c.jpg"}
POLL = {"type": "poll", "question": "Tea?", "options": ["Yes", "No"], "correct_option": 0}
OPTIONS = {
    "protect": True,
    "silent": True,
    "caption_above": True,
    "link_preview": {"url": "https://a.b", "large": True, "above": True},
}


@pytest.mark.parametrize(
    "media",
    [
        [PHOTO | {"spoiler": True}],
        [PHOTO, {"type": "video", "source": "https://a.b/c.mp4"}],
        [{"type": "animation", "source": "https://a.b/c.gif", "spoiler": True}],
        [{"type": "document", "source": "https://a.b/c.pdf"}] * 2,
        [{"type": "audio", "source": "https://a.b/c.mp3"}] * 10,
        [{"type": "voice", "source": "https://a.b/c.ogg"}],
        [{"type": "video_note", "source": "DQACAgIAAxkBAAIBQ2Y0123456789"}],
        [{"type": "sticker", "source": "CAACAgIAAxkBAAIBQ2Y0123456789"}],
        [{"type": "location", "latitude": 55.75, "longitude": -37.5}],
        [{"type": "location", "latitude": 1.0, "longitude": 2.0, "title": "x", "address": "y"}],
        [{"type": "contact", "phone_number": "+7495", "first_name": "x", "last_name": "y"}],
        [POLL | {"explanation": "Tea.", "anonymous": False}],
    ],
    ids=lambda media: media[0]["type"],
)
async def test_media_of_every_kind_are_kept_without_a_message(api, media):
    created = await api.create("handlers", pattern="/start", media=media, options=OPTIONS)
    assert (created["media"], created["options"]) == (media, OPTIONS)
    path = f"/handlers/{created['id']}"
    assert await api.get(path) == created
    unchanged = {"media": media, "options": OPTIONS}
    assert (await api.patch(path, **unchanged))["version"] == 1


async def test_a_patch_replaces_media_and_options_as_a_whole(api):
    created = await api.create("handlers", pattern="/start", media=[PHOTO], options=OPTIONS)
    path = f"/handlers/{created['id']}"
    patched = await api.patch(path, media=[POLL], options={"silent": True})
    assert (patched["media"], patched["options"]) == ([POLL], {"silent": True})
    assert (await api.patch(path, message="hi", media=[], options={}))["media"] == []


@each(
    ("fields", "error"),
    [
        ({"media": [{"type": "hologram"}]}, ("media[0].type", "choice")),
        ({"media": [{"source": "https://a.b"}]}, ("media[0].type", "required")),
        ({"media": [{"type": "photo"}]}, ("media[0].source", "required")),
        ({"media": [PHOTO | {"caption": "x"}]}, ("media[0].caption", "unknown_field")),
        ({"media": [PHOTO | {"spoiler": 1}]}, ("media[0].spoiler", "type")),
        ({"media": PHOTO}, ("media", "type")),
        ({"media": [PHOTO | {"source": "c.jpg"}]}, ("media[0].source", "url")),
        ({"media": [PHOTO, POLL]}, ("media[1]", "alone")),
        ({"media": [PHOTO] * 11}, ("media", "length")),
        ({"media": [PHOTO], "photo_url": "https://a.b/c"}, ("photo_url", "exclusive")),
        ({"media": [POLL | {"correct_option": 2}]}, ("media[0].correct_option", "range")),
        ({"media": [POLL | {"question": "\0"}]}, ("media[0].question", "characters")),
        ({"options": {"loud": True}}, ("options.loud", "unknown_field")),
        ({"options": {"link_preview": {"url": "x"}}}, ("options.link_preview.url", "url")),
    ],
)
async def test_a_broken_rule_is_named_with_its_place(api, fields, error):
    body = {"pattern": "/start", "message": "hi"} | fields
    assert await api.refused(422, "POST", "/handlers", body) == [error]


async def test_an_album_with_a_keyboard_needs_a_message(api):
    button = await api.create("buttons", label="x", data="x")
    keyboard = await api.create("keyboards", name="menu", layout=[[button["id"]]])
    body = {"pattern": "/start", "media": [PHOTO, PHOTO], "keyboard_id": keyboard["id"]}
    refused = await api.refused(422, "POST", "/handlers", body)
    assert refused == [("message", "album_keyboard")]
    await api.create("handlers", **body, message="x" * 4096)


async def test_a_callback_shows_a_handler_that_has_only_media(api):
    handler = await api.create("handlers", pattern="/start", media=[POLL])
    await api.create("callbacks", callback_data="x", handler_id=handler["id"])
    body = {"media": [], "action": [{"type": "toast", "text": "x"}]}
    refused = await api.refused(422, "PATCH", f"/handlers/{handler['id']}", body)
    assert refused == [("message", "required")]
