"""Many regular expressions, of which the first that matches is found without trying each."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from typing import Generic, NamedTuple

from .candidates import R
from .regex_sets import RegexSet, SearchedRegex
from .required import Alternatives, required_literals


class RegexHit(NamedTuple, Generic[R]):
    candidate: R
    groups: dict[str, str]


class RegexIndex(Generic[R]):
    """The first by rank that matches wins.

    Each is looked for only in texts that hold a literal that it requires; those that require none
    are looked for always, together.
    """

    __slots__ = ("_always", "buckets")

    def __init__(self, regexes: Iterable[tuple[R, str]]) -> None:
        """`regexes`: candidates and their sources, in the order of ranks."""
        known = [
            (SearchedRegex(candidate, source), required_literals(source))
            for candidate, source in regexes
        ]
        shared = Counter(literal for _, required in known for one in required for literal in one)

        def how_rare(alternatives: Alternatives) -> tuple[int, int]:
            return sum(shared[one] for one in alternatives), -min(map(len, alternatives))

        always: list[SearchedRegex[R]] = []
        buckets: defaultdict[str, list[SearchedRegex[R]]] = defaultdict(list)
        for regex, required in known:
            if required:
                for literal in min(required, key=how_rare):
                    buckets[literal].append(regex)
            else:
                always.append(regex)
        self._always = RegexSet(always)
        self.buckets = {literal: RegexSet(bucket) for literal, bucket in buckets.items()}
        """By the literal that a text must hold, when it is case-folded."""

    def first(
        self, text: str, found: Iterable[RegexSet[R]], gone: Collection[R] = ()
    ) -> RegexHit[R] | None:
        """`text` is stripped and encodable; `found`: the buckets of the literals in it; `gone` are
        passed over."""
        best: RegexHit[R] | None = None
        for bucket in (self._always, *found):
            for one in bucket.candidates(text):
                if best is not None and best.candidate.rank <= one.candidate.rank:
                    break
                groups = one.regex.search(text)
                if groups is not None and one.candidate not in gone:
                    best = RegexHit(one.candidate, groups)
                    break
        return best

    def matching(self, text: str, found: Iterable[RegexSet[R]]) -> set[R]:
        """All that match."""
        return {
            one.candidate
            for bucket in (self._always, *found)
            for one in bucket.candidates(text)
            if one.regex.search(text) is not None
        }
