"""One button of an inline keyboard: https://core.telegram.org/bots/api#inlinekeyboardbutton"""

from typing import Any

import msgspec
from botloom_contracts.telegram import CALLBACK_DATA_MAX_BYTES

from ..errors import BadRequest
from ..objects import InlineKeyboardButton
from .button_fields import checked_url, checked_web_app, look, required_object, required_text

COPY_TEXT_MAX = 256
"""https://core.telegram.org/bots/api#copytextbutton"""

_WHERE = "can't parse inline keyboard button"
_WHAT = "inline keyboard button"

# Of several actions Telegram's servers take the first in this order; these may be empty.
_NOT_EMPTY = ("url", "callback_data")
_MAY_BE_EMPTY = (
    "callback_game", "pay", "switch_inline_query", "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat", "login_url", "web_app", "copy_text",
)  # fmt: skip


def inline_button(button: Any) -> InlineKeyboardButton:
    """Raises `BadRequest`."""
    if not isinstance(button, dict):
        raise BadRequest(f"{_WHERE}: InlineKeyboardButton must be an Object")
    shown = look(button, _WHERE)
    action = _action(button)
    try:
        return msgspec.convert(
            shown | {action: _checked(button, action)}, InlineKeyboardButton, strict=False
        )
    except msgspec.ValidationError as error:
        raise BadRequest(f"{_WHERE}: {error}") from None


def _action(button: dict[str, Any]) -> str:
    for name in _NOT_EMPTY:
        if button.get(name):
            return name
    for name in _MAY_BE_EMPTY:
        if button.get(name) is not None:
            return name
    raise BadRequest(f"{_WHERE}: Text buttons are unallowed in the inline keyboard")


def _checked(button: dict[str, Any], action: str) -> Any:
    match action:
        case "url" | "callback_data" | "switch_inline_query" | "switch_inline_query_current_chat":
            return _checked_text(action, required_text(button, action, _WHERE))
        case "web_app":
            return checked_web_app(button, _WHAT, _WHERE)
        case "copy_text":
            text = required_text(required_object(button, action, _WHERE), "text", _WHERE)
            if not 1 <= len(text) <= COPY_TEXT_MAX:
                raise BadRequest("BUTTON_COPY_TEXT_INVALID")
            return {"text": text}
        case "login_url":
            given = required_object(button, action, _WHERE)
            url = required_text(given, "url", _WHERE)
            return given | {"url": checked_url(url, f"{_WHAT} login")}
        case _:
            return button[action]


def _checked_text(action: str, text: str) -> str:
    if action == "url":
        return checked_url(text, _WHAT)
    if action == "callback_data" and len(text.encode()) > CALLBACK_DATA_MAX_BYTES:
        raise BadRequest("BUTTON_DATA_INVALID")
    return text
