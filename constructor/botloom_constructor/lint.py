"""What is allowed, but hardly meant: rules that nobody reaches, buttons that do nothing. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec
from botloom_contracts.keyboards import ButtonKind, KeyboardKind
from botloom_contracts.matching import CallbackMatcher
from botloom_contracts.overlap import never_wins, overlaps
from botloom_contracts.patterns import (
    CallbackPattern,
    Command,
    Fallback,
    Pattern,
    parse_callback_pattern,
    parse_pattern,
)
from botloom_contracts.placeholder_grammar import placeholders_in

from .actions import shown_handlers, walk
from .steps import Action, Ask, Request, Set, Step, When
from .steps.conditions import Variable
from .values import VARIABLE_PREFIX

Entity = Literal["handler", "callback", "button", "keyboard"]
Code = Literal[
    "never_wins",
    "overlap",
    "callback_without_button",
    "button_without_callback",
    "button_unplaced",
    "keyboard_unreached",
    "handler_unreached",
    "variable_never_set",
    "no_fallback",
    "no_start",
]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    code: Code
    detail: str
    entity: Entity | None = None
    id: int | None = None
    name: str | None = None
    """Pattern, callback data, label or name, by which people know it."""
    other_id: int | None = None
    """Of the same kind: what is in the way."""
    other_name: str | None = None
    witness: str | None = None
    """A text that shows it."""


class LintedHandler(msgspec.Struct, frozen=True):
    id: int
    pattern: str
    priority: int
    enabled: bool
    action: Action
    message: str | None
    keyboard_id: int | None


class LintedCallback(msgspec.Struct, frozen=True):
    id: int
    callback_data: str
    enabled: bool
    action: Action
    handler_id: int | None


class LintedButton(msgspec.Struct, frozen=True):
    id: int
    label: str
    data: str | None
    """Of a callback button; None of the others."""
    kind: ButtonKind = "callback"
    url: str | None = None


class LintedKeyboard(msgspec.Struct, frozen=True):
    id: int
    name: str
    buttons: frozenset[int]
    kind: KeyboardKind = "inline"
    one_time: bool = False


class Configuration(msgspec.Struct, frozen=True):
    """All of it."""

    handlers: Sequence[LintedHandler]
    callbacks: Sequence[LintedCallback]
    buttons: Sequence[LintedButton]
    keyboards: Sequence[LintedKeyboard]


def lint(found: Configuration) -> list[Finding]:
    live = [handler for handler in found.handlers if handler.enabled]
    patterns = [(parse_pattern(h.pattern), h.priority, h.id, h.id) for h in live]
    reached = _reached_handlers(found)
    names = _names(found)
    findings = (
        *_missing(pattern for pattern, *_ in patterns),
        *_contested(patterns),
        *_buttons(found),
        *_callbacks(found),
        *_unreached(found, reached),
        *_variables(found),
    )
    return [
        msgspec.structs.replace(
            one,
            name=names.get((one.entity, one.id)),
            other_name=names.get((one.entity, one.other_id)),
        )
        for one in findings
    ]


def _names(found: Configuration) -> dict[tuple[Entity | None, int | None], str]:
    return {
        **{("handler", one.id): one.pattern for one in found.handlers},
        **{("callback", one.id): one.callback_data for one in found.callbacks},
        **{("button", one.id): one.label for one in found.buttons},
        **{("keyboard", one.id): one.name for one in found.keyboards},
    }


def _missing(patterns: Iterable[Pattern]) -> Iterator[Finding]:
    known = set(patterns)
    if Command("start") not in known:
        detail = "there is no /start, with which every conversation begins"
        yield Finding(code="no_start", detail=detail)
    if Fallback() not in known:
        detail = "there is no fallback (*): what nothing takes is not answered"
        yield Finding(code="no_fallback", detail=detail)


def _contested(patterns: Sequence[tuple[Pattern, int, int, int]]) -> Iterator[Finding]:
    hopeless: set[int] = set()
    for loser, winner, witness in never_wins(patterns):
        hopeless.add(loser.id)
        yield Finding(
            code="never_wins",
            entity="handler",
            id=loser.id,
            other_id=winner.id,
            witness=witness,
            detail=f"can never win: handler {winner.id} takes all that it matches",
        )
    for winner, loser, text in overlaps(patterns).found:
        if loser.id not in hopeless:
            yield Finding(
                code="overlap",
                entity="handler",
                id=loser.id,
                other_id=winner.id,
                witness=text,
                detail=f"handler {winner.id} takes some of what it matches",
            )


def _buttons(found: Configuration) -> Iterator[Finding]:
    placed = {button for keyboard in found.keyboards for button in keyboard.buttons}
    callbacks: CallbackMatcher[int] = CallbackMatcher(
        (parse_callback_pattern(callback.callback_data), callback.id, callback.id)
        for callback in found.callbacks
        if callback.enabled
    )
    for button in found.buttons:
        if button.data is not None and callbacks.match(button.data) is None:
            detail = f"no callback takes {button.data!r}: a press says that it no longer works"
            yield Finding(
                code="button_without_callback", entity="button", id=button.id, detail=detail
            )
        if button.id not in placed:
            yield Finding(
                code="button_unplaced",
                entity="button",
                id=button.id,
                detail="stands on no keyboard",
            )


def _callbacks(found: Configuration) -> Iterator[Finding]:
    placed = {button for keyboard in found.keyboards for button in keyboard.buttons}
    sent = [b.data for b in found.buttons if b.data is not None and b.id in placed]
    exact = set(sent)
    for callback in found.callbacks:
        if not callback.enabled:
            continue
        pattern = parse_callback_pattern(callback.callback_data)
        if not _is_sent(pattern, exact, sent):
            detail = f"no button on a keyboard sends {callback.callback_data!r}"
            yield Finding(
                code="callback_without_button", entity="callback", id=callback.id, detail=detail
            )


def _is_sent(pattern: CallbackPattern, exact: set[str], sent: Sequence[str]) -> bool:
    if pattern.is_exact:
        return pattern.parts[0] in exact
    matcher = CallbackMatcher([(pattern, 1, 1)])
    return any(matcher.match(data) is not None for data in sent)


def _reached_handlers(found: Configuration) -> set[int]:
    """Handlers that a pattern, a callback or a step leads to."""
    handlers = {handler.id: handler for handler in found.handlers}
    waiting = [handler.id for handler in found.handlers if handler.enabled]
    for callback in found.callbacks:
        if callback.enabled:
            waiting += [shown for _, shown in shown_handlers(callback.action)]
            waiting += [callback.handler_id] if callback.handler_id is not None else []
    reached: set[int] = set()
    while waiting:
        handler_id = waiting.pop()
        if handler_id in reached or handler_id not in handlers:
            continue
        reached.add(handler_id)
        waiting += [shown for _, shown in shown_handlers(handlers[handler_id].action)]
    return reached


def _unreached(found: Configuration, reached: set[int]) -> Iterator[Finding]:
    shown = {h.keyboard_id for h in found.handlers if h.id in reached}
    for handler in found.handlers:
        if handler.id not in reached:
            detail = "is disabled, and neither a callback nor a step shows it"
            yield Finding(code="handler_unreached", entity="handler", id=handler.id, detail=detail)
    for keyboard in found.keyboards:
        if keyboard.id not in shown:
            detail = "no handler that can be reached shows it"
            yield Finding(
                code="keyboard_unreached", entity="keyboard", id=keyboard.id, detail=detail
            )


def _variables(found: Configuration) -> Iterator[Finding]:
    rules: list[tuple[Entity, int, Action, str]] = [
        ("handler", h.id, h.action, h.message or "") for h in found.handlers
    ]
    rules += [("callback", c.id, c.action, "") for c in found.callbacks]
    known = {name for _, _, action, _ in rules for step in walk(action) for name in _sets(step)}
    for entity, rule_id, action, message in rules:
        source = message + msgspec.json.encode(action).decode()
        used = {
            placeholder.name.removeprefix(VARIABLE_PREFIX)
            for placeholder in placeholders_in(source)
            if placeholder.name.startswith(VARIABLE_PREFIX)
        }
        used |= {name for step in walk(action) for name in _compares(step)}
        for name in sorted(used - known):
            yield Finding(
                code="variable_never_set",
                entity=entity,
                id=rule_id,
                detail=f"uses the variable {name}, which no step sets",
            )


def _compares(step: Step) -> Iterable[str]:
    conditions = step.conditions if isinstance(step, When) else ()
    return (condition.name for condition in conditions if isinstance(condition, Variable))


def _sets(step: Step) -> Iterable[str]:
    match step:
        case Set() | Ask():
            return (step.variable,)
        case Request():
            return step.save
        case _:
            return ()
