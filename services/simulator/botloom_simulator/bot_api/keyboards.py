"""`reply_markup`: https://core.telegram.org/bots/api#inlinekeyboardmarkup and its siblings.

Refusals are those of `get_reply_markup` of
https://github.com/tdlib/telegram-bot-api/blob/master/telegram-bot-api/Client.cpp and of
https://github.com/tdlib/td/blob/master/td/telegram/ReplyMarkup.cpp
"""

from typing import Any

import msgspec
from botloom_contracts.telegram import INLINE_BUTTONS_MAX, REPLY_BUTTONS_MAX

from ..chats import BotChat
from ..errors import BadRequest
from ..objects import InlineKeyboardMarkup
from ..private_chats import PrivateChat
from .inline_buttons import inline_button
from .parameters import Parameters
from .reply_buttons import REQUESTS, reply_button

_REPLY_OPTIONS = (
    "is_persistent", "resize_keyboard", "one_time_keyboard", "input_field_placeholder", "selective",
)  # fmt: skip


class ReplyKeyboard(msgspec.Struct, frozen=True):
    """What a message does to the keyboard under the person's input; None takes it away."""

    markup: dict[str, Any] | None


ReplyMarkup = InlineKeyboardMarkup | ReplyKeyboard | None


def reply_markup(parameters: Parameters) -> ReplyMarkup:
    """None where none is given, and where the keyboard has no buttons. Raises `BadRequest`."""
    given = parameters.json("reply_markup", "can't parse reply keyboard markup JSON object")
    if given is None:
        return None
    if not isinstance(given, dict):
        raise BadRequest("object expected as reply markup")
    keyboard = _rows(given, "keyboard", 'field "keyboard" must be an Array of Arrays')
    inline = _rows(
        given,
        "inline_keyboard",
        'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    )
    if keyboard:
        return _reply_keyboard(given, keyboard)
    if inline:
        return _inline_keyboard(inline)
    if given.get("remove_keyboard"):
        return ReplyKeyboard(None)
    if given.get("force_reply"):
        return ReplyKeyboard({"force_reply": True} | _options(given))
    return None


def inline_keyboard(parameters: Parameters, chat: BotChat) -> InlineKeyboardMarkup | None:
    """For edits, which take no other kind."""
    markup = reply_markup(parameters)
    if isinstance(markup, ReplyKeyboard):
        raise BadRequest("inline keyboard expected")
    must_fit(markup, chat)
    return markup


def must_fit(markup: ReplyMarkup, chat: BotChat) -> None:
    """Some buttons are for private chats alone, and a channel has no reply keyboard.

    Raises `BadRequest`.
    """
    if markup is None or isinstance(chat, PrivateChat):
        return
    is_channel = chat.as_chat().type == "channel"
    if isinstance(markup, ReplyKeyboard):
        if is_channel:
            raise BadRequest("inline keyboard expected")
        for row in (markup.markup or {}).get("keyboard", ()):
            for button in row:
                for name, word in REQUESTS.items():
                    if name in button:
                        raise BadRequest(f"{word} in private chats only")
        return
    for buttons in markup.inline_keyboard:
        for inline in buttons:
            if inline.web_app is not None:
                raise BadRequest("BUTTON_TYPE_INVALID")
            for name in ("switch_inline_query", "switch_inline_query_current_chat"):
                if is_channel and getattr(inline, name) is not None:
                    raise BadRequest(
                        f"can't use {name} button in a channel chat, because users will not be "
                        "able to use the button without knowing bot's username"
                    )


def _rows(given: dict[str, Any], name: str, description: str) -> list[list[Any]]:
    rows = given.get(name) or []
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise BadRequest(description)
    return rows


def _reply_keyboard(given: dict[str, Any], rows: list[list[Any]]) -> ReplyKeyboard:
    buttons = [[reply_button(button) for button in row] for row in rows]
    if sum(map(len, buttons)) > REPLY_BUTTONS_MAX:
        raise BadRequest("reply markup is too long")
    return ReplyKeyboard({"keyboard": [row for row in buttons if row]} | _options(given))


def _options(given: dict[str, Any]) -> dict[str, Any]:
    return {name: given[name] for name in _REPLY_OPTIONS if given.get(name)}


def _inline_keyboard(rows: list[list[Any]]) -> InlineKeyboardMarkup | None:
    buttons = tuple(tuple(inline_button(button) for button in row) for row in rows if row)
    if sum(map(len, buttons)) > INLINE_BUTTONS_MAX:
        raise BadRequest("reply markup is too long")
    return InlineKeyboardMarkup(inline_keyboard=buttons) if buttons else None
