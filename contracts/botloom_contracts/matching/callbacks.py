"""Which callback a press goes to: exact data, then globs with more literal characters."""

from collections.abc import Collection, Iterable
from copy import copy
from operator import attrgetter
from typing import Generic, TypeVar

from ..patterns.callbacks import CallbackPattern
from .candidates import CallbackCandidate, Match, callback_candidate, in_order
from .expressions import numbered
from .firsts import Firsts
from .globs import GlobHit, GlobIndex
from .layers import Layers

T = TypeVar("T")


class CallbackGlobs(Generic[T]):
    __slots__ = ("candidates", "index")

    def __init__(self, candidates: Iterable[CallbackCandidate[T]]) -> None:
        self.candidates = frozenset(candidates)
        self.index = GlobIndex((one, one.pattern.parts) for one in in_order(self.candidates))


class CallbackMatcher(Generic[T]):
    """Immutable: safe to share between tasks."""

    __slots__ = ("_exact", "_globs")

    def __init__(self, candidates: Iterable[tuple[CallbackPattern, int, T]] = ()) -> None:
        """`candidates`: pattern, id and what the pattern stands for, in any order."""
        come = [callback_candidate(*each) for each in candidates]
        exact: Firsts[str, CallbackCandidate[T]] = Firsts(attrgetter("rank"))
        self._exact = exact.changed([], _exact(come))
        self._globs: Layers[CallbackCandidate[T], CallbackGlobs[T]]
        self._globs = Layers(CallbackGlobs, CallbackGlobs(_globs(come)))

    def __len__(self) -> int:
        """How many changes lie over the large index."""
        return len(self._globs)

    def match(self, data: str) -> Match[T] | None:
        """`data` is compared as it is; the stars' parts are `1`, `2`, … of the match."""
        exact = self._exact.first.get(data)
        if exact is not None:
            return exact.exact
        hit = self._first(data)
        return None if hit is None else Match(hit.candidate.target, numbered(hit.stars))

    def _first(self, data: str) -> GlobHit[CallbackCandidate[T]] | None:
        globs = self._globs
        hit = globs.base.index.first(data, globs.gone)
        if globs.recent is None:
            return hit
        recent = globs.recent.index.first(data)
        if hit is None or (recent is not None and recent.candidate.rank < hit.candidate.rank):
            return recent
        return hit

    def all_that_match(self, data: str) -> list[CallbackCandidate[T]]:
        """In the order in which they would take it."""
        globs = self._globs
        found = [one for one in globs.base.index.matching(data) if one not in globs.gone]
        if globs.recent is not None:
            found += globs.recent.index.matching(data)
        return in_order([*self._exact.all(data), *found])

    def changed(
        self, gone: Collection[CallbackCandidate[T]], come: Collection[CallbackCandidate[T]]
    ) -> "CallbackMatcher[T]":
        """Without those that are gone, which must be of this matcher, and with those that come."""
        return self._with(
            self._exact.changed(_exact(gone), _exact(come)),
            self._globs.changed(_globs(gone), _globs(come)),
        )

    def folded(self) -> "CallbackMatcher[T]":
        """The same with one index, which takes long to build."""
        return self._with(self._exact, self._globs.folded())

    def over(self, other: "CallbackMatcher[T]") -> "CallbackMatcher[T]":
        """The same on the large index of another, if that makes it smaller."""
        return self._with(self._exact, self._globs.over(other._globs))

    def _with(
        self,
        exact: Firsts[str, CallbackCandidate[T]],
        globs: Layers[CallbackCandidate[T], CallbackGlobs[T]],
    ) -> "CallbackMatcher[T]":
        made = copy(self)
        made._exact, made._globs = exact, globs
        return made


def _exact(
    candidates: Iterable[CallbackCandidate[T]],
) -> list[tuple[str, CallbackCandidate[T]]]:
    return [(one.pattern.parts[0], one) for one in candidates if one.pattern.is_exact]


def _globs(candidates: Iterable[CallbackCandidate[T]]) -> list[CallbackCandidate[T]]:
    return [one for one in candidates if not one.pattern.is_exact]
