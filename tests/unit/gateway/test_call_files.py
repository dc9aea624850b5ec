from datetime import UTC, datetime

import pytest
from aiogram.types import (
    Animation,
    Chat,
    Document,
    Message,
    PhotoSize,
)
from botloom_constructor.calls import Call
from botloom_gateway.call_files import FileUrl, file_ids_in, file_urls, with_file_ids

A, B = "https://x.org/a", "HTTP://x.org/b"
KINDS = {
    "sendPhoto": "photo",
    "sendVideo": "video",
    "sendAnimation": "animation",
    "sendDocument": "document",
    "sendAudio": "audio",
    "sendVoice": "voice",
    "sendVideoNote": "video_note",
    "sendSticker": "sticker",
}
ALBUM = Call(
    "sendMediaGroup",
    {
        "chat_id": 1,
        "media": [
            {"type": "photo", "media": A, "caption": "x"},
            {"type": "video", "media": "an-id"},
            {"type": "photo", "media": B},
        ],
    },
)
EDIT = Call("editMessageMedia", {"message_id": 1, "media": {"type": "photo", "media": A}})


def knowing(*files: tuple[str, str]) -> dict[FileUrl, str]:
    return {FileUrl(kind, url): f"id-of-{kind}" for kind, url in files}


def message(**fields: object) -> Message:
    return Message(message_id=1, date=datetime.now(UTC), chat=Chat(id=1, type="private"), **fields)


def photo(name: str) -> Message:
    sizes = [("s", 90), ("large", 1280), ("m", 320)]
    return message(
        photo=[
            PhotoSize(file_id=f"{name}-{size}", file_unique_id="u", width=side, height=side)
            for size, side in sizes
        ]
    )


@pytest.mark.parametrize(("method", "kind"), KINDS.items())
def test_a_file_is_known_as_what_it_is_sent_as(method: str, kind: str) -> None:
    call = Call(method, {"chat_id": 1, kind: A})
    assert file_urls(call) == [FileUrl(kind, A)]
    other = "photo" if kind != "photo" else "video"
    assert with_file_ids(call, knowing((other, A)).get) == (call, False)
    changed, complete = with_file_ids(call, knowing((kind, A)).get)
    assert changed == Call(method, {"chat_id": 1, kind: f"id-of-{kind}"})
    assert complete
    assert call.params[kind] == A


@pytest.mark.parametrize(
    "call",
    [
        Call("sendMessage", {"text": A}),
        Call("sendPhoto", {"photo": "AgACAgIAAxkBAAM"}),
        Call("answerCallbackQuery", {"url": A}),
        Call("editMessageText", {"text": "x"}),
    ],
    ids=str,
)
def test_a_call_without_an_address_is_complete_as_it_is(call: Call) -> None:
    changed, complete = with_file_ids(call, knowing().get)
    assert changed is call
    assert complete
    assert file_urls(call) == []


def test_an_album_is_complete_when_all_its_addresses_are_known() -> None:
    assert file_urls(ALBUM) == [FileUrl("photo", A), FileUrl("photo", B)]
    changed, complete = with_file_ids(ALBUM, knowing(("photo", B)).get)
    assert not complete
    assert [item["media"] for item in changed.params["media"]] == [A, "an-id", "id-of-photo"]
    assert changed.params["media"][0]["caption"] == "x"
    changed, complete = with_file_ids(ALBUM, knowing(("photo", A), ("photo", B)).get)
    assert complete
    assert changed.params["chat_id"] == 1


def test_the_media_of_an_edit_stays_one() -> None:
    changed, complete = with_file_ids(EDIT, knowing(("photo", A)).get)
    assert complete
    assert changed.params["media"] == {"type": "photo", "media": "id-of-photo"}


def test_of_a_photo_the_largest_size_is_learned() -> None:
    call = Call("sendPhoto", {"photo": A})
    assert list(file_ids_in(call, photo("p"))) == [(FileUrl("photo", A), "p-large")]
    assert list(file_ids_in(EDIT, photo("p"))) == [(FileUrl("photo", A), "p-large")]


def test_of_an_album_each_address_gets_its_own_id() -> None:
    learned = list(file_ids_in(ALBUM, [photo("p"), message(), photo("q")]))
    assert learned == [(FileUrl("photo", A), "p-large"), (FileUrl("photo", B), "q-large")]


def test_a_file_that_is_shown_as_another_kind_is_not_learned() -> None:
    animation = Animation(file_id="id", file_unique_id="u", width=1, height=1, duration=1)
    document = Document(file_id="id", file_unique_id="u")
    shown = message(animation=animation, document=document)
    assert list(file_ids_in(Call("sendVideo", {"video": A}), shown)) == []
    assert list(file_ids_in(Call("sendAnimation", {"animation": A}), shown)) == [
        (FileUrl("animation", A), "id")
    ]


@pytest.mark.parametrize("result", [None, True, [], message()])
def test_nothing_is_learned_where_there_is_nothing(result: object) -> None:
    for call in (Call("sendPhoto", {"photo": A}), ALBUM, EDIT, Call("sendMessage", {})):
        assert list(file_ids_in(call, result)) == []
