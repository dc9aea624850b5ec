"""What leads where in a bot: from handlers to keyboards, buttons, callbacks, handlers again. Pure.

Who takes what a button sends is decided by the matchers of the gateways.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple
from urllib.parse import parse_qs, urlsplit

from botloom_contracts.matching import CallbackMatcher, Match, Matcher
from botloom_contracts.patterns import (
    Command,
    Occurrence,
    parse_callback_pattern,
    parse_pattern,
)

from .actions import sends_content, shown_handlers, walk
from .lint import (
    Configuration,
    Entity,
    LintedButton,
    LintedCallback,
    LintedHandler,
    LintedKeyboard,
)
from .standing_ways import standing_after
from .steps import Action, Ask, Delete, Show, Step, Wait

EdgeKind = Literal[
    "shows_keyboard",
    "has_button",
    "pressed",
    "says",
    "links",
    "shows_content",
    "shows_handler",
]


class Node(NamedTuple):
    entity: Entity
    id: int


class Counted(NamedTuple):
    """What is counted where an edge is used: a handler's or a callback's uses, presses of data."""

    of: Literal["handler", "callback", "data"]
    key: int | str


class Edge(NamedTuple):
    kind: EdgeKind
    source: Node
    target: Node
    counted: Counted | None
    """None where no count tells how often it is used."""


class BotMap(NamedTuple):
    edges: list[Edge]
    dead_ends: list[Node]
    """After which a person can neither press nor answer anything; see `standing_after`."""
    data_of: Mapping[int, str]
    """Of callback buttons: what their presses are counted by, where no other button sends it."""
    callbacks: CallbackMatcher[int]
    """The ids of those that take presses."""


def draw(found: Configuration, username: str) -> BotMap:
    """`username` is the bot's, as links name it."""
    return _Drawing(found, username).drawn()


class _Drawing:
    def __init__(self, found: Configuration, username: str) -> None:
        self._found = found
        self._username = username.lower()
        self._handlers = {one.id: one for one in found.handlers}
        self._keyboards = {one.id: one for one in found.keyboards}
        self._buttons = {one.id: one for one in found.buttons}
        self._takes_press: CallbackMatcher[int] = CallbackMatcher(
            (parse_callback_pattern(one.callback_data), one.id, one.id)
            for one in found.callbacks
            if one.enabled
        )
        self._takes_message: Matcher[int] = Matcher(
            (parse_pattern(one.pattern), one.priority, one.id, one.id)
            for one in found.handlers
            if one.enabled
        )
        senders = Counter(one.data for one in found.buttons if one.data is not None)
        self._data_of = {
            one.id: one.data
            for one in found.buttons
            if one.data is not None and senders[one.data] == 1
        }
        self._placed = Counter(one for keyboard in found.keyboards for one in keyboard.buttons)

    def drawn(self) -> BotMap:
        edges = [
            *(edge for one in self._found.handlers for edge in self._of_handler(one)),
            *(edge for one in self._found.keyboards for edge in self._of_keyboard(one)),
            *(edge for one in self._found.buttons for edge in self._of_button(one)),
            *(edge for one in self._found.callbacks for edge in self._of_callback(one)),
        ]
        dead_ends = [*self._dead_ends(edges)]
        return BotMap(edges, dead_ends, self._data_of, self._takes_press)

    def _of_handler(self, handler: LintedHandler) -> Iterator[Edge]:
        source, uses = Node("handler", handler.id), Counted("handler", handler.id)
        if handler.keyboard_id in self._keyboards:
            target = Node("keyboard", handler.keyboard_id)
            yield Edge("shows_keyboard", source, target, uses)
        yield from self._of_action(source, handler.action, uses)

    def _of_keyboard(self, keyboard: LintedKeyboard) -> Iterator[Edge]:
        for button_id in sorted(keyboard.buttons & self._buttons.keys()):
            counted = self._presses(button_id) if self._placed[button_id] == 1 else None
            target = Node("button", button_id)
            yield Edge("has_button", Node("keyboard", keyboard.id), target, counted)

    def _of_button(self, button: LintedButton) -> Iterator[Edge]:
        source = Node("button", button.id)
        if button.data is not None:
            callback = self._takes_press.match(button.data)
            if callback is not None:
                counted = self._presses(button.id)
                yield Edge("pressed", source, Node("callback", callback.target), counted)
            return
        kind, handler_id = self._message_of(button)
        if handler_id is not None:
            yield Edge(kind, source, Node("handler", handler_id), None)

    def _message_of(self, button: LintedButton) -> tuple[EdgeKind, int | None]:
        """Which handler takes what a press sends as a message."""
        matcher = self._takes_message
        taken: Match[int] | None = None
        match button.kind:
            case "text":
                taken = matcher.match(button.label)
            case "request_contact" | "request_location" | "request_poll":
                taken = matcher.match_kind(button.kind.removeprefix("request_"))
            case "url":
                payload = self._payload(button.url or "")
                if payload is None:
                    return "links", None
                taken = matcher.match(f"/start {payload}")
                return "links", matcher.fallback if taken is None else taken.target
            case _:
                return "says", None
        return "says", matcher.fallback if taken is None else taken.target

    def _payload(self, url: str) -> str | None:
        """Of a deep link to the bot itself: https://core.telegram.org/api/links#bot-links"""
        try:
            parts = urlsplit(url)
        except ValueError:
            return None
        if parts.hostname not in ("t.me", "telegram.me") or not parts.path:
            return None
        if parts.path.strip("/").lower() != self._username:
            return None
        return parse_qs(parts.query).get("start", [None])[0]

    def _of_callback(self, callback: LintedCallback) -> Iterator[Edge]:
        source, uses = Node("callback", callback.id), Counted("callback", callback.id)
        if callback.handler_id in self._handlers:
            target = Node("handler", callback.handler_id)
            yield Edge("shows_content", source, target, uses)
        yield from self._of_action(source, callback.action, uses)

    def _of_action(self, source: Node, action: Action, uses: Counted) -> Iterator[Edge]:
        certain = {step.handler_id for step in _certain(action) if isinstance(step, Show)}
        for handler_id in dict.fromkeys(one for _, one in shown_handlers(action)):
            if handler_id in self._handlers:
                counted = uses if handler_id in certain else None
                yield Edge("shows_handler", source, Node("handler", handler_id), counted)

    def _presses(self, button_id: int) -> Counted | None:
        data = self._data_of.get(button_id)
        return None if data is None else Counted("data", data)

    def _dead_ends(self, edges: Sequence[Edge]) -> Iterator[Node]:
        shown_by: defaultdict[Node, list[Node]] = defaultdict(list)
        leading: set[Node] = set()
        for edge in edges:
            leading.add(edge.source)
            if edge.kind == "shows_handler":
                shown_by[edge.target].append(edge.source)
        going_on = self._going_on_by_themselves()
        waiting = list(going_on)
        while waiting:
            for source in shown_by.get(waiting.pop(), ()):
                if source not in going_on:
                    going_on.add(source)
                    waiting.append(source)
        standing = standing_after(self._found, edges, self._starts())
        going_on |= {Node(*place) for place in standing}
        for handler in self._found.handlers:
            node = Node("handler", handler.id)
            is_run = handler.enabled or node in shown_by
            # Nobody waits for an answer to what occurs.
            if is_run and node not in going_on and not _occurs(handler):
                yield node
        for callback in self._found.callbacks:
            node = Node("callback", callback.id)
            if callback.enabled and node not in going_on:
                yield node
        for button in self._found.buttons:
            node = Node("button", button.id)
            sends = button.kind in ("callback", "text") and self._placed[button.id] > 0
            if sends and node not in leading:
                yield node

    def _starts(self) -> set[int]:
        """The handlers that a person may meet first."""
        taken = self._takes_message.match("/start")
        first = self._takes_message.fallback if taken is None else taken.target
        return {
            one.id for one in self._found.handlers if one.enabled and _is_start(one.pattern)
        } | ({first} if first is not None else set())

    def _going_on_by_themselves(self) -> set[Node]:
        """Handlers and callbacks that ask something, or leave buttons to press."""
        found: set[Node] = set()
        for handler in self._found.handlers:
            if _asks(handler.action) or (
                sends_content(handler.action) and self._has_buttons(handler)
            ):
                found.add(Node("handler", handler.id))
        for callback in self._found.callbacks:
            action, shown = callback.action, self._handlers.get(callback.handler_id or 0)
            replaces = sends_content(action) or any(isinstance(one, Delete) for one in walk(action))
            shows = any(True for _ in shown_handlers(action))
            # What neither replaces the message nor sends another leaves its buttons there.
            if (
                _asks(action)
                or not (replaces or shows)
                or (sends_content(action) and shown is not None and self._has_buttons(shown))
            ):
                found.add(Node("callback", callback.id))
        return found

    def _has_buttons(self, handler: LintedHandler) -> bool:
        keyboard = self._keyboards.get(handler.keyboard_id or 0)
        return keyboard is not None and keyboard.kind != "remove" and bool(keyboard.buttons)


def _asks(action: Action) -> bool:
    return any(isinstance(step, Ask) for step in walk(action))


def _is_start(pattern: str) -> bool:
    parsed = parse_pattern(pattern)
    return isinstance(parsed, Command) and parsed.name == "start"


def _occurs(handler: LintedHandler) -> bool:
    return isinstance(parse_pattern(handler.pattern), Occurrence)


def _certain(action: Action) -> Iterator[Step]:
    """Those that run whenever the action does."""
    for step in action:
        yield step
        if step.ends or isinstance(step, Ask | Wait) or any(steps for _, steps in step.branches()):
            return
