"""Finds, in one pass over a text, which of many literals stand in it (Aho-Corasick)."""

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

import ahocorasick

B = TypeVar("B")


class LiteralIndex(Generic[B]):
    """What belongs to each literal; the time to find it does not grow with their number."""

    __slots__ = ("_automaton",)

    def __init__(self, buckets: Mapping[str, B]) -> None:
        """The literals are not empty."""
        self._automaton = ahocorasick.Automaton() if buckets else None
        if self._automaton is not None:
            for literal, bucket in buckets.items():
                self._automaton.add_word(literal, bucket)
            self._automaton.make_automaton()

    def found_in(self, text: str) -> Iterable[B]:
        """The buckets of the literals in `text`, each once."""
        if self._automaton is None:
            return ()
        return {id(bucket): bucket for _, bucket in self._automaton.iter(text)}.values()
