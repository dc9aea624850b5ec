"""Many regular expressions, of which the first that matches is found without trying each."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from .regex_sets import RegexSet, SearchedRegex
from .required import Alternatives, required_literals


class RegexHit(NamedTuple):
    position: int
    groups: dict[str, str]


class RegexIndex:
    """Regular expressions by position: the first that matches wins.

    Each is looked for only in texts that hold a literal that it requires; those that require none
    are looked for always, together.
    """

    __slots__ = ("_always", "buckets")

    def __init__(self, regexes: Iterable[tuple[int, str]]) -> None:
        """`regexes`: position and source, in the order of positions."""
        known = [
            (SearchedRegex(position, source), required_literals(source))
            for position, source in regexes
        ]
        shared = Counter(literal for _, required in known for one in required for literal in one)

        def how_rare(alternatives: Alternatives) -> tuple[int, int]:
            return sum(shared[one] for one in alternatives), -min(map(len, alternatives))

        always: list[SearchedRegex] = []
        buckets: defaultdict[str, list[SearchedRegex]] = defaultdict(list)
        for regex, required in known:
            if required:
                for literal in min(required, key=how_rare):
                    buckets[literal].append(regex)
            else:
                always.append(regex)
        self._always = RegexSet(always)
        self.buckets = {literal: RegexSet(bucket) for literal, bucket in buckets.items()}
        """By the literal that a text must hold, when it is case-folded."""

    def first(self, text: str, found: Iterable[RegexSet]) -> RegexHit | None:
        """`text` is stripped and encodable; `found`: the buckets of the literals in it."""
        best: RegexHit | None = None
        for bucket in (self._always, *found):
            for one in bucket.candidates(text):
                if best is not None and best.position <= one.position:
                    break
                groups = one.regex.search(text)
                if groups is not None:
                    best = RegexHit(one.position, groups)
                    break
        return best

    def positions(self, text: str, found: Iterable[RegexSet]) -> list[int]:
        """Of all that match, in order."""
        return sorted(
            {
                one.position
                for bucket in (self._always, *found)
                for one in bucket.candidates(text)
                if one.regex.search(text) is not None
            }
        )
