"""What matchers choose from. A candidate is known by its identity, and compared by its rank."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

import msgspec

from ..patterns import Command, Pattern, Rank, rank
from ..patterns.callbacks import CallbackPattern, CallbackRank, callback_rank

T = TypeVar("T")

NOTHING: Mapping[str, str] = MappingProxyType({})


class Match(NamedTuple, Generic[T]):
    target: T
    matched: Mapping[str, str]
    """`1`, `2`, … what the stars of a glob or the groups of a regular expression took, groups by
    their names, too; `payload` the argument of a command.
    """


class Ranked(Protocol):
    @property
    def rank(self) -> Any:
        """Of its kind the least goes first."""


R = TypeVar("R", bound=Ranked)


class Candidate(msgspec.Struct, Generic[T], frozen=True, eq=False):
    """A pattern of a handler, and what it stands for; made by `candidate`."""

    pattern: Pattern
    priority: int
    id: int
    exact: Match[T]
    """What it gives where nothing of the message was left open; made once, for updates are many."""
    rank: Rank

    @property
    def target(self) -> T:
        return self.exact.target


class CallbackCandidate(msgspec.Struct, Generic[T], frozen=True, eq=False):
    """The same of a callback; made by `callback_candidate`."""

    pattern: CallbackPattern
    id: int
    exact: Match[T]
    rank: CallbackRank

    @property
    def target(self) -> T:
        return self.exact.target


def candidate(
    pattern: Pattern, priority: int, handler_id: int, target: T, written: str | None = None
) -> Candidate[T]:
    """`written`: the pattern as it stands in the cache, if it does."""
    matched = NOTHING
    if isinstance(pattern, Command) and len(pattern.parts) == 1:
        matched = {"payload": pattern.parts[0]}
    place = rank(pattern, priority, handler_id, written)
    return Candidate(pattern, priority, handler_id, Match(target, matched), place)


def callback_candidate(
    pattern: CallbackPattern, callback_id: int, target: T, written: str | None = None
) -> CallbackCandidate[T]:
    place = callback_rank(pattern, callback_id, written)
    return CallbackCandidate(pattern, callback_id, Match(target, NOTHING), place)


def ranked(candidates: Iterable[tuple[Pattern, int, int, T]]) -> list[Candidate[T]]:
    """Those that win first."""
    return in_order(candidate(*each) for each in candidates)


def in_order(candidates: Iterable[R]) -> list[R]:
    return sorted(candidates, key=lambda one: one.rank)
