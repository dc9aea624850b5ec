"""Globs and regular expressions together: what takes a text that is no exact text of a handler."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..patterns.globs import written_stars
from ..patterns.messages import normalise_text, written_text
from ..patterns.regexes import encodable
from .globs import Entry, GlobSet
from .literals import LiteralIndex
from .regex_sets import RegexSet
from .regexes import RegexIndex


class Hit(NamedTuple):
    position: int
    matched: dict[str, str]


class _Bucket(NamedTuple):
    globs: list[Entry]
    regexes: RegexSet | None


class ExpressionIndex:
    """By position. All globs go before all regular expressions.

    Both are found by the literals in a text, and for nearly all texts these are looked up once:
    normalised for globs and case-folded for regular expressions, most are the same.
    """

    __slots__ = ("_globs", "_literals", "_regexes", "is_empty")

    def __init__(self, globs: Sequence[Entry], regexes: Sequence[tuple[int, str]]) -> None:
        """Positions, and parts or sources, in the order of positions."""
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

    def first(self, text: str, normalised: str) -> Hit | None:
        found = self._literals.found_in(normalised)
        glob = self._globs.first(normalised, _globs_of(found))
        if glob is not None:
            stars = written_stars(glob.parts, glob.stars, written_text(text, normalised))
            return Hit(glob.position, numbered(stars))
        text, found = self._for_regexes(text, normalised, found)
        regex = self._regexes.first(text, _regexes_of(found))
        return None if regex is None else Hit(*regex)

    def positions(self, text: str) -> list[int]:
        """Of all that match."""
        normalised = normalise_text(text)
        found = self._literals.found_in(normalised)
        globs = self._globs.positions(normalised, _globs_of(found))
        text, found = self._for_regexes(text, normalised, found)
        return globs + self._regexes.positions(text, _regexes_of(found))

    def _for_regexes(
        self, text: str, normalised: str, found: Iterable[_Bucket]
    ) -> tuple[str, Iterable[_Bucket]]:
        text = encodable(text.strip())
        folded = text.casefold()
        return text, found if folded == normalised else self._literals.found_in(folded)


def _globs_of(found: Iterable[_Bucket]) -> list[list[Entry]]:
    return [bucket.globs for bucket in found if bucket.globs]


def _regexes_of(found: Iterable[_Bucket]) -> list[RegexSet]:
    return [bucket.regexes for bucket in found if bucket.regexes is not None]


def numbered(stars: Sequence[str]) -> dict[str, str]:
    return {str(number): star for number, star in enumerate(stars, 1)}
