"""Every kind of button, and how Telegram refuses it."""

import pytest
from aiogram.types import (
    InlineKeyboardMarkup,
    KeyboardButton,
    KeyboardButtonPollType,
    ReplyKeyboardMarkup,
    WebAppInfo,
)

from .conftest import CHAT

INLINE = [
    {"url": "https://example.org/"},
    {"url": "tg://resolve?domain=a"},
    {"callback_data": "a"},
    {"web_app": {"url": "https://example.org/"}},
    {"copy_text": {"text": "a" * 256}},
    {"switch_inline_query": ""},
    {"switch_inline_query_current_chat": "a"},
    {"callback_data": "a", "style": "danger", "icon_custom_emoji_id": "5368324170671202286"},
]


@pytest.mark.parametrize("button", INLINE, ids="-".join)
async def test_an_inline_button_comes_back_as_it_was_sent(bot, met, button):
    keyboard = {"inline_keyboard": [[{"text": "a"} | button]]}
    sent = await bot.send_message(
        CHAT, "Menu", reply_markup=InlineKeyboardMarkup.model_validate(keyboard)
    )
    assert sent.reply_markup.model_dump(exclude_none=True) == keyboard


WHERE = "can't parse inline keyboard button"
URL = "inline keyboard button"


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({}, f"{WHERE}: Text buttons are unallowed in the inline keyboard"),
        ({"url": ""}, f"{WHERE}: Text buttons are unallowed in the inline keyboard"),
        ({"url": "ftp://a.b"}, f"{URL} URL 'ftp://a.b' is invalid: Unsupported URL protocol"),
        ({"callback_data": "a" * 65}, "BUTTON_DATA_INVALID"),
        ({"copy_text": {"text": ""}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"copy_text": {"text": "a" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"copy_text": {}}, f'{WHERE}: Can\'t find field "text"'),
        ({"copy_text": "a"}, f'{WHERE}: Field "copy_text" must be of type Object'),
        ({"web_app": {"url": "http://a.b"}},
         f"{URL} Web App URL 'http://a.b' is invalid: Only HTTPS links are allowed"),
        ({"web_app": {"url": "nowhere"}},
         f"{URL} Web App URL 'nowhere' is invalid: Wrong HTTP URL"),
        ({"callback_data": "a", "style": "huge"}, f"{WHERE}: invalid button style specified"),
        ({"callback_data": "a", "icon_custom_emoji_id": "x"},
         f'{WHERE}: Can\'t parse as an integer string "x"'),
        ({"text": " ", "url": "https://a.b"}, f"{WHERE}: Button text must be non-empty"),
        ({"text": []}, f'{WHERE}: Field "text" must be of type String'),
    ],
)  # fmt: skip
async def test_a_bad_inline_button_is_refused(bot, met, http, button, reason):
    keyboard = {"inline_keyboard": [[{"text": "a"} | button]]}
    call = {"chat_id": CHAT, "text": "a", "reply_markup": keyboard}
    async with http.post(f"/bot{bot.token}/sendMessage", json=call) as response:
        assert (await response.json())["description"] == f"Bad Request: {reason}"


KEYBOARD = ReplyKeyboardMarkup(
    keyboard=[
        [
            KeyboardButton(text="Phone", request_contact=True),
            KeyboardButton(text="Place", request_location=True),
            KeyboardButton(text="Quiz", request_poll=KeyboardButtonPollType(type="quiz")),
        ],
        [
            KeyboardButton(text="Shop", web_app=WebAppInfo(url="https://example.org")),
            KeyboardButton(text="Yes", style="success", icon_custom_emoji_id="5"),
        ],
    ],
    is_persistent=True,
)


async def test_a_reply_keyboard_keeps_its_requests_and_looks(bot, met):
    await bot.send_message(CHAT, "Menu", reply_markup=KEYBOARD)
    assert (await met.chat())["reply_keyboard"] == {
        "keyboard": [
            [
                {"text": "Phone", "request_contact": True},
                {"text": "Place", "request_location": True},
                {"text": "Quiz", "request_poll": {"type": "quiz"}},
            ],
            [
                {"text": "Shop", "web_app": {"url": "https://example.org/"}},
                {"text": "Yes", "style": "success", "icon_custom_emoji_id": "5"},
            ],
        ],
        "is_persistent": True,
    }


@pytest.mark.parametrize(
    ("button", "reason"),
    [
        ({"request_contact": "yes"}, 'Field "request_contact" must be of type Boolean'),
        ({"request_poll": True}, 'Field "request_poll" must be of type Object'),
        ({"web_app": {}}, 'Can\'t find field "url"'),
        ({"style": "huge"}, "invalid button style specified"),
        ({"text": ""}, "Button text must be non-empty"),
    ],
)
async def test_a_bad_reply_button_is_refused(bot, met, http, button, reason):
    call = {"chat_id": CHAT, "text": "a", "reply_markup": {"keyboard": [[{"text": "a"} | button]]}}
    async with http.post(f"/bot{bot.token}/sendMessage", json=call) as response:
        assert (await response.json())["description"] == (
            f"Bad Request: can't parse keyboard button: {reason}"
        )


async def test_a_pressed_key_sends_what_it_asks_for(bot, met):
    await bot.send_message(CHAT, "Menu", reply_markup=KEYBOARD)
    for label in ("Phone", "Place", "Quiz", "Yes"):
        await met.post("keyboard_presses", {"text": label})
    _, contact, place, quiz, text = [u.message for u in await bot.get_updates()]
    assert contact.contact.user_id == contact.from_user.id == CHAT
    assert contact.contact.phone_number.isdecimal()
    assert place.location.latitude
    assert quiz.poll.type == "quiz"
    assert text.text == "Yes"


async def test_a_key_that_only_opens_sends_nothing(bot, met, http):
    await bot.send_message(CHAT, "Menu", reply_markup=KEYBOARD)
    path = f"/api/chats/{CHAT}/keyboard_presses"
    async with http.post(path, json={"text": "Shop"}) as response:
        assert response.status == 204
    async with http.post(path, json={"text": "Maybe"}) as response:
        assert (await response.json())["errors"][0]["field"] == "text"
    assert len(await bot.get_updates()) == 1
