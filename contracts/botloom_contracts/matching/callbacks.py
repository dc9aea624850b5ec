"""Which callback a press goes to: exact data, then globs with more literal characters."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from ..patterns.callbacks import CallbackPattern, callback_rank
from .expressions import numbered
from .globs import GlobIndex
from .matcher import NOTHING, Match

T = TypeVar("T")


class CallbackMatcher(Generic[T]):
    """Immutable once built; safe to share between tasks."""

    __slots__ = ("_exact", "_globs", "_targets")

    def __init__(self, candidates: Iterable[tuple[CallbackPattern, int, T]]) -> None:
        """`candidates`: pattern, id and what the pattern stands for, in any order."""
        ranked = sorted(candidates, key=lambda c: callback_rank(c[0], c[1]))
        self._targets = [target for _, _, target in ranked]
        self._exact: dict[str, Match[T]] = {}
        globs = []
        for position, (pattern, _, target) in enumerate(ranked):
            if pattern.is_exact:
                self._exact.setdefault(pattern.parts[0], Match(target, NOTHING))
            else:
                globs.append((position, pattern.parts))
        self._globs = GlobIndex(globs)

    def match(self, data: str) -> Match[T] | None:
        """`data` is compared as it is; the stars' parts are `1`, `2`, … of the match."""
        exact = self._exact.get(data)
        if exact is not None:
            return exact
        hit = self._globs.first(data)
        return None if hit is None else Match(self._targets[hit.position], numbered(hit.stars))
