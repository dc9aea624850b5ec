"""The Bot API, driven by the same client that bots use."""

import struct
import zlib

import pytest
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNotFound,
)
from aiogram.methods import GetChatAdministrators, SendMessage
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from .conftest import CHAT

PHOTO_URL = "https://example.org/photo.jpg"
MENU = InlineKeyboardMarkup(
    inline_keyboard=[
        [InlineKeyboardButton(text="Prices", callback_data="prices")],
        [InlineKeyboardButton(text="Site", url="https://example.org")],
    ]
)


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\x80" * width) * height)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


async def test_the_bot_knows_itself(bot):
    me = await bot.get_me()
    assert (me.id, me.is_bot, me.username) == (4242, True, "botloom_simulated_bot")


async def test_html_arrives_as_text_with_entities(bot, met):
    message = await bot.send_message(CHAT, "Hi, <b>Ann</b> &amp; 🙂<i>Bob</i>", parse_mode="HTML")
    assert message.text == "Hi, Ann & 🙂Bob"
    assert [(e.type, e.offset, e.length) for e in message.entities] == [
        ("bold", 4, 3),
        ("italic", 12, 3),
    ]
    assert message.html_text == "Hi, <b>Ann</b> &amp; 🙂<i>Bob</i>"
    assert (message.from_user.id, message.chat.id) == (bot.id, CHAT)
    assert (await met.chat())["messages"][-1]["text"] == "Hi, Ann & 🙂Bob"


async def test_entities_may_be_given_instead_of_a_parse_mode(bot, met):
    bold = MessageEntity(type="bold", offset=0, length=2)
    message = await bot.send_message(CHAT, "Hi <b>", entities=[bold])
    assert message.html_text == "<b>Hi</b> &lt;b&gt;"


async def test_an_inline_keyboard_comes_back_with_its_message(bot, met):
    message = await bot.send_message(CHAT, "Menu", reply_markup=MENU)
    assert message.reply_markup.inline_keyboard[0][0].callback_data == "prices"
    assert message.reply_markup.inline_keyboard[1][0].url == "https://example.org/"


async def test_a_reply_keyboard_stays_until_it_is_removed(bot, met):
    keyboard = ReplyKeyboardMarkup(
        keyboard=[[KeyboardButton(text="Yes"), KeyboardButton(text="No")]], resize_keyboard=True
    )
    await bot.send_message(CHAT, "Sure?", reply_markup=keyboard)
    await bot.send_message(CHAT, "Well?")
    shown = (await met.chat())["reply_keyboard"]
    assert shown == {"keyboard": [[{"text": "Yes"}, {"text": "No"}]], "resize_keyboard": True}
    await bot.send_message(CHAT, "Fine", reply_markup=ReplyKeyboardRemove())
    assert (await met.chat())["reply_keyboard"] is None
    await bot.send_message(CHAT, "Why?", reply_markup=ForceReply(input_field_placeholder="Why"))
    assert (await met.chat())["reply_keyboard"]["force_reply"] is True


async def test_a_photo_by_its_address_has_sizes_and_a_caption(bot, met):
    message = await bot.send_photo(CHAT, PHOTO_URL, caption="<u>Ours</u>", parse_mode="HTML")
    assert message.caption == "Ours"
    assert message.caption_entities[0].type == "underline"
    assert message.photo[0].width < message.photo[-1].width
    again = await bot.send_photo(CHAT, message.photo[-1].file_id)
    assert again.photo[-1].file_unique_id == message.photo[-1].file_unique_id


async def test_an_uploaded_photo_can_be_downloaded_again(bot, met, http):
    content = png(640, 480)
    message = await bot.send_photo(CHAT, BufferedInputFile(content, "photo.png"))
    assert (message.photo[-1].width, message.photo[-1].height) == (640, 480)
    file = await bot.get_file(message.photo[-1].file_id)
    assert (await bot.download_file(file.file_path)).read() == content
    async with http.get(f"/api/files/{message.photo[0].file_id}") as response:
        assert response.content_type == "image/png"


async def test_a_message_is_edited_in_place(bot, met):
    message = await bot.send_message(CHAT, "One", reply_markup=MENU)
    edited = await message.edit_text("<b>Two</b>", parse_mode="HTML")
    assert (edited.message_id, edited.text, edited.reply_markup) == (
        message.message_id,
        "Two",
        None,
    )
    assert edited.edit_date is not None
    buttons = await edited.edit_reply_markup(reply_markup=MENU)
    assert buttons.text == "Two"
    assert buttons.reply_markup is not None


async def test_a_text_message_can_be_given_a_photo(bot, met):
    message = await bot.send_message(CHAT, "One")
    upload = InputMediaPhoto(media=BufferedInputFile(png(10, 10), "a.png"), caption="Two")
    edited = await message.edit_media(upload, reply_markup=MENU)
    assert (edited.text, edited.caption, edited.photo[-1].width) == (None, "Two", 10)
    recaptioned = await edited.edit_caption(caption="Three")
    assert recaptioned.caption == "Three"
    other = await recaptioned.edit_media(InputMediaPhoto(media=PHOTO_URL))
    assert other.photo[-1].file_unique_id != edited.photo[-1].file_unique_id


async def test_a_deleted_message_is_gone(bot, met):
    message = await bot.send_message(CHAT, "One")
    assert await message.delete()
    assert [m["text"] for m in (await met.chat())["messages"]] == ["/start"]
    with pytest.raises(TelegramBadRequest, match="message to delete not found"):
        await message.delete()


async def test_typing_is_shown_until_the_next_message(bot, met):
    await bot.send_chat_action(CHAT, "typing")
    assert (await met.chat())["typing"]["action"] == "typing"
    await bot.send_message(CHAT, "Done")
    assert (await met.chat())["typing"] is None


async def test_commands_are_kept_by_scope_and_language(bot, http):
    await bot.set_my_commands([BotCommand(command="start", description="Begin")])
    await bot.set_my_commands(
        [BotCommand(command="start", description="Начать")], language_code="ru"
    )
    assert (await bot.get_my_commands())[0].description == "Begin"
    assert (await bot.get_my_commands(language_code="ru"))[0].description == "Начать"
    async with http.get("/api/bots") as response:
        (listed,) = await response.json()
    assert listed["commands"] == [{"command": "start", "description": "Begin"}]
    await bot.delete_my_commands()
    assert await bot.get_my_commands() == []


REFUSED = [
    ({"text": "<b>a"}, "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
    ({"text": "<foo>"}, 'can\'t parse entities: Unsupported start tag "foo" at byte offset 0'),
    ({"text": ""}, "message text is empty"),
    ({"text": " \n "}, "text must be non-empty"),
    ({"text": "a" * 4097}, "message is too long"),
    ({"text": "a", "parse_mode": "Markdown"}, "unsupported parse_mode"),
    ({"reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
    ({"reply_markup": "[]"}, "object expected as reply markup"),
    ({"reply_markup": {"inline_keyboard": [{}]}},
     'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'),
    ({"reply_markup": {"inline_keyboard": [[{"text": "a"}]]}},
     "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
    ({"reply_markup": {"inline_keyboard": [[{"callback_data": "a"}]]}},
     'can\'t parse inline keyboard button: Can\'t find field "text"'),
    ({"reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "я" * 33}]]}},
     "BUTTON_DATA_INVALID"),
    ({"reply_markup": {"inline_keyboard": [[{"text": "a", "url": "nowhere"}]]}},
     "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL"),
    ({"chat_id": 1}, "chat not found"),
    ({"chat_id": ""}, "chat_id is empty"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "reason"), REFUSED)
async def test_a_bad_message_is_refused_in_telegrams_words(bot, met, http, change, reason):
    call = {"chat_id": CHAT, "text": "a", "parse_mode": "HTML"} | change
    async with http.post(f"/bot{bot.token}/sendMessage", json=call) as response:
        assert response.status == 400
        assert await response.json() == {
            "ok": False,
            "error_code": 400,
            "description": f"Bad Request: {reason}",
        }


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        ({"photo": "nothing-known"}, "wrong file identifier/HTTP URL specified"),
        ({"photo": "https://nowhere.invalid/a.jpg"}, "failed to get HTTP URL content"),
        ({"photo": ""}, "there is no photo in the request"),
        ({"photo": "attach://other"}, "media not found"),
        ({"photo": PHOTO_URL, "caption": "a" * 1025}, "message caption is too long"),
    ],
)
async def test_a_bad_photo_is_refused_in_telegrams_words(bot, met, http, call, reason):
    async with http.post(f"/bot{bot.token}/sendPhoto", data={"chat_id": CHAT} | call) as response:
        assert (await response.json())["description"] == f"Bad Request: {reason}"


async def test_what_is_no_picture_is_refused(bot, met):
    with pytest.raises(TelegramBadRequest, match="IMAGE_PROCESS_FAILED"):
        await bot.send_photo(CHAT, BufferedInputFile(b"text", "photo.png"))


async def test_an_edit_that_changes_nothing_is_refused(bot, met):
    message = await bot.send_message(CHAT, "One", reply_markup=MENU)
    reason = (
        "message is not modified: specified new message content and reply markup are exactly the "
        "same as a current content and reply markup of the message"
    )
    with pytest.raises(TelegramBadRequest, match=reason):
        await message.edit_text("One", reply_markup=MENU)


async def test_an_edit_must_fit_its_message(bot, met):
    text = await bot.send_message(CHAT, "One")
    photo = await bot.send_photo(CHAT, PHOTO_URL)
    with pytest.raises(TelegramBadRequest, match="there is no caption in the message to edit"):
        await text.edit_caption(caption="Two")
    with pytest.raises(TelegramBadRequest, match="there is no text in the message to edit"):
        await photo.edit_text("Two")
    with pytest.raises(TelegramBadRequest, match="message to edit not found"):
        await bot.edit_message_text("Two", chat_id=CHAT, message_id=1_000_000)
    with pytest.raises(TelegramBadRequest, match="message can't be edited"):
        await bot.edit_message_text("Two", chat_id=CHAT, message_id=1)


async def test_who_blocked_the_bot_gets_nothing(bot, met):
    await met.post("block")
    with pytest.raises(TelegramForbiddenError, match="Forbidden: bot was blocked by the user"):
        await bot.send_message(CHAT, "Hello?")
    await met.post("unblock")
    assert await bot.send_message(CHAT, "Hello!")


async def test_a_refused_call_is_noted_in_its_chat(bot, met):
    with pytest.raises(TelegramBadRequest):
        await bot.send_message(CHAT, "<b>", parse_mode="HTML")
    (failure,) = (await met.chat())["failures"]
    assert (failure["method"], failure["error_code"], failure["via"]) == (
        "sendMessage",
        400,
        "request",
    )


async def test_an_unknown_method_is_not_found(bot, met):
    with pytest.raises(TelegramNotFound, match="method not found"):
        await bot(GetChatAdministrators(chat_id=CHAT))


@pytest.mark.parametrize("token", ["nonsense", "0123:abc", "12a:abc"])
async def test_a_malformed_token_is_unauthorized(http, token):
    async with http.get(f"/bot{token}/getMe") as response:
        assert response.status == 401
        assert (await response.json())["description"].startswith("Unauthorized")


async def test_a_method_may_come_by_get_and_in_any_case(bot, met, http):
    async with http.get(
        f"/bot{bot.token}/SENDMESSAGE", params={"chat_id": CHAT, "text": "a b"}
    ) as response:
        assert (await response.json())["result"]["text"] == "a b"


async def test_bots_with_other_tokens_are_other_bots(bot, address):
    other = bot.__class__("77:other", session=bot.session)
    me = await other.get_me()
    assert me.id == 77
    assert me.username != (await bot.get_me()).username
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await other(SendMessage(chat_id=CHAT, text="a"))


async def test_a_call_too_big_is_refused(bot, http):
    body = {"chat_id": "1", "text": "a" * (13 * 2**20)}
    async with http.post(f"/bot{bot.token}/sendMessage", json=body) as response:
        assert response.status == 413
