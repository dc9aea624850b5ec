"""The configuration as one process runs it: immutable, swapped whole."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec
import structlog
from botloom_contracts.cache import (
    CALLBACK_PREFIX,
    HANDLER_PREFIX,
    KEYBOARD_PREFIX,
    CallbackEntry,
    decode_callback,
    decode_handler,
    decode_keyboard,
)
from botloom_contracts.errors import BotloomError
from botloom_contracts.keyboards import KeyboardEntry, KeyboardKind, page_count, reply_markup
from botloom_contracts.matching import CallbackMatcher, Matcher
from botloom_contracts.patterns import (
    CallbackPattern,
    Pattern,
    parse_callback_pattern,
    parse_pattern,
)

from .actions import decode_action, walk
from .prepared import PreparedContent
from .steps import Action, Ask

log = structlog.stdlib.get_logger()


class Rule(NamedTuple):
    """A handler or a callback: what runs, and the content that it shows."""

    id: int
    action: Action
    content: PreparedContent | None
    handler_id: int | None
    pattern: Pattern | None = None
    priority: int = 0
    callback: CallbackPattern | None = None
    """Of a callback; a handler has a `pattern` instead."""


class Keyboard:
    """`markup` is JSON, as Telegram gets it; of a keyboard with pages it is the first."""

    __slots__ = ("entry", "id", "kind", "markup")

    def __init__(self, keyboard_id: int, entry: KeyboardEntry) -> None:
        self.id = keyboard_id
        self.entry = entry
        self.kind: KeyboardKind = entry.kind
        self.markup = msgspec.Raw(self.page(0))

    def page(self, number: int) -> bytes:
        """A number past the last page is the last page: the keyboard may have become shorter."""
        last = page_count(self.entry) - 1
        return msgspec.json.encode(reply_markup(self.entry, self.id, min(number, last)))


Entry = Rule | Keyboard


class Snapshot:
    """The cost of a look-up does not grow with the number of rules."""

    __slots__ = (
        "_entries", "asks", "callback_rules", "callbacks", "handlers", "keyboards", "matcher",
        "seq",
    )  # fmt: skip

    def __init__(self, seq: int, entries: dict[str, Entry]) -> None:
        self.seq = seq
        self._entries = entries
        self.handlers: dict[int, Rule] = {}
        self.callback_rules: dict[int, Rule] = {}
        self.keyboards: dict[int, Keyboard] = {}
        for entry in entries.values():
            if isinstance(entry, Keyboard):
                self.keyboards[entry.id] = entry
            elif entry.callback is not None:
                self.callback_rules[entry.id] = entry
            else:
                self.handlers[entry.id] = entry
        rules = [entry for entry in entries.values() if isinstance(entry, Rule)]
        # Not `handlers`: while a handler is renamed, the cache has it under both patterns.
        self.matcher: Matcher[Rule] = Matcher(
            (rule.pattern, rule.priority, rule.id, rule) for rule in rules if rule.pattern
        )
        self.callbacks: CallbackMatcher[Rule] = CallbackMatcher(
            (rule.callback, rule.id, rule) for rule in rules if rule.callback
        )
        self.asks = any(map(_asks, rules))
        """Whether a person's next message can be the answer to a question."""

    def __len__(self) -> int:
        return len(self._entries)

    def with_changes(self, seq: int, changes: Mapping[str, bytes | None]) -> "Snapshot":
        """A snapshot where these keys have these values; None where a key is gone."""
        kept = {key: entry for key, entry in self._entries.items() if key not in changes}
        return Snapshot(seq, kept | _prepare_all(changes.items()))


def build_snapshot(seq: int, values: Mapping[str, bytes]) -> Snapshot:
    """From every key of the cache."""
    return Snapshot(seq, _prepare_all(values.items()))


def _asks(rule: Rule) -> bool:
    return any(isinstance(step, Ask) for step in walk(rule.action))


def _prepare_all(values: Iterable[tuple[str, bytes | None]]) -> dict[str, Entry]:
    """Passes over what can't be read, so that the others still answer."""
    entries: dict[str, Entry] = {}
    for key, value in values:
        if value is None:
            continue
        try:
            entries[key] = _prepare(key, value)
        except (msgspec.MsgspecError, BotloomError, ValueError, RecursionError) as error:
            log.error("cache_entry_unreadable", key=key, error=str(error))
    return entries


def _prepare(key: str, value: bytes) -> Entry:
    if key.startswith(KEYBOARD_PREFIX):
        return Keyboard(int(key.removeprefix(KEYBOARD_PREFIX)), decode_keyboard(value))
    if key.startswith(CALLBACK_PREFIX):
        return _prepare_callback(key.removeprefix(CALLBACK_PREFIX), decode_callback(value))
    handler = decode_handler(value)
    return Rule(
        id=handler.id,
        action=decode_action(handler.action),
        content=None if handler.is_empty else PreparedContent(handler),
        handler_id=handler.id,
        pattern=parse_pattern(key.removeprefix(HANDLER_PREFIX)),
        priority=handler.priority,
    )


def _prepare_callback(data: str, callback: CallbackEntry) -> Rule:
    return Rule(
        id=callback.id,
        action=decode_action(callback.action),
        content=None if callback.is_empty else PreparedContent(callback),
        handler_id=callback.handler_id,
        callback=parse_callback_pattern(data),
    )
