"""Many globs, of which the first that matches is found without trying each."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Generic, NamedTuple

from ..patterns.globs import match_glob
from .candidates import R
from .literals import LiteralIndex

FEW = 4
"""So many are tried sooner than looked up."""


class Entry(NamedTuple, Generic[R]):
    candidate: R
    parts: Sequence[str]


class GlobHit(NamedTuple, Generic[R]):
    candidate: R
    parts: Sequence[str]
    stars: list[str]


class GlobSet(Generic[R]):
    """The first by rank that matches wins.

    Each is tried only for texts that hold one of its literal parts, the one that the fewest others
    have; those without any, always.
    """

    __slots__ = ("_always", "buckets")

    def __init__(self, globs: Iterable[tuple[R, Sequence[str]]]) -> None:
        """`globs`: candidates and their parts (at least two), in the order of ranks."""
        entries = [Entry(candidate, parts) for candidate, parts in globs]
        self._always: list[Entry[R]] = []
        buckets: defaultdict[str, list[Entry[R]]] = defaultdict(list)
        if len(entries) <= FEW:
            self._always = entries
        else:
            shared = Counter(part for _, parts in entries for part in set(parts))
            for entry in entries:
                literals = filter(None, entry.parts)
                rarest = min(literals, key=lambda part: (shared[part], -len(part)), default=None)
                (self._always if rarest is None else buckets[rarest]).append(entry)
        self.buckets: Mapping[str, list[Entry[R]]] = buckets
        """By the literal that a text must hold."""

    def first(
        self, text: str, found: Iterable[list[Entry[R]]], gone: Collection[R] = ()
    ) -> GlobHit[R] | None:
        """`found`: the buckets of the literals in `text`; `gone` are passed over."""
        best: GlobHit[R] | None = None
        for bucket in (self._always, *found):
            for candidate, parts in bucket:
                if best is not None and best.candidate.rank <= candidate.rank:
                    break
                stars = match_glob(parts, text)
                if stars is not None and candidate not in gone:
                    best = GlobHit(candidate, parts, stars)
                    break
        return best

    def matching(self, text: str, found: Iterable[list[Entry[R]]]) -> list[R]:
        """All that match, in no order."""
        return [
            candidate
            for bucket in (self._always, *found)
            for candidate, parts in bucket
            if match_glob(parts, text) is not None
        ]


class GlobIndex(Generic[R]):
    """A set of globs that looks up the literals by itself."""

    __slots__ = ("_globs", "_literals")

    def __init__(self, globs: Iterable[tuple[R, Sequence[str]]]) -> None:
        """As `GlobSet` takes them."""
        self._globs = GlobSet(globs)
        self._literals: LiteralIndex[list[Entry[R]]] = LiteralIndex(self._globs.buckets)

    def first(self, text: str, gone: Collection[R] = ()) -> GlobHit[R] | None:
        return self._globs.first(text, self._literals.found_in(text), gone)

    def matching(self, text: str) -> list[R]:
        return self._globs.matching(text, self._literals.found_in(text))
