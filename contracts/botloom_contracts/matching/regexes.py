"""Many regular expressions, of which the first that matches is found without trying each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..patterns.regexes import encodable, search_regex
from .literals import LiteralIndex
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

    __slots__ = ("_always", "_literals")

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
        self._literals: LiteralIndex[RegexSet] = LiteralIndex(
            {literal: RegexSet(bucket) for literal, bucket in buckets.items()}
        )

    def first(self, text: str) -> RegexHit | None:
        """`text` is stripped."""
        best: RegexHit | None = None
        text = encodable(text)
        for group in self._groups(text):
            for regex in group.candidates(text):
                if best is not None and best.position <= regex.position:
                    break
                groups = search_regex(regex.compiled, text)
                if groups is not None:
                    best = RegexHit(regex.position, groups)
                    break
        return best

    def positions(self, text: str) -> list[int]:
        """Of all that match, in order."""
        text = encodable(text)
        return sorted(
            {
                regex.position
                for group in self._groups(text)
                for regex in group.candidates(text)
                if search_regex(regex.compiled, text) is not None
            }
        )

    def _groups(self, text: str) -> Iterator[RegexSet]:
        yield self._always
        yield from self._literals.found_in(text.casefold())
