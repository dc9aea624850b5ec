"""Globs and regular expressions together: what takes a text that is no exact text of a handler."""

from collections.abc import Collection, Iterable, Sequence
from typing import Generic, NamedTuple

from ..patterns.globs import written_stars
from ..patterns.messages import normalise_text, written_text
from ..patterns.regexes import encodable
from .candidates import R
from .globs import Entry, GlobSet
from .literals import LiteralIndex
from .regex_sets import RegexSet
from .regexes import RegexIndex


class Hit(NamedTuple, Generic[R]):
    candidate: R
    matched: dict[str, str]


class _Bucket(NamedTuple, Generic[R]):
    globs: list[Entry[R]]
    regexes: RegexSet[R] | None


class ExpressionIndex(Generic[R]):
    """The first by rank. All globs go before all regular expressions.

    Both are found by the literals in a text, and for nearly all texts these are looked up once:
    normalised for globs and case-folded for regular expressions, most are the same.
    """

    __slots__ = ("_globs", "_literals", "_regexes", "is_empty")

    def __init__(
        self, globs: Sequence[tuple[R, Sequence[str]]], regexes: Sequence[tuple[R, str]]
    ) -> None:
        """Candidates, and parts or sources, in the order of ranks."""
        self.is_empty = not (globs or regexes)
        self._globs = GlobSet(globs)
        self._regexes = RegexIndex(regexes)
        literals = self._globs.buckets.keys() | self._regexes.buckets.keys()
        self._literals = LiteralIndex(
            {
                literal: _Bucket(
                    self._globs.buckets.get(literal, []), self._regexes.buckets.get(literal)
                )
                for literal in literals
            }
        )

    def first(self, text: str, normalised: str, gone: Collection[R] = ()) -> Hit[R] | None:
        """`gone` are passed over."""
        if self.is_empty:
            return None
        found = self._literals.found_in(normalised)
        glob = self._globs.first(normalised, _globs_of(found), gone)
        if glob is not None:
            stars = written_stars(glob.parts, glob.stars, written_text(text, normalised))
            return Hit(glob.candidate, numbered(stars))
        text, found = self._for_regexes(text, normalised, found)
        regex = self._regexes.first(text, _regexes_of(found), gone)
        return None if regex is None else Hit(*regex)

    def matching(self, text: str) -> list[R]:
        """All that match, in no order."""
        normalised = normalise_text(text)
        found = self._literals.found_in(normalised)
        globs = self._globs.matching(normalised, _globs_of(found))
        text, found = self._for_regexes(text, normalised, found)
        return [*globs, *self._regexes.matching(text, _regexes_of(found))]

    def _for_regexes(
        self, text: str, normalised: str, found: Iterable[_Bucket[R]]
    ) -> tuple[str, Iterable[_Bucket[R]]]:
        text = encodable(text.strip())
        folded = text.casefold()
        return text, found if folded == normalised else self._literals.found_in(folded)


def _globs_of(found: Iterable[_Bucket[R]]) -> list[list[Entry[R]]]:
    return [bucket.globs for bucket in found if bucket.globs]


def _regexes_of(found: Iterable[_Bucket[R]]) -> list[RegexSet[R]]:
    return [bucket.regexes for bucket in found if bucket.regexes is not None]


def numbered(stars: Sequence[str]) -> dict[str, str]:
    return {str(number): star for number, star in enumerate(stars, 1)}
