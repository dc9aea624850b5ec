"""Rows of the tables as entries of the cache. Pure."""

from collections.abc import Mapping
from typing import Any

import msgspec

from ...cache import CallbackEntry, HandlerEntry
from ...content import ContentOptions
from ...keyboards import KeyboardEntry
from ...media import Media
from ..models import Button, Callback, Handler, Keyboard


def handler_entry(row: Handler) -> HandlerEntry:
    return HandlerEntry(id=row.id, action=_action(row), priority=row.priority, **_content(row))


def callback_entry(row: Callback, shown: Handler | None) -> CallbackEntry:
    """`shown` is the handler that the callback refers to."""
    content = _content(shown) if shown is not None else {}
    return CallbackEntry(id=row.id, action=_action(row), handler_id=row.handler_id, **content)


def _action(row: Handler | Callback) -> msgspec.Raw:
    return msgspec.Raw(row.action.encode())


def keyboard_entry(row: Keyboard, buttons: Mapping[int, Button]) -> KeyboardEntry:
    """`buttons` holds those of the layout, but for any that a draft still names and that were
    deleted live since."""
    layout = [
        [_button(buttons[button_id]) for button_id in line if button_id in buttons]
        for line in row.layout
    ]
    entry = {"layout": [line for line in layout if line], "kind": row.kind, "options": row.options}
    return msgspec.convert(entry, type=KeyboardEntry)


def _button(row: Button) -> dict[str, Any]:
    return {
        "label": row.label,
        "data": row.data,
        "kind": row.kind,
        "url": row.url,
        "style": row.style,
        "icon": row.icon,
    }


def _content(row: Handler) -> dict[str, Any]:
    return {
        "message": row.message,
        "photo_url": row.photo_url,
        "parse_mode": row.parse_mode,
        "keyboard_id": row.keyboard_id,
        "media": msgspec.convert(row.media, type=tuple[Media, ...]),
        "options": msgspec.convert(row.options, type=ContentOptions),
    }
