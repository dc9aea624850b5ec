"""Handlers and callbacks as a gateway runs them, and how they are found. Immutable."""

from collections.abc import Collection, Mapping
from operator import attrgetter
from typing import Any, Generic, NamedTuple, Protocol, Self, TypeVar

from botloom_contracts.matching import CallbackCandidate, Candidate, Firsts
from botloom_contracts.patterns import CallbackPattern, Pattern

from .actions import walk
from .prepared import PreparedContent
from .steps import Action, Ask


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
    key: str = ""
    """Under which it stands in the cache."""


C = TypeVar("C", Candidate[Rule], CallbackCandidate[Rule])


class RuleMatcher(Protocol):
    """`Matcher` or `CallbackMatcher`."""

    def changed(self, gone: Collection[Any], come: Collection[Any]) -> Self: ...


K = TypeVar("K")
V = TypeVar("V")
M = TypeVar("M", bound=RuleMatcher)


class Rules(Generic[C, M]):
    """Those of one kind."""

    __slots__ = ("_asking", "_by_id", "_candidates", "matcher")

    def __init__(
        self,
        matcher: M,
        candidates: dict[str, C] | None = None,
        by_id: Firsts[int, Rule] | None = None,
        asking: int = 0,
    ) -> None:
        self.matcher = matcher
        # By key, not by id: while a handler is renamed, the cache has it under both patterns.
        self._candidates: dict[str, C] = {} if candidates is None else candidates
        self._by_id: Firsts[int, Rule] = Firsts(attrgetter("key")) if by_id is None else by_id
        self._asking = asking

    def __len__(self) -> int:
        return len(self._candidates)

    @property
    def by_id(self) -> Mapping[int, Rule]:
        return self._by_id.first

    @property
    def ask(self) -> bool:
        """Whether a person's next message can be the answer to a question of one of them."""
        return self._asking > 0

    def changed(self, changes: Mapping[str, C | None]) -> "Rules[C, M]":
        """With these candidates under these keys; None where nothing stands any more."""
        gone = [self._candidates[key] for key in changes if key in self._candidates]
        come = [candidate for candidate in changes.values() if candidate is not None]
        if not gone and not come:
            return self
        before, after = [one.target for one in gone], [one.target for one in come]
        return Rules(
            self.matcher.changed(gone, come),
            with_changes(self._candidates, changes),
            self._by_id.changed(
                [(rule.id, rule) for rule in before], [(rule.id, rule) for rule in after]
            ),
            self._asking - sum(map(_asks, before)) + sum(map(_asks, after)),
        )

    def with_matcher(self, matcher: M) -> "Rules[C, M]":
        return Rules(matcher, self._candidates, self._by_id, self._asking)


def with_changes(before: dict[K, V], changes: Mapping[K, V | None]) -> dict[K, V]:
    """A copy where these keys have these values; None where a key is gone."""
    after = before.copy()
    for key, value in changes.items():
        if value is None:
            after.pop(key, None)
        else:
            after[key] = value
    return after


def _asks(rule: Rule) -> bool:
    return any(isinstance(step, Ask) for step in walk(rule.action))
