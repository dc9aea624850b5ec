"""One run of an action: the calls that it makes, step by step, and where it stands."""

from collections.abc import Mapping
from datetime import datetime
from random import Random
from types import MappingProxyType
from typing import NamedTuple, cast

import msgspec

from .calls import Call
from .effects import Effect, LoadVariables, Pause, Question
from .identity import Identity
from .prepared import PreparedContent
from .rules import Rule
from .snapshot import Snapshot
from .steps import Action, Step
from .templates import template
from .trigger import Trigger
from .values import VariablesNeededError, value_of

STEPS_MAX = 200
"""Of one run: bounds actions that show one another, and choose among many."""

_LASTING = (Pause, Question)
"""Telegram does not wait so long for the answer to a press."""

_random = Random()  # noqa: S311 - of weighted choices, not of secrets

NOTHING: Mapping[str, str] = MappingProxyType({})


class Frame:
    """An action under way: its rule has the content that steps send."""

    __slots__ = ("index", "rule", "steps")

    def __init__(self, rule: Rule, steps: tuple[Step, ...]) -> None:
        self.rule = rule
        self.steps = steps
        self.index = 0

    @property
    def rest(self) -> Action:
        return cast("Action", self.steps[self.index :])


class Traced(NamedTuple):
    """A step that was run, and the rule whose action it belongs to."""

    step: Step
    rule: Rule


class Run:
    """`calls` are to be made in their order. `changed` are variables to be saved, None for one
    that is gone. `variables` is None until they are loaded. `trace` gets every step that is run,
    where it is a list."""

    __slots__ = (
        "answered", "calls", "changed", "executed", "frames", "identity", "matched", "now",
        "random", "shown", "snapshot", "trace", "trigger", "variables",
    )  # fmt: skip

    def __init__(
        self,
        trigger: Trigger,
        snapshot: Snapshot,
        identity: Identity,
        now: datetime,
        matched: Mapping[str, str] = NOTHING,
    ) -> None:
        self.trigger: Trigger = trigger
        self.snapshot = snapshot
        self.identity: Identity = identity
        self.now: datetime = now
        self.matched: Mapping[str, str] = matched
        self.variables: dict[str, str] | None = None
        self.changed: dict[str, str | None] = {}
        self.calls: list[Call] = []
        self.frames: list[Frame] = []
        self.random = _random
        self.trace: list[Traced] | None = None
        self.answered = False
        self.executed = 0
        self.shown = 0

    @property
    def content(self) -> PreparedContent | None:
        return self.frames[-1].rule.content

    def text(self, source: str, parse_mode: str | None = None) -> str:
        """`source` with its placeholders filled in."""
        return template(source, parse_mode).render(self)

    def value(self, name: str, /) -> str:
        """What stands for a placeholder, empty where there is nothing."""
        return value_of(self, name)

    def call(self, method: str, **params: object) -> None:
        self.calls.append(Call(method, params))

    def enter(self, steps: tuple[Step, ...], rule: Rule | None = None) -> None:
        """Run these steps next, with the content of `rule`, or else with the present content."""
        if steps:
            self.frames.append(Frame(rule or self.frames[-1].rule, steps))

    def set(self, name: str, value: str) -> None:
        if self.variables is None:
            raise VariablesNeededError
        self.variables[name] = self.changed[name] = value

    def answer(self, **params: object) -> None:
        """Answer the press. Telegram shows only the first answer."""
        if not self.answered:
            self.answered = True
            query = {"callback_query_id": self.trigger.query_id, **params}
            self.calls.append(Call("answerCallbackQuery", query))

    def take_calls(self) -> list[Call]:
        calls, self.calls = self.calls, []
        return calls


def proceed(run: Run) -> Effect | None:
    """Run steps until one needs the outside. None when the run has ended."""
    effect = _advance(run)
    # Telegram's applications show a spinner on the button until the query is answered.
    if run.trigger.query_id is not None and (effect is None or isinstance(effect, _LASTING)):
        run.answer()
    return effect


def _advance(run: Run) -> Effect | None:
    frames = run.frames
    while frames:
        frame = frames[-1]
        if frame.index == len(frame.steps) or run.executed >= STEPS_MAX:
            frames.pop()
            continue
        step = frame.steps[frame.index]
        frame.index += 1
        run.executed += 1
        made = len(run.calls)
        try:
            effect = step.run(run)
        except VariablesNeededError:
            frame.index -= 1
            run.executed -= 1
            del run.calls[made:]
            return LoadVariables()
        if run.trace is not None:
            run.trace.append(Traced(step, frame.rule))
        if effect is not None:
            return effect
    return None


class SavedFrame(msgspec.Struct, frozen=True, omit_defaults=True):
    """The steps that are left, and the rule whose content they send."""

    steps: Action
    handler: int | None = None
    callback: int | None = None


class SavedRun(msgspec.Struct, frozen=True, omit_defaults=True):
    trigger: Trigger
    frames: tuple[SavedFrame, ...]
    matched: dict[str, str] = {}


def save(run: Run) -> SavedRun:
    """What is left of the run. Its press counts as answered: Telegram does not wait that long."""
    return SavedRun(
        trigger=msgspec.structs.replace(run.trigger, query_id=None),
        frames=tuple(_saved(frame) for frame in run.frames),
        matched=dict(run.matched),
    )


def _saved(frame: Frame) -> SavedFrame:
    if frame.rule.callback is not None:
        return SavedFrame(frame.rest, callback=frame.rule.id)
    return SavedFrame(frame.rest, handler=frame.rule.id)


def restore(saved: SavedRun, snapshot: Snapshot, identity: Identity, now: datetime) -> Run:
    """A run that goes on where `saved` stood, with the content of today's configuration."""
    run = Run(saved.trigger, snapshot, identity, now, saved.matched)
    for frame in saved.frames:
        rules = snapshot.handlers if frame.callback is None else snapshot.callback_rules
        key = frame.handler if frame.callback is None else frame.callback
        # Where the rule was deleted meanwhile, its steps still run, without a content.
        rule = rules.get(key or 0) or Rule(key or 0, frame.steps, None, None)
        run.frames.append(Frame(rule, frame.steps))
    return run
