"""Which calls show a content of each kind."""

import pytest
from botloom_constructor.calls import Call
from botloom_contracts.content import ContentOptions, LinkPreview
from botloom_contracts.media import (
    Animation,
    Audio,
    Contact,
    Document,
    Location,
    Media,
    Photo,
    Poll,
    Sticker,
    Video,
    VideoNote,
    Voice,
)
from support.cache import callback, handler, inline_keyboard
from support.running import answer
from support.updates import PERSON_ID, message, press, shown

URL = "https://example.org/file"
KEYBOARD = inline_keyboard(3, "x")
MARKUP = {"inline_keyboard": [[{"text": "Button x", "callback_data": "x"}]]}


def sent(*media: Media, **fields: object) -> list[Call]:
    return answer(message(1, "/start"), handler("/start", media=media, **fields) | KEYBOARD)


def only(*media: Media, **fields: object) -> tuple[str, dict[str, object]]:
    (call,) = sent(*media, **fields)
    assert call.params.pop("chat_id") == PERSON_ID
    return call.method, call.params


CAPTION = {"caption": "Look", "parse_mode": "HTML"}


@pytest.mark.parametrize(
    ("media", "method", "params"),
    [
        (Photo(URL, spoiler=True), "sendPhoto", {"photo": URL, "has_spoiler": True}),
        (Video(URL), "sendVideo", {"video": URL}),
        (Animation(URL), "sendAnimation", {"animation": URL}),
        (Document(URL), "sendDocument", {"document": URL}),
        (Audio(URL), "sendAudio", {"audio": URL}),
        (Voice(URL), "sendVoice", {"voice": URL}),
    ],
)
def test_a_file_is_sent_with_the_message_under_it(
    media: Media, method: str, params: dict[str, object]
) -> None:
    found = only(media, message="Look", keyboard_id=3)
    assert found == (method, {**params, **CAPTION, "reply_markup": MARKUP})


@pytest.mark.parametrize(
    ("media", "method", "params"),
    [
        (VideoNote("f" * 20), "sendVideoNote", {"video_note": "f" * 20}),
        (Sticker(URL), "sendSticker", {"sticker": URL}),
        (Location(55.7, 37.6), "sendLocation", {"latitude": 55.7, "longitude": 37.6}),
        (
            Location(55.7, 37.6, "Shop", "Street 1"),
            "sendVenue",
            {"latitude": 55.7, "longitude": 37.6, "title": "Shop", "address": "Street 1"},
        ),
        (Contact("+7999", "Anna"), "sendContact", {"phone_number": "+7999", "first_name": "Anna"}),
        (
            Poll("Ok?", ("Yes", "No"), anonymous=False, correct_option=0, explanation="So"),
            "sendPoll",
            {
                "question": "Ok?",
                "options": [{"text": "Yes"}, {"text": "No"}],
                "is_anonymous": False,
                "type": "quiz",
                "correct_option_ids": [0],
                "explanation": "So",
            },
        ),
    ],
)
def test_what_has_no_caption_comes_behind_the_message_and_has_the_keyboard(
    media: Media, method: str, params: dict[str, object]
) -> None:
    text, shown_below = sent(media, message="Look", keyboard_id=3)
    assert (text.method, "reply_markup" in text.params) == ("sendMessage", False)
    below = {**params, "chat_id": PERSON_ID, "reply_markup": MARKUP}
    assert shown_below == Call(method, below)


def test_an_album_has_the_message_under_its_first_item() -> None:
    method, params = only(Photo(URL), Video(URL, spoiler=True), message="Look")
    assert method == "sendMediaGroup"
    assert params["media"] == [
        {"type": "photo", "media": URL, **CAPTION},
        {"type": "video", "media": URL, "has_spoiler": True},
    ]


def test_an_album_with_a_keyboard_has_the_message_below() -> None:
    album, text = sent(Photo(URL), Photo(URL), message="Look", keyboard_id=3)
    assert album.params["media"] == [{"type": "photo", "media": URL}] * 2
    assert (text.method, text.params["reply_markup"]) == ("sendMessage", MARKUP)


def test_options_go_with_every_call() -> None:
    options = ContentOptions(
        protect=True, silent=True, caption_above=True, link_preview=LinkPreview(disabled=True)
    )
    both = {"protect_content": True, "disable_notification": True}
    _, text = only(message="Hi", options=options)
    assert text == {
        "text": "Hi", "parse_mode": "HTML", **both, "link_preview_options": {"is_disabled": True}
    }  # fmt: skip
    _, photo = only(Photo(URL), message="Look", options=options)
    assert photo == {"photo": URL, **CAPTION, **both, "show_caption_above_media": True}


def test_a_long_text_is_sent_in_pieces_with_the_keyboard_under_the_last() -> None:
    text = "\n\n".join(f"Paragraph {n}: " + "word " * 150 for n in range(12))
    pieces = sent(message=text, keyboard_id=3)
    assert len(pieces) == 3
    assert all(len(piece.params["text"]) <= 4096 for piece in pieces)
    assert ["reply_markup" in piece.params for piece in pieces] == [False, False, True]


def test_a_caption_that_placeholders_made_too_long_goes_below_the_photo() -> None:
    update = message(1, "x" * 1020)
    values = handler("*", photo_url=URL, message="You said: {text} - ok?", keyboard_id=3)
    photo, text = answer(update, values | KEYBOARD)
    assert "caption" not in photo.params
    assert "reply_markup" not in photo.params
    assert text.params["reply_markup"] == MARKUP


@pytest.mark.parametrize(
    "media", [Photo(URL), Video(URL), Document(URL), Audio(URL), Animation(URL)]
)
def test_a_message_is_edited_to_a_file(media: Media) -> None:
    edited, _ = answer(press(1, "y"), callback("y", media=(media,), message="New"))
    assert edited.method == "editMessageMedia"
    assert edited.params["media"]["media"] == URL


@pytest.mark.parametrize("media", [(Voice(URL),), (Location(1, 2),), (Photo(URL), Photo(URL))])
def test_what_no_message_can_be_edited_to_comes_in_its_place(media: tuple[Media, ...]) -> None:
    *_, deleted, _ = answer(press(1, "y"), callback("y", media=media, message="New"))
    assert deleted == Call("deleteMessage", {"chat_id": PERSON_ID, "message_id": 10})


def test_a_text_takes_the_place_of_a_video() -> None:
    on_video = shown(text=None, video={"file_id": "f"})
    text, deleted, _ = answer(press(1, "y", message=on_video), callback("y", message="New"))
    assert (text.method, deleted.method) == ("sendMessage", "deleteMessage")
