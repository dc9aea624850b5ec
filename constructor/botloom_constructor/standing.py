"""Where a reply keyboard surely stands below the chat. Pure.

Telegram keeps it there until another takes its place, it is removed, or, where it is `one_time`,
it is used: https://core.telegram.org/bots/api#replykeyboardmarkup
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

from .lint import LintedKeyboard
from .steps import Action, Ask, Random, Show, Step, When


class Change(IntEnum):
    """What becomes of the keyboard; of several ways the smallest holds for all of them."""

    GONE = 0
    KEPT = 1
    SHOWN = 2
    NEVER = 3
    """There is no such way."""

    def then(self, other: "Change") -> "Change":
        return self if other == Change.KEPT or self == Change.NEVER else other


class Outcome(NamedTuple):
    through: Change
    """Where the steps are run to their end."""
    ended: Change = Change.NEVER
    """Where a step ends the run."""

    @property
    def total(self) -> Change:
        return min(self)


UNKNOWN = Outcome(Change.GONE, Change.GONE)


def change_by(keyboard: LintedKeyboard | None) -> Change:
    """What sending content with it does."""
    if keyboard is None or keyboard.kind == "inline":
        return Change.KEPT
    stays = keyboard.kind == "reply" and bool(keyboard.buttons) and not keyboard.one_time
    return Change.SHOWN if stays else Change.GONE


class Shown(NamedTuple):
    """That a step shows a handler, after what its action did until then."""

    handler_id: int
    before: Change


class _Walk:
    """Over the steps of one action."""

    def __init__(self, content: Change, outcomes: Mapping[int, Outcome]) -> None:
        self._content = content
        self._outcomes = outcomes
        self.shown: list[Shown] = []

    def run(self, action: Sequence[Step], before: Change = Change.KEPT) -> Outcome:
        ended = Change.NEVER
        for step in action:
            found = self._step(step, before)
            before, ended = found.through, min(ended, found.ended)
            if before == Change.NEVER:
                break
        return Outcome(before, ended)

    def _step(self, step: Step, before: Change) -> Outcome:
        if step.ends:
            return Outcome(Change.NEVER, before)
        if step.sends_content:
            return Outcome(before.then(self._content))
        if isinstance(step, Show):
            self.shown.append(Shown(step.handler_id, before))
            # One that is gone shows nothing.
            other = self._outcomes.get(step.handler_id, Outcome(Change.KEPT))
            return Outcome(before.then(other.through), before.then(other.ended))
        if isinstance(step, Ask):
            return self._ask(step, before)
        ways = [self.run(steps, before) for _, steps in step.branches()]
        if not isinstance(step, When | Random):
            ways.append(Outcome(before))
        return Outcome(min(one.through for one in ways), min(one.ended for one in ways))

    def _ask(self, step: Ask, before: Change) -> Outcome:
        """Its own buttons take the keyboard's place, and go with the answer."""
        has_buttons = bool(step.choices) or step.answer == "phone" or step.cancel is not None
        asked = Change.GONE if has_buttons else before
        ended = Change.NEVER
        if step.on_cancel:
            ended = self.run(step.on_cancel, asked).total
        elif step.cancel is not None:
            ended = Change.GONE
        if step.on_timeout:
            ended = min(ended, self.run(step.on_timeout, asked).total)
        return Outcome(asked, ended)


def outcomes_of(actions: Mapping[int, Action], content: Mapping[int, Change]) -> dict[int, Outcome]:
    """Of the handlers' actions, which may show one another. A loop leaves nothing for sure."""
    outcomes = dict.fromkeys(actions, UNKNOWN)
    showing: defaultdict[int, set[int]] = defaultdict(set)
    waiting = list(actions)
    while waiting:
        number = waiting.pop()
        outcome, shown = walked(actions[number], content[number], outcomes)
        for one in shown:
            showing[one.handler_id].add(number)
        if outcome != outcomes[number]:
            outcomes[number] = outcome
            waiting += showing.get(number, ())
    return outcomes


def walked(
    action: Action, content: Change, outcomes: Mapping[int, Outcome]
) -> tuple[Outcome, list[Shown]]:
    """`content` is what sending the action's own content does."""
    walk = _Walk(content, outcomes)
    return walk.run(action), walk.shown
