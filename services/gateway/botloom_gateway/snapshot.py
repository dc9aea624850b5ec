"""The configuration as this process runs it: immutable, swapped whole."""

from collections.abc import Mapping
from typing import NamedTuple

import msgspec
import structlog
from botloom_contracts.actions import Action
from botloom_contracts.cache import (
    CALLBACK_PREFIX,
    HANDLER_PREFIX,
    KEYBOARD_PREFIX,
    CallbackEntry,
    decode_callback,
    decode_handler,
    decode_keyboard,
)
from botloom_contracts.content import Content
from botloom_contracts.errors import BotloomError
from botloom_contracts.keyboards import KeyboardEntry, KeyboardKind, reply_markup
from botloom_contracts.matching import Matcher
from botloom_contracts.patterns import Pattern, parse_pattern
from botloom_contracts.placeholders import Template

log = structlog.stdlib.get_logger()


class PreparedContent:
    """Content, made ready so that sending it costs as little as can be."""

    __slots__ = ("keyboard_id", "parse_mode", "photo_url", "text")

    def __init__(self, content: Content) -> None:
        self.text = Template(content.message or "", content.parse_mode)
        self.photo_url = content.photo_url
        self.parse_mode = self.text.parse_mode
        self.keyboard_id = content.keyboard_id


class Rule(NamedTuple):
    """A handler or a callback: what runs, and the content that it shows."""

    id: int
    action: Action
    content: PreparedContent | None
    handler_id: int | None
    pattern: Pattern | None = None
    priority: int = 0


class Keyboard(NamedTuple):
    id: int
    kind: KeyboardKind
    markup: msgspec.Raw
    """JSON, as Telegram gets it."""


Entry = Rule | Keyboard


class Snapshot:
    """Every look-up is one in a dictionary."""

    __slots__ = ("_entries", "callbacks", "handlers", "keyboards", "matcher", "seq")

    def __init__(self, seq: int, entries: dict[str, Entry]) -> None:
        self.seq = seq
        self._entries = entries
        self.callbacks: dict[str, Rule] = {}
        self.handlers: dict[int, Rule] = {}
        self.keyboards: dict[int, Keyboard] = {}
        for key, entry in entries.items():
            if isinstance(entry, Keyboard):
                self.keyboards[entry.id] = entry
            elif entry.pattern is None:
                self.callbacks[key.removeprefix(CALLBACK_PREFIX)] = entry
            else:
                self.handlers[entry.id] = entry
        self.matcher: Matcher[Rule] = Matcher(
            # Not `handlers`: while a handler is renamed, the cache has it under both patterns.
            (entry.pattern, entry.priority, entry.id, entry)
            for entry in entries.values()
            if isinstance(entry, Rule) and entry.pattern is not None
        )

    def __len__(self) -> int:
        return len(self._entries)

    def with_changes(self, seq: int, changes: Mapping[str, bytes | None]) -> "Snapshot":
        """A snapshot where these keys have these values; None where a key is gone."""
        kept = {key: entry for key, entry in self._entries.items() if key not in changes}
        return Snapshot(seq, kept | _prepare_all(changes))


def build_snapshot(seq: int, values: Mapping[str, bytes]) -> Snapshot:
    """From every key of the cache."""
    return Snapshot(seq, _prepare_all(values))


def _prepare_all(values: Mapping[str, bytes | None]) -> dict[str, Entry]:
    """Passes over what can't be read, so that the others still answer."""
    entries: dict[str, Entry] = {}
    for key, value in values.items():
        if value is None:
            continue
        try:
            entries[key] = _prepare(key, value)
        except (msgspec.MsgspecError, BotloomError, ValueError, RecursionError) as error:
            log.error("cache_entry_unreadable", key=key, error=str(error))
    return entries


def _prepare(key: str, value: bytes) -> Entry:
    if key.startswith(KEYBOARD_PREFIX):
        return _prepare_keyboard(int(key.removeprefix(KEYBOARD_PREFIX)), decode_keyboard(value))
    if key.startswith(CALLBACK_PREFIX):
        return _prepare_callback(decode_callback(value))
    handler = decode_handler(value)
    return Rule(
        id=handler.id,
        action=handler.action,
        content=None if handler.is_empty else PreparedContent(handler),
        handler_id=handler.id,
        pattern=parse_pattern(key.removeprefix(HANDLER_PREFIX)),
        priority=handler.priority,
    )


def _prepare_callback(callback: CallbackEntry) -> Rule:
    return Rule(
        id=callback.id,
        action=callback.action,
        content=None if callback.is_empty else PreparedContent(callback),
        handler_id=callback.handler_id,
    )


def _prepare_keyboard(keyboard_id: int, keyboard: KeyboardEntry) -> Keyboard:
    markup = msgspec.Raw(msgspec.json.encode(reply_markup(keyboard)))
    return Keyboard(keyboard_id, keyboard.kind, markup)
