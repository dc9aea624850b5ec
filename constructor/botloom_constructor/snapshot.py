"""The configuration as one process runs it: immutable, swapped whole.

A change costs little however large it is: what is shared with the snapshot before is not built
anew. Changes lie over the large indexes of the matchers; `folded` builds these with them.
"""

from collections.abc import Callable, Mapping
from typing import TypeVar

import msgspec
import structlog
from botloom_contracts.cache import (
    CALLBACK_PREFIX,
    HANDLER_PREFIX,
    KEYBOARD_PREFIX,
    decode_callback,
    decode_handler,
    decode_keyboard,
    keyboard_key,
)
from botloom_contracts.errors import BotloomError
from botloom_contracts.keyboards import KeyboardEntry, KeyboardKind, page_count, reply_markup
from botloom_contracts.matching import (
    CallbackCandidate,
    CallbackMatcher,
    Candidate,
    Matcher,
    callback_candidate,
    candidate,
)
from botloom_contracts.patterns import parse_callback_pattern, parse_pattern

from .actions import decode_action
from .prepared import PreparedContent
from .rules import Rule, Rules, with_changes

log = structlog.stdlib.get_logger()


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


class Snapshot:
    """The cost of a look-up does not grow with the number of rules."""

    __slots__ = (
        "_callbacks", "_handlers", "asks", "callback_rules", "callbacks", "handlers", "keyboards",
        "matcher", "seq",
    )  # fmt: skip

    def __init__(
        self,
        seq: int,
        handlers: Rules[Candidate[Rule], Matcher[Rule]],
        callbacks: Rules[CallbackCandidate[Rule], CallbackMatcher[Rule]],
        keyboards: dict[int, Keyboard],
    ) -> None:
        self.seq = seq
        self._handlers = handlers
        self._callbacks = callbacks
        self.keyboards = keyboards
        self.matcher = handlers.matcher
        self.callbacks = callbacks.matcher
        self.handlers = handlers.by_id
        self.callback_rules = callbacks.by_id
        self.asks = handlers.ask or callbacks.ask
        """Whether a person's next message can be the answer to a question."""

    def __len__(self) -> int:
        return len(self._handlers) + len(self._callbacks) + len(self.keyboards)

    def with_changes(self, seq: int, changes: Mapping[str, bytes | None]) -> "Snapshot":
        """A snapshot where these keys have these values; None where a key is gone."""
        handlers: dict[str, Candidate[Rule] | None] = {}
        callbacks: dict[str, CallbackCandidate[Rule] | None] = {}
        keyboards: dict[int, Keyboard | None] = {}
        for key, value in changes.items():
            if key.startswith(KEYBOARD_PREFIX):
                keyboard_id = _keyboard_id(key)
                if keyboard_id is not None:
                    keyboards[keyboard_id] = _prepared(key, value, _keyboard)
            elif key.startswith(CALLBACK_PREFIX):
                callbacks[key] = _prepared(key, value, _callback)
            else:
                handlers[key] = _prepared(key, value, _handler)
        return Snapshot(
            seq,
            self._handlers.changed(handlers),
            self._callbacks.changed(callbacks),
            with_changes(self.keyboards, keyboards) if keyboards else self.keyboards,
        )

    @property
    def unfolded(self) -> int:
        """How many changes lie over the large indexes: each makes a look-up a little slower."""
        return len(self.matcher) + len(self.callbacks)

    def folded(self) -> "Snapshot":
        """The same with none. Takes long; this snapshot can be used and changed meanwhile."""
        return self._with(self.matcher.folded(), self.callbacks.folded())

    def over(self, other: "Snapshot") -> "Snapshot":
        """The same on the large indexes of another, where less then lies over them."""
        return self._with(self.matcher.over(other.matcher), self.callbacks.over(other.callbacks))

    def _with(self, matcher: Matcher[Rule], callbacks: CallbackMatcher[Rule]) -> "Snapshot":
        return Snapshot(
            self.seq,
            self._handlers.with_matcher(matcher),
            self._callbacks.with_matcher(callbacks),
            self.keyboards,
        )


EMPTY = Snapshot(0, Rules(Matcher()), Rules(CallbackMatcher()), {})


def build_snapshot(seq: int, values: Mapping[str, bytes]) -> Snapshot:
    """From every key of the cache."""
    return EMPTY.with_changes(seq, values)


E = TypeVar("E")


def _prepared(key: str, value: bytes | None, prepare: Callable[[str, bytes], E]) -> E | None:
    """Passes over what can't be read, so that the others still answer."""
    if value is None:
        return None
    try:
        return prepare(key, value)
    except (msgspec.MsgspecError, BotloomError, ValueError, RecursionError) as error:
        log.error("cache_entry_unreadable", key=key, error=str(error))
        return None


def _keyboard_id(key: str) -> int | None:
    number = key.removeprefix(KEYBOARD_PREFIX)
    if not number.isdecimal() or keyboard_key(int(number)) != key:
        log.error("cache_entry_unreadable", key=key, error="the id is no number")
        return None
    return int(number)


def _keyboard(key: str, value: bytes) -> Keyboard:
    return Keyboard(int(key.removeprefix(KEYBOARD_PREFIX)), decode_keyboard(value))


def _handler(key: str, value: bytes) -> Candidate[Rule]:
    handler = decode_handler(value)
    pattern = parse_pattern(key.removeprefix(HANDLER_PREFIX))
    rule = Rule(
        id=handler.id,
        action=decode_action(handler.action),
        content=None if handler.is_empty else PreparedContent(handler),
        handler_id=handler.id,
        pattern=pattern,
        priority=handler.priority,
        key=key,
    )
    return candidate(pattern, rule.priority, rule.id, rule, written=key)


def _callback(key: str, value: bytes) -> CallbackCandidate[Rule]:
    callback = decode_callback(value)
    pattern = parse_callback_pattern(key.removeprefix(CALLBACK_PREFIX))
    rule = Rule(
        id=callback.id,
        action=decode_action(callback.action),
        content=None if callback.is_empty else PreparedContent(callback),
        handler_id=callback.handler_id,
        callback=pattern,
        key=key,
    )
    return callback_candidate(pattern, rule.id, rule, written=key)
