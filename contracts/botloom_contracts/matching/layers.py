"""Indexes that take long to build, of candidates that change one by one.

What is large stays as it was built. What came since is in a small index of its own, which is
searched beside it, and what is gone is passed over. `folded` builds one of both.
"""

from collections.abc import Callable, Iterable
from typing import Any, Generic, Protocol, TypeVar

from .candidates import R


class Index(Protocol):
    @property
    def candidates(self) -> frozenset[Any]: ...


I = TypeVar("I", bound=Index)  # noqa: E741 - next to R


class Layers(Generic[R, I]):
    """Never changed: `changed`, `folded` and `over` make others."""

    __slots__ = ("_make", "base", "gone", "recent")

    def __init__(
        self,
        make: Callable[[Iterable[R]], I],
        base: I,
        gone: frozenset[R] = frozenset(),
        recent: I | None = None,
    ) -> None:
        self._make = make
        self.base = base
        self.gone = gone
        """Of the base."""
        self.recent = recent

    def __len__(self) -> int:
        """Of what lies over the base."""
        return len(self.gone) + len(self._recent())

    def _recent(self) -> frozenset[R]:
        return frozenset() if self.recent is None else self.recent.candidates

    def candidates(self) -> frozenset[R]:
        return (self.base.candidates - self.gone) | self._recent()

    def changed(self, gone: Iterable[R], come: Iterable[R]) -> "Layers[R, I]":
        gone, come = frozenset(gone), frozenset(come)
        if not gone and not come:
            return self
        recent = (self._recent() - gone) | come
        if not self.base.candidates:
            return Layers(self._make, self._make(recent))
        return self._with(self.base, self.gone | (gone & self.base.candidates), recent)

    def folded(self) -> "Layers[R, I]":
        """The same in one. Takes long."""
        return Layers(self._make, self._make(self.candidates())) if len(self) else self

    def over(self, other: "Layers[R, I]") -> "Layers[R, I]":
        """The same on the base of another, where less then lies over it."""
        if other.base is self.base:
            return self
        mine, others = self.candidates(), other.base.candidates
        gone, recent = others - mine, mine - others
        if len(gone) + len(recent) >= len(self):
            return self
        return self._with(other.base, gone, recent)

    def _with(self, base: I, gone: frozenset[R], recent: frozenset[R]) -> "Layers[R, I]":
        return Layers(self._make, base, gone, self._make(recent) if recent else None)
