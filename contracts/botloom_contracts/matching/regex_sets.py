"""Regular expressions that are looked for together, in one pass over the text.

An `re2.Set` that runs out of memory says that nothing matches, which must not pass for the truth:
each has an expression that matches everything, and where not even that one does, each expression
is looked for by itself.
"""

from collections.abc import Iterator, Sequence
from typing import Generic

import re2

from ..patterns.regexes import SearchableRegex, regex_options
from .candidates import R

SET_MAX = 256
SET_MAX_BYTES = 8 << 20
FEW = 4
"""So many are looked for sooner one by one."""

EVERYTHING = ""


class SearchedRegex(Generic[R]):
    __slots__ = ("candidate", "regex", "source")

    def __init__(self, candidate: R, source: str) -> None:
        self.candidate = candidate
        self.source = source
        # Not when it is first needed: a person would wait for it.
        self.regex = SearchableRegex(source)


class RegexSet(Generic[R]):
    """`regexes` are in the order of ranks."""

    __slots__ = ("_parts", "_regexes", "_set")

    def __init__(self, regexes: Sequence[SearchedRegex[R]], max_bytes: int = SET_MAX_BYTES) -> None:
        self._regexes = regexes
        self._parts: tuple[RegexSet[R], ...] = ()
        self._set = None
        if len(regexes) <= FEW:
            return
        if len(regexes) <= SET_MAX:
            self._set = _compile_set([regex.source for regex in regexes], max_bytes)
        if self._set is None:
            size = min(SET_MAX, (len(regexes) + 1) // 2)
            self._parts = tuple(
                RegexSet(regexes[start : start + size], max_bytes)
                for start in range(0, len(regexes), size)
            )

    def candidates(self, text: str) -> Iterator[SearchedRegex[R]]:
        """All that match, and perhaps others, in the order of ranks."""
        if self._parts:
            for part in self._parts:
                yield from part.candidates(text)
            return
        found = self._set.Match(text) if self._set is not None else None
        if found is None:
            yield from self._regexes
            return
        for index in sorted(found):
            if index < len(self._regexes):
                yield self._regexes[index]


def _compile_set(sources: Sequence[str], max_bytes: int) -> "re2.Set | None":
    """None where they are too much for the memory. `EVERYTHING` is the last."""
    compiled = re2.Set.SearchSet(regex_options(max_bytes))
    for source in (*sources, EVERYTHING):
        compiled.Add(source)
    try:
        compiled.Compile()
    except re2.error:
        return None
    return compiled
