"""Buttons and keyboards: what the cache holds, and what Telegram gets."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec

ButtonKind = Literal[
    "callback",
    "url",
    "web_app",
    "copy_text",
    "switch_inline",
    "switch_inline_current",
    "text",
    "request_contact",
    "request_location",
    "request_poll",
]
ButtonStyle = Literal["primary", "success", "danger"]
"""Blue, green and red; without one, as the application has it."""
KeyboardKind = Literal["inline", "reply", "remove"]

BUTTON_KINDS: Mapping[KeyboardKind, frozenset[ButtonKind]] = {
    "inline": frozenset(
        {"callback", "url", "web_app", "copy_text", "switch_inline", "switch_inline_current"}
    ),
    "reply": frozenset({"text", "request_contact", "request_location", "request_poll", "web_app"}),
    "remove": frozenset(),
}
"""Which buttons a keyboard can hold."""

PAGE_PREFIX = "page:"
"""Of the callback data that turn the pages of a keyboard; no other data begin so."""

_PAGE_DATA = re.compile(PAGE_PREFIX + r"([1-9]\d{0,18}):(\d{1,4})", re.ASCII)


class ButtonEntry(msgspec.Struct, frozen=True, omit_defaults=True):
    """A button as it stands in a filled layout.

    `data` is the callback data, the text to copy, the inline query, or which polls are asked for
    (`quiz`, `regular`, None for any). `icon` is the id of a custom emoji.
    """

    label: str
    data: str | None = None
    kind: ButtonKind = "callback"
    url: str | None = None
    style: ButtonStyle | None = None
    icon: str | None = None


class KeyboardOptions(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Of a reply keyboard, `page_rows` excepted:
    https://core.telegram.org/bots/api#replykeyboardmarkup
    """

    resize: bool = True
    one_time: bool = False
    placeholder: str | None = None
    persistent: bool = False
    selective: bool = False
    page_rows: int | None = None
    """An inline keyboard with more rows is shown by pages of so many."""


class KeyboardEntry(msgspec.Struct, frozen=True):
    """The value of `keyboard:{id}`."""

    layout: tuple[tuple[ButtonEntry, ...], ...]
    kind: KeyboardKind = "inline"
    options: KeyboardOptions = KeyboardOptions()


def page_data(keyboard_id: int, page: int) -> str:
    """The callback data that show a page, counted from 0."""
    return f"{PAGE_PREFIX}{keyboard_id}:{page}"


def read_page_data(data: str) -> tuple[int, int] | None:
    """The keyboard's id and the page; None for any other callback data."""
    match = _PAGE_DATA.fullmatch(data)
    return None if match is None else (int(match[1]), int(match[2]))


def page_count(keyboard: KeyboardEntry) -> int:
    """1 where the keyboard is not shown by pages."""
    rows, page_rows = len(keyboard.layout), keyboard.options.page_rows
    if keyboard.kind != "inline" or not page_rows:
        return 1
    return max(1, -(-rows // page_rows))


def reply_markup(keyboard: KeyboardEntry, keyboard_id: int, page: int = 0) -> dict[str, Any]:
    """The keyboard as the Bot API reads it, https://core.telegram.org/bots/api#sendmessage.

    A page behind the last is the last one: pages go while people still look at them.
    """
    if keyboard.kind == "remove":
        return {"remove_keyboard": True}
    if keyboard.kind == "inline":
        return {"inline_keyboard": _inline_rows(keyboard, keyboard_id, page)}
    options = keyboard.options
    markup: dict[str, Any] = {
        "keyboard": _telegram_rows(keyboard.layout),
        "resize_keyboard": options.resize,
        "one_time_keyboard": options.one_time,
    }
    if options.persistent:
        markup["is_persistent"] = True
    if options.placeholder:
        markup["input_field_placeholder"] = options.placeholder
    if options.selective:
        markup["selective"] = True
    return markup


def _inline_rows(keyboard: KeyboardEntry, keyboard_id: int, page: int) -> list[list[Any]]:
    pages, page_rows = page_count(keyboard), keyboard.options.page_rows
    if pages == 1 or not page_rows:
        return _telegram_rows(keyboard.layout)
    page = min(max(page, 0), pages - 1)
    rows = _telegram_rows(keyboard.layout[page * page_rows : (page + 1) * page_rows])
    shown = [("‹", page - 1), (f"{page + 1}/{pages}", page), ("›", page + 1)]
    navigation = [
        {"text": label, "callback_data": page_data(keyboard_id, to)}
        for label, to in shown
        if 0 <= to < pages
    ]
    return [*rows, navigation]


def _telegram_rows(layout: Sequence[Sequence[ButtonEntry]]) -> list[list[Any]]:
    return [[_telegram_button(button) for button in row] for row in layout]


def _telegram_button(button: ButtonEntry) -> dict[str, Any]:
    """https://core.telegram.org/bots/api#inlinekeyboardbutton and
    https://core.telegram.org/bots/api#keyboardbutton
    """
    markup: dict[str, Any] = {"text": button.label}
    if button.style is not None:
        markup["style"] = button.style
    if button.icon is not None:
        markup["icon_custom_emoji_id"] = button.icon
    match button.kind:
        case "callback":
            markup["callback_data"] = button.data
        case "url":
            markup["url"] = button.url
        case "web_app":
            markup["web_app"] = {"url": button.url}
        case "copy_text":
            markup["copy_text"] = {"text": button.data}
        case "switch_inline":
            markup["switch_inline_query"] = button.data or ""
        case "switch_inline_current":
            markup["switch_inline_query_current_chat"] = button.data or ""
        case "request_poll":
            markup["request_poll"] = {} if button.data is None else {"type": button.data}
        case "request_contact" | "request_location":
            markup[button.kind] = True
        case "text":
            pass
    return markup
