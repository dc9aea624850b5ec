"""`reply_markup`: https://core.telegram.org/bots/api#inlinekeyboardmarkup and its siblings."""

from typing import Any

import msgspec
from botloom_contracts.links import check_link
from botloom_contracts.telegram import (
    CALLBACK_DATA_MAX_BYTES,
    INLINE_BUTTONS_MAX,
    REPLY_BUTTONS_MAX,
)

from ..errors import BadRequest
from ..objects import InlineKeyboardButton, InlineKeyboardMarkup
from .parameters import Parameters

_ACTIONS = (
    "url", "callback_data", "callback_game", "pay", "switch_inline_query",
    "switch_inline_query_chosen_chat", "switch_inline_query_current_chat", "login_url", "web_app",
    "copy_text",
)  # fmt: skip

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


def inline_keyboard(parameters: Parameters) -> InlineKeyboardMarkup | None:
    """For edits, which take no other kind."""
    markup = reply_markup(parameters)
    if isinstance(markup, ReplyKeyboard):
        raise BadRequest("inline keyboard expected")
    return markup


def _rows(given: dict[str, Any], name: str, description: str) -> list[list[Any]]:
    rows = given.get(name) or []
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise BadRequest(description)
    return rows


def _reply_keyboard(given: dict[str, Any], rows: list[list[Any]]) -> ReplyKeyboard:
    buttons = [[_reply_button(button) for button in row] for row in rows]
    if sum(map(len, buttons)) > REPLY_BUTTONS_MAX:
        raise BadRequest("reply markup is too long")
    return ReplyKeyboard({"keyboard": [row for row in buttons if row]} | _options(given))


def _options(given: dict[str, Any]) -> dict[str, Any]:
    return {name: given[name] for name in _REPLY_OPTIONS if given.get(name)}


def _reply_button(button: Any) -> dict[str, Any]:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise BadRequest(
            "can't parse keyboard button: KeyboardButton must be a String or an Object"
        )
    _text(button, "can't parse keyboard button")
    return {name: value for name, value in button.items() if value not in (None, False)}


def _inline_keyboard(rows: list[list[Any]]) -> InlineKeyboardMarkup | None:
    buttons = tuple(tuple(_inline_button(button) for button in row) for row in rows if row)
    if sum(map(len, buttons)) > INLINE_BUTTONS_MAX:
        raise BadRequest("reply markup is too long")
    return InlineKeyboardMarkup(inline_keyboard=buttons) if buttons else None


def _inline_button(button: Any) -> InlineKeyboardButton:
    where = "can't parse inline keyboard button"
    if not isinstance(button, dict):
        raise BadRequest(f"{where}: InlineKeyboardButton must be an Object")
    _text(button, where)
    # Of several actions Telegram's servers take the first in this order.
    action = next(
        (name for name in _ACTIONS if button.get(name) or _may_be_empty(button, name)), None
    )
    if action is None:
        raise BadRequest(f"{where}: Text buttons are unallowed in the inline keyboard")
    kept = {"text", "style", "icon_custom_emoji_id", action}
    try:
        parsed = msgspec.convert(
            {name: value for name, value in button.items() if name in kept}, InlineKeyboardButton
        )
    except msgspec.ValidationError as error:
        raise BadRequest(f"{where}: {error}") from None
    if len((parsed.callback_data or "").encode()) > CALLBACK_DATA_MAX_BYTES:
        raise BadRequest("BUTTON_DATA_INVALID")
    if parsed.url is not None:
        return msgspec.structs.replace(parsed, url=_url(parsed.url))
    return parsed


def _may_be_empty(button: dict[str, Any], name: str) -> bool:
    is_query = name in ("switch_inline_query", "switch_inline_query_current_chat", "callback_game")
    return is_query and button.get(name) is not None


def _text(button: dict[str, Any], where: str) -> None:
    text = button.get("text")
    if text is None:
        raise BadRequest(f'{where}: Can\'t find field "text"')
    if not isinstance(text, str):
        raise BadRequest(f'{where}: Field "text" must be of type String')
    if not text.strip():
        raise BadRequest(f"{where}: Button text must be non-empty")


def _url(url: str) -> str:
    try:
        return check_link(url)
    except ValueError as error:
        raise BadRequest(f"inline keyboard button URL '{url}' is invalid: {error}") from None
