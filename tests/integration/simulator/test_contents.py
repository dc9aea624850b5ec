"""Every kind of content that a bot sends, and how Telegram refuses it."""

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaAnimation,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    LinkPreviewOptions,
    MessageEntity,
    ReplyParameters,
)

from .conftest import CHAT

MENU = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="Prices", callback_data="prices")]]
)
BOLD = [MessageEntity(type="bold", offset=0, length=2)]
URLS = {
    "photo": "https://example.org/a.jpg",
    "video": "https://example.org/a.mp4",
    "animation": "https://example.org/a.gif",
    "document": "https://example.org/a.pdf",
    "audio": "https://example.org/a.mp3",
    "voice": "https://example.org/a.ogg",
    "sticker": "https://example.org/a.webp",
}
UPLOADS = {kind: BufferedInputFile(b"bytes", f"a.{kind}") for kind in [*URLS, "video_note"]}
CAPTIONED = ["photo", "video", "animation", "document", "audio", "voice"]
TDLIB_NAMES = {"voice": "VoiceNote", "video_note": "VideoNote"}


def method(bot, kind):
    return getattr(bot, f"send_{kind}")


def data_of(message) -> str | None:
    """The callback data of the message's button; None without one."""
    markup = message.reply_markup
    return markup.inline_keyboard[0][0].callback_data if markup else None


def file_of(message, kind):
    file = getattr(message, kind)
    return file[-1] if kind == "photo" else file


async def refusal(http, bot, name, **call) -> str:
    """Of a call that is refused with 400, the reason."""
    async with http.post(f"/bot{bot.token}/{name}", json={"chat_id": CHAT} | call) as response:
        answer = await response.json()
        assert (response.status, answer.get("error_code")) == (400, 400), answer
        return answer["description"].removeprefix("Bad Request: ")


@pytest.mark.parametrize("kind", URLS)
async def test_a_file_by_its_address_is_fetched_once_and_sent_again_by_its_id(bot, met, http, kind):
    sent = await method(bot, kind)(CHAT, URLS[kind], reply_markup=MENU)
    again = await method(bot, kind)(CHAT, file_of(sent, kind).file_id)
    assert sent.content_type == kind
    assert data_of(sent) == "prices"
    assert file_of(again, kind).file_unique_id == file_of(sent, kind).file_unique_id
    async with http.get("/api/files") as response:
        assert await response.json() == [{"url": URLS[kind], "fetched": 1}]


@pytest.mark.parametrize("kind", [kind for kind in UPLOADS if kind != "photo"])
async def test_an_uploaded_file_can_be_downloaded_again(bot, met, kind):
    sent = await method(bot, kind)(CHAT, UPLOADS[kind])
    file = await bot.get_file(file_of(sent, kind).file_id)
    assert (await bot.download_file(file.file_path)).read() == b"bytes"


@pytest.mark.parametrize("kind", CAPTIONED)
async def test_a_caption_takes_entities_and_is_edited(bot, met, kind):
    sent = await method(bot, kind)(CHAT, URLS[kind], caption="Hi <b>", caption_entities=BOLD)
    assert sent.html_text == "<b>Hi</b> &lt;b&gt;"
    edited = await sent.edit_caption(caption="<i>New</i>", parse_mode="HTML", reply_markup=MENU)
    assert (edited.html_text, data_of(edited)) == ("<i>New</i>", "prices")


async def test_what_a_sender_says_of_a_file_is_kept(bot, met):
    video = (await bot.send_video(CHAT, URLS["video"], duration=7, width=640, height=360)).video
    assert (video.duration, video.width, video.height) == (7, 640, 360)
    assert (video.file_name, video.mime_type) == ("a.mp4", "video/mp4")
    audio = (await bot.send_audio(CHAT, UPLOADS["audio"], performer="Bach", title="Air")).audio
    assert (audio.performer, audio.title) == ("Bach", "Air")
    note = (await bot.send_video_note(CHAT, UPLOADS["video_note"], length=360)).video_note
    assert note.length == 360
    sticker = (await bot.send_sticker(CHAT, URLS["sticker"], emoji="🙂")).sticker
    assert (sticker.emoji, sticker.type) == ("🙂", "regular")


async def test_a_video_note_by_its_address_becomes_a_video(bot, met):
    sent = await bot.send_video_note(CHAT, URLS["video"])
    assert (sent.video_note, sent.video.file_name) == (None, "a.mp4")


async def test_an_animation_is_a_document_too(bot, met):
    sent = await bot.send_animation(CHAT, URLS["animation"])
    assert sent.document.file_id == sent.animation.file_id
    edited = await sent.edit_media(InputMediaPhoto(media=URLS["photo"]))
    assert (edited.document, edited.animation) == (None, None)


async def test_a_spoiler_and_a_caption_above_are_shown(bot, met):
    for kind in ("photo", "video", "animation"):
        sent = await method(bot, kind)(
            CHAT, URLS[kind], caption="a", has_spoiler=True, show_caption_above_media=True
        )
        assert (sent.has_media_spoiler, sent.show_caption_above_media) == (True, True)


@pytest.mark.parametrize("kind", URLS)
async def test_a_file_of_another_kind_is_refused(bot, met, http, kind):
    other = "photo" if kind != "photo" else "video"
    file_id = file_of(await method(bot, other)(CHAT, URLS[other]), other).file_id
    name = f"send{kind.title()}"
    wanted = TDLIB_NAMES.get(kind, kind.title())
    assert await refusal(http, bot, name, **{kind: file_id}) == (
        f"can't use file of type {other.title()} as {wanted}"
    )
    assert await refusal(http, bot, name, **{kind: "unknown_file_id_of_some_length"}) == (
        "wrong file identifier/HTTP URL specified"
    )
    assert await refusal(http, bot, name) == f"there is no {kind} in the request"
    assert await refusal(http, bot, name, **{kind: "https://nowhere.invalid/"}) == (
        "failed to get HTTP URL content"
    )
    assert await refusal(http, bot, name, **{kind: "https://example.org/a.html"}) == (
        "wrong type of the web page content"
    )


async def test_an_album_has_one_id_and_captions_of_its_own(bot, met):
    sent = await bot.send_media_group(
        CHAT,
        [
            InputMediaPhoto(media=URLS["photo"], caption="<b>One</b>", parse_mode="HTML"),
            InputMediaVideo(media=URLS["video"], has_spoiler=True, duration=3),
            InputMediaPhoto(media=URLS["photo"], caption="Hi", caption_entities=BOLD),
        ],
        protect_content=True,
    )
    assert [message.content_type for message in sent] == ["photo", "video", "photo"]
    assert len({message.media_group_id for message in sent}) == 1
    assert [message.caption for message in sent] == ["One", None, "Hi"]
    assert (sent[1].video.duration, sent[1].has_media_spoiler) == (3, True)
    assert all(message.has_protected_content for message in sent)
    assert [m["media_group_id"] for m in (await met.chat())["messages"][1:]] == [
        sent[0].media_group_id
    ] * 3


@pytest.mark.parametrize("media", [InputMediaDocument, InputMediaAudio])
async def test_documents_and_audio_have_albums_of_their_own(bot, met, media):
    kind = media.model_fields["type"].default.value
    sent = await bot.send_media_group(CHAT, [media(media=URLS[kind])] * 10)
    assert len(sent) == 10
    (alone,) = await bot.send_media_group(CHAT, [media(media=URLS[kind])])
    assert alone.media_group_id is None


def media(kind: str, **more: object) -> dict:
    return {"type": kind, "media": URLS.get(kind, URLS["photo"])} | more


@pytest.mark.parametrize(
    ("album", "reason"),
    [
        (None, 'parameter "media" is required'),
        ("[", "can't parse media JSON object"),
        ({}, "expected an Array of InputMedia"),
        ([], "there are no messages to send"),
        ([media("photo")] * 11, "too many messages to send as an album"),
        ([media("photo"), media("document")], "document can't be mixed with other media types"),
        ([media("video"), media("audio")], "audio can't be mixed with other media types"),
        ([media("photo"), media("photo", show_caption_above_media=True)],
         "parameter show_caption_above_media must be the same for all messages"),
        ([media("animation")],
         'can\'t parse InputMedia: type "animation" can\'t be used in sendMediaGroup'),
        ([media("sticker")], 'can\'t parse InputMedia: type "sticker" is unsupported'),
        ([{"type": "photo"}], "can't parse InputMedia: media not found"),
        ([media("photo", media="attach://a")], "can't parse InputMedia: media not found"),
        ([{"media": "a"}], 'can\'t parse InputMedia: Can\'t find field "type"'),
        (["a"], "can't parse InputMedia: expected an Object"),
        ([media("photo", media="no-such-file")], "wrong file identifier/HTTP URL specified"),
    ],
)  # fmt: skip
async def test_a_bad_album_is_refused_and_nothing_of_it_is_sent(bot, met, http, album, reason):
    assert await refusal(http, bot, "sendMediaGroup", media=album) == reason
    assert len((await met.chat())["messages"]) == 1


async def test_places_contacts_and_polls_come_back(bot, met):
    assert (await bot.send_location(CHAT, 55.7, 37.6)).location.latitude == 55.7
    venue = await bot.send_venue(CHAT, 55.7, 37.6, "Office", "1 Street", reply_markup=MENU)
    assert (venue.venue.title, venue.location.longitude, data_of(venue)) == (
        "Office", 37.6, "prices",
    )  # fmt: skip
    contact = (await bot.send_contact(CHAT, "+15550100", "Ann", last_name="K")).contact
    assert (contact.phone_number, contact.first_name, contact.last_name) == (
        "+15550100", "Ann", "K",
    )  # fmt: skip
    poll = (await bot.send_poll(CHAT, "Tea?", ["Yes", "No"], allows_multiple_answers=True)).poll
    assert ([o.text for o in poll.options], poll.type, poll.is_anonymous) == (
        ["Yes", "No"], "regular", True,
    )  # fmt: skip
    quiz = (
        await bot.send_poll(
            CHAT, "2+2", ["3", "4"], type="quiz", correct_option_id=1, explanation="Sum"
        )
    ).poll
    assert (quiz.type, quiz.correct_option_id, quiz.explanation) == ("quiz", 1, "Sum")


@pytest.mark.parametrize(
    ("name", "call", "reason"),
    [
        ("sendLocation", {"longitude": 1}, "latitude is empty"),
        ("sendLocation", {"latitude": 1}, "longitude is empty"),
        ("sendLocation", {"latitude": 91, "longitude": 1}, "wrong location specified"),
        ("sendVenue", {"latitude": 1, "longitude": 1}, "VENUE_TITLE_EMPTY"),
        ("sendContact", {"first_name": "A"}, 'parameter "phone_number" is required'),
        ("sendContact", {"phone_number": "1"}, 'parameter "first_name" is required'),
        ("sendPoll", {"question": "", "options": ["a"]}, "text must be non-empty"),
        ("sendPoll", {"question": "a" * 301, "options": ["a"]},
         "poll question length must not exceed 300"),
        ("sendPoll", {"question": "a", "options": []}, "poll must have at least one answer option"),
        ("sendPoll", {"question": "a", "options": ["a"] * 13},
         "poll can't have more than 12 options"),
        ("sendPoll", {"question": "a", "options": ["a" * 101]},
         "poll options length must not exceed 100"),
        ("sendPoll", {"question": "a", "options": "["}, "can't parse options JSON object"),
        ("sendPoll", {"question": "a", "options": [1]}, "expected an option to be of type String"),
        ("sendPoll", {"question": "a", "options": ["a"], "type": "x"},
         "unsupported poll type specified"),
        ("sendPoll", {"question": "a", "options": ["a"], "type": "quiz", "correct_option_id": 1},
         "wrong correct option ID specified"),
        ("sendVideoNote", {"video_note": "a", "length": 640}, "wrong video note length"),
        ("sendMessage", {"text": "a", "link_preview_options": "["},
         "can't parse link preview options JSON object"),
        ("sendMessage", {"text": "a", "link_preview_options": {"is_disabled": "yes"}},
         'field "is_disabled" must be of type Boolean'),
        ("sendMessage", {"text": "a", "reply_parameters": {"message_id": 999}},
         "message to be replied not found"),
        ("sendMessage", {"text": "a", "reply_parameters": "[]"},
         "object expected as reply parameters"),
        ("forwardMessage", {"message_id": 1}, 'parameter "from_chat_id" is required'),
        ("forwardMessage", {"from_chat_id": CHAT, "message_id": 999},
         "message to forward not found"),
        ("copyMessage", {"from_chat_id": CHAT}, "message to copy not found"),
        ("copyMessage", {"from_chat_id": 1, "message_id": 1}, "chat not found"),
        ("deleteMessages", {"message_ids": []}, "message identifiers are not specified"),
        ("deleteMessages", {"message_ids": [1] * 101}, "too many message identifiers specified"),
        ("setMessageReaction", {"message_id": 999}, "message to react not found"),
        ("setMessageReaction", {"message_id": 1, "reaction": [{"type": "x"}]},
         "invalid reaction type specified"),
        ("editMessageMedia", {"message_id": 1}, 'parameter "media" is required'),
    ],
)  # fmt: skip
async def test_a_bad_call_is_refused_in_telegrams_words(bot, met, http, name, call, reason):
    assert await refusal(http, bot, name, **call) == reason


async def test_a_reply_shows_the_message_it_is_to(bot, met):
    first = await bot.send_message(CHAT, "One", reply_to_message_id=1)
    second = await bot.send_photo(
        CHAT, URLS["photo"], reply_parameters=ReplyParameters(message_id=first.message_id)
    )
    assert (first.reply_to_message.text, second.reply_to_message.text) == ("/start", "One")
    assert second.reply_to_message.reply_to_message is None
    lost = ReplyParameters(message_id=999, allow_sending_without_reply=True)
    assert (await bot.send_message(CHAT, "Two", reply_parameters=lost)).reply_to_message is None


async def test_the_link_preview_and_the_protection_are_shown(bot, met):
    options = LinkPreviewOptions(url="https://example.org", show_above_text=True)
    sent = await bot.send_message(
        CHAT, "a", link_preview_options=options, protect_content=True, disable_notification=True
    )
    assert sent.link_preview_options.model_dump(exclude_none=True, exclude_defaults=True) == {
        "url": "https://example.org",
        "show_above_text": True,
    }
    assert sent.has_protected_content is True
    plain = await sent.edit_text("b")
    assert plain.link_preview_options is None
    with pytest.raises(TelegramBadRequest, match="the message can't be forwarded"):
        await sent.forward(CHAT)
    with pytest.raises(TelegramBadRequest, match="the message can't be copied"):
        await sent.copy_to(CHAT)


async def test_a_forwarded_message_names_its_origin_and_a_copy_does_not(bot, met):
    sent = await bot.send_video(CHAT, URLS["video"], caption="One", reply_markup=MENU)
    forwarded = await sent.forward(CHAT)
    assert (forwarded.forward_origin.sender_user.id, forwarded.caption) == (bot.id, "One")
    assert forwarded.reply_markup is None
    copied = await sent.copy_to(CHAT, caption="Two")
    last = (await met.chat())["messages"][-1]
    assert (last["message_id"], last["caption"]) == (copied.message_id, "Two")
    assert "forward_origin" not in last
    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await forwarded.edit_caption(caption="Three")


MEDIA = [InputMediaPhoto, InputMediaVideo, InputMediaAnimation, InputMediaDocument, InputMediaAudio]


@pytest.mark.parametrize("media", MEDIA)
async def test_a_text_becomes_media_of_any_kind_and_any_other_after_it(bot, met, media):
    kind = media.model_fields["type"].default.value
    sent = await bot.send_message(CHAT, "One", link_preview_options=LinkPreviewOptions(url="a"))
    edited = await sent.edit_media(media(media=URLS[kind], caption="Two"), reply_markup=MENU)
    assert (edited.content_type, edited.text, edited.caption) == (kind, None, "Two")
    assert data_of(edited) == "prices"
    for other in MEDIA:
        kind = other.model_fields["type"].default.value
        edited = await edited.edit_media(other(media=URLS[kind], caption=kind))
        assert (edited.content_type, edited.caption) == (kind, kind)


async def test_an_edit_must_fit_the_kind_of_its_message(bot, met):
    photo = InputMediaPhoto(media=URLS["photo"])
    place = await bot.send_location(CHAT, 1, 1)
    voice = await bot.send_voice(CHAT, URLS["voice"])
    for message in (place, voice):
        with pytest.raises(TelegramBadRequest, match="message media can't be edited"):
            await message.edit_media(photo)
    with pytest.raises(TelegramBadRequest, match="there is no caption in the message to edit"):
        await place.edit_caption(caption="a")
    with pytest.raises(TelegramBadRequest, match="there is no text in the message to edit"):
        await voice.edit_text("a")
    assert data_of(await place.edit_reply_markup(reply_markup=MENU)) == "prices"
    album = await bot.send_media_group(CHAT, [photo, photo])
    with pytest.raises(TelegramBadRequest, match="can't change media type in the album"):
        await album[0].edit_media(InputMediaDocument(media=URLS["document"]))
    assert (await album[0].edit_media(InputMediaVideo(media=URLS["video"]))).video


async def test_many_messages_are_deleted_at_once(bot, met):
    ids = [(await bot.send_message(CHAT, text)).message_id for text in "abc"]
    assert await bot.delete_messages(CHAT, [*ids[:2], 999])
    assert [m["text"] for m in (await met.chat())["messages"]] == ["/start", "c"]


async def test_a_reaction_is_taken(bot, met):
    assert await bot.set_message_reaction(CHAT, 1, [{"type": "emoji", "emoji": "👍"}])
