"""Buttons and keyboards: what the tables and the cache hold, and what Telegram gets."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import msgspec

from .errors import FieldProblem
from .telegram import (
    BUTTON_LABEL_MAX,
    INLINE_BUTTONS_MAX,
    INLINE_ROW_MAX,
    INPUT_FIELD_PLACEHOLDER_MAX,
    REPLY_BUTTONS_MAX,
    REPLY_ROW_MAX,
    check_callback_data,
    check_length,
    check_link,
)

ButtonKind = Literal["callback", "url", "text"]
KeyboardKind = Literal["inline", "reply"]

BUTTON_KINDS: Mapping[KeyboardKind, frozenset[ButtonKind]] = {
    "inline": frozenset({"callback", "url"}),
    "reply": frozenset({"text"}),
}
"""Which buttons a keyboard can hold."""


class ButtonEntry(msgspec.Struct, frozen=True, omit_defaults=True):
    """A button as it stands in a filled layout."""

    label: str
    data: str | None = None
    kind: ButtonKind = "callback"
    url: str | None = None


class KeyboardOptions(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Of a reply keyboard: https://core.telegram.org/bots/api#replykeyboardmarkup"""

    resize: bool = True
    one_time: bool = False
    placeholder: str | None = None


class KeyboardEntry(msgspec.Struct, frozen=True):
    """The value of `keyboard:{id}`."""

    layout: tuple[tuple[ButtonEntry, ...], ...]
    kind: KeyboardKind = "inline"
    options: KeyboardOptions = KeyboardOptions()


def reply_markup(keyboard: KeyboardEntry) -> dict[str, Any]:
    """InlineKeyboardMarkup or ReplyKeyboardMarkup, as the Bot API reads it."""
    rows = [[_telegram_button(button) for button in row] for row in keyboard.layout]
    if keyboard.kind == "inline":
        return {"inline_keyboard": rows}
    markup: dict[str, Any] = {
        "keyboard": rows,
        "resize_keyboard": keyboard.options.resize,
        "one_time_keyboard": keyboard.options.one_time,
    }
    if keyboard.options.placeholder:
        markup["input_field_placeholder"] = keyboard.options.placeholder
    return markup


def _telegram_button(button: ButtonEntry) -> dict[str, Any]:
    match button.kind:
        case "callback":
            return {"text": button.label, "callback_data": button.data}
        case "url":
            return {"text": button.label, "url": button.url}
        case "text":
            return {"text": button.label}


def check_button(
    kind: ButtonKind, label: str, data: str | None, url: str | None
) -> list[FieldProblem]:
    """The rules of one button."""
    problems = check_length("label", label, 1, BUTTON_LABEL_MAX)
    if label and not label.strip():
        problems.append(FieldProblem("label", "required", "is only white space"))
    if kind == "callback":
        if data is None:
            problems.append(FieldProblem("data", "required", "a callback button needs data"))
        else:
            problems += check_callback_data("data", data)
    elif data is not None:
        problems.append(FieldProblem("data", "unused", f"a {kind} button sends no data"))
    if kind == "url":
        if url is None:
            problems.append(FieldProblem("url", "required", "a url button needs an address"))
        else:
            problems += check_link("url", url)
    elif url is not None:
        problems.append(FieldProblem("url", "unused", f"a {kind} button opens no address"))
    return problems


def check_layout(
    kind: KeyboardKind,
    layout: Sequence[Sequence[int]],
    button_kinds: Mapping[int, ButtonKind],
    options: KeyboardOptions,
) -> list[FieldProblem]:
    """The rules of a keyboard; `button_kinds` has an entry for each button that exists."""
    most_in_row = INLINE_ROW_MAX if kind == "inline" else REPLY_ROW_MAX
    most = INLINE_BUTTONS_MAX if kind == "inline" else REPLY_BUTTONS_MAX
    problems: list[FieldProblem] = []
    count = sum(len(row) for row in layout)
    if not 1 <= count <= most:
        detail = f"has {count} buttons; an {kind} keyboard has 1 to {most}"
        problems.append(FieldProblem("layout", "length", detail))
    for row_index, row in enumerate(layout):
        if not 1 <= len(row) <= most_in_row:
            detail = f"has {len(row)} buttons; a row has 1 to {most_in_row}"
            problems.append(FieldProblem(f"layout[{row_index}]", "length", detail))
        for index, button_id in enumerate(row):
            field = f"layout[{row_index}][{index}]"
            button_kind = button_kinds.get(button_id)
            if button_kind is None:
                problems.append(FieldProblem(field, "exists", f"there is no button {button_id}"))
            elif button_kind not in BUTTON_KINDS[kind]:
                detail = f"button {button_id} is a {button_kind} button, not for {kind} keyboards"
                problems.append(FieldProblem(field, "button_kind", detail))
    if options.placeholder is not None:
        problems += check_length(
            "options.placeholder", options.placeholder, 1, INPUT_FIELD_PLACEHOLDER_MAX
        )
    return problems
