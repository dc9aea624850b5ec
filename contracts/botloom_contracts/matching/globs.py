"""Many globs, of which the first that matches is found without trying each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..patterns.globs import match_glob
from .literals import LiteralIndex

FEW = 4
"""So many are tried sooner than looked up."""

Entry = tuple[int, Sequence[str]]


class GlobHit(NamedTuple):
    position: int
    parts: Sequence[str]
    stars: list[str]


class GlobSet:
    """Globs by position: the first that matches wins.

    Each is tried only for texts that hold one of its literal parts, the one that the fewest others
    have; those without any, always.
    """

    __slots__ = ("_always", "buckets")

    def __init__(self, globs: Iterable[Entry]) -> None:
        """`globs`: position and parts (at least two), in the order of positions."""
        entries = list(globs)
        self._always: list[Entry] = []
        buckets: defaultdict[str, list[Entry]] = defaultdict(list)
        if len(entries) <= FEW:
            self._always = entries
        else:
            shared = Counter(part for _, parts in entries for part in set(parts))
            for entry in entries:
                literals = filter(None, entry[1])
                rarest = min(literals, key=lambda part: (shared[part], -len(part)), default=None)
                (self._always if rarest is None else buckets[rarest]).append(entry)
        self.buckets: Mapping[str, list[Entry]] = buckets
        """By the literal that a text must hold."""

    def first(self, text: str, found: Iterable[list[Entry]]) -> GlobHit | None:
        """`found`: the buckets of the literals in `text`."""
        best: GlobHit | None = None
        for bucket in (self._always, *found):
            for position, parts in bucket:
                if best is not None and best.position <= position:
                    break
                stars = match_glob(parts, text)
                if stars is not None:
                    best = GlobHit(position, parts, stars)
                    break
        return best

    def positions(self, text: str, found: Iterable[list[Entry]]) -> list[int]:
        """Of all that match, in order."""
        return sorted(
            position
            for bucket in (self._always, *found)
            for position, parts in bucket
            if match_glob(parts, text) is not None
        )


class GlobIndex:
    """A set of globs that looks up the literals by itself."""

    __slots__ = ("_globs", "_literals")

    def __init__(self, globs: Iterable[Entry]) -> None:
        self._globs = GlobSet(globs)
        self._literals: LiteralIndex[list[Entry]] = LiteralIndex(self._globs.buckets)

    def first(self, text: str) -> GlobHit | None:
        return self._globs.first(text, self._literals.found_in(text))
