"""What takes a message that nothing takes exactly: globs, regular expressions, and commands with a
glob for their argument."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Generic, TypeVar

from ..patterns import Command, Glob, Regex
from .candidates import Candidate, in_order
from .expressions import ExpressionIndex, Hit, numbered
from .globs import GlobIndex

T = TypeVar("T")


class PatternIndex(Generic[T]):
    """The time to build it grows with the number of candidates, that to look one up does not."""

    __slots__ = ("_expressions", "_payloads", "candidates")

    def __init__(self, candidates: Iterable[Candidate[T]] = ()) -> None:
        """Of these forms only; in any order."""
        self.candidates = frozenset(candidates)
        globs: list[tuple[Candidate[T], Sequence[str]]] = []
        regexes: list[tuple[Candidate[T], str]] = []
        payloads: defaultdict[str, list[tuple[Candidate[T], Sequence[str]]]] = defaultdict(list)
        for candidate in in_order(self.candidates):
            match candidate.pattern:
                case Glob(parts):
                    globs.append((candidate, parts))
                case Regex(source):
                    regexes.append((candidate, source))
                case Command(name) as command:
                    payloads[name].append((candidate, command.parts))
        self._expressions = ExpressionIndex(globs, regexes)
        self._payloads = {name: GlobIndex(of_name) for name, of_name in payloads.items()}

    def first_expression(
        self, text: str, normalised: str, gone: Collection[Candidate[T]]
    ) -> Hit[Candidate[T]] | None:
        """`gone` are passed over."""
        return self._expressions.first(text, normalised, gone)

    def first_payload(
        self, name: str, argument: str, gone: Collection[Candidate[T]]
    ) -> Hit[Candidate[T]] | None:
        globs = self._payloads.get(name)
        hit = None if globs is None else globs.first(argument, gone)
        if hit is None:
            return None
        return Hit(hit.candidate, numbered(hit.stars) | {"payload": argument})

    def expressions(self, text: str) -> list[Candidate[T]]:
        """All globs and regular expressions that match, in no order."""
        return self._expressions.matching(text)

    def payloads(self, name: str, argument: str) -> list[Candidate[T]]:
        globs = self._payloads.get(name)
        return [] if globs is None else globs.matching(argument)
