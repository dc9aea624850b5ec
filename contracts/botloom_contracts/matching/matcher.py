"""Which handler a message goes to: the most specific pattern wins (`patterns.specificity`).

Texts and commands are looked up in dictionaries; globs and regular expressions by the literals in
them. So the cost does not grow with the number of handlers.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar

from ..patterns import (
    Command,
    Fallback,
    Glob,
    Kind,
    Occurrence,
    Pattern,
    Regex,
    Text,
    normalise_text,
    rank,
    read_command,
)
from .expressions import ExpressionIndex, numbered
from .globs import GlobIndex

T = TypeVar("T")

NOTHING: Mapping[str, str] = MappingProxyType({})


class Candidate(NamedTuple, Generic[T]):
    """A pattern of a handler, and what it stands for."""

    pattern: Pattern
    priority: int
    id: int
    target: T


class Match(NamedTuple, Generic[T]):
    target: T
    matched: Mapping[str, str]
    """`1`, `2`, … what the stars of a glob or the groups of a regular expression took, groups by
    their names, too; `payload` the argument of a command.
    """


def ranked(candidates: Iterable[tuple[Pattern, int, int, T]]) -> list[Candidate[T]]:
    """Those that win first."""
    found = [Candidate(*candidate) for candidate in candidates]
    return sorted(found, key=lambda one: rank(one.pattern, one.priority, one.id))


class Matcher(Generic[T]):
    """Immutable once built; safe to share between tasks."""

    __slots__ = (
        "_commands", "_exact", "_expressions", "_fallback", "_kinds", "_occurrences",
        "_payload_globs", "_slashed", "_texts", "ranked",
    )  # fmt: skip

    def __init__(self, candidates: Iterable[tuple[Pattern, int, int, T]]) -> None:
        """`candidates`: pattern, priority, id and what the pattern stands for, in any order."""
        self.ranked = ranked(candidates)
        """All candidates, those that win first; positions in the indexes are places in here."""
        self._commands: dict[tuple[str, str | None], Match[T]] = {}
        self._texts: dict[str, Match[T]] = {}
        self._kinds: dict[str, Match[T]] = {}
        self._occurrences: dict[str, Match[T]] = {}
        self._fallback: Match[T] | None = None
        # Positions of texts and commands that one message can be.
        self._slashed: dict[str, int] = {}
        self._exact: dict[tuple[str, str | None], int] = {}
        globs: list[tuple[int, tuple[str, ...]]] = []
        regexes: list[tuple[int, str]] = []
        payloads: defaultdict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
        for position, (pattern, _, _, target) in enumerate(self.ranked):
            match pattern:
                case Text(text):
                    self._texts.setdefault(text, Match(target, NOTHING))
                    if read_command(text) is not None:
                        self._slashed.setdefault(text, position)
                case Command(name, None):
                    self._commands.setdefault((name, None), Match(target, NOTHING))
                case Command(name):
                    parts = pattern.parts
                    if len(parts) > 1:
                        payloads[name].append((position, parts))
                    else:
                        key = name, parts[0]
                        self._commands.setdefault(key, Match(target, {"payload": parts[0]}))
                        self._exact.setdefault(key, position)
                case Glob(parts):
                    globs.append((position, parts))
                case Regex(source):
                    regexes.append((position, source))
                case Kind(name):
                    self._kinds.setdefault(name, Match(target, NOTHING))
                case Occurrence(name):
                    self._occurrences.setdefault(name, Match(target, NOTHING))
                case Fallback():
                    self._fallback = self._fallback or Match(target, NOTHING)
        self._payload_globs = {name: GlobIndex(of_name) for name, of_name in payloads.items()}
        self._expressions = ExpressionIndex(globs, regexes)

    def match_text(self, text: str) -> Match[T] | None:
        """Who takes a text that is no command; None leaves it to the fallback."""
        normalised = normalise_text(text)
        found = self._texts.get(normalised)
        if found is None and not self._expressions.is_empty:
            hit = self._expressions.first(text, normalised)
            if hit is not None:
                return Match(self.ranked[hit.position].target, hit.matched or NOTHING)
        return found

    def match_command(
        self, name: str, argument: str | None, text: str | None = None
    ) -> Match[T] | None:
        """Who takes a command; None leaves it to the fallback.

        `text` is the whole message. With it, what no command takes goes by `match_text`.
        """
        if text is not None and self._slashed:
            normalised = normalise_text(text)
            position = self._slashed.get(normalised)
            # An exact text comes before all commands, but those that are as exact.
            if position is not None and position < self._exact.get((name, argument), position + 1):
                return self._texts[normalised]
        if argument is not None:
            exact = self._commands.get((name, argument))
            if exact is not None:
                return exact
            globs = self._payload_globs.get(name)
            if globs is not None:
                hit = globs.first(argument)
                if hit is not None:
                    matched = numbered(hit.stars) | {"payload": argument}
                    return Match(self.ranked[hit.position].target, matched)
        bare = self._commands.get((name, None))
        if bare is not None:
            return bare if argument is None else Match(bare.target, {"payload": argument})
        return None if text is None else self.match_text(text)

    def match_kind(self, name: str) -> Match[T] | None:
        """Who takes a message of this kind (`KINDS`); None leaves it to the fallback."""
        return self._kinds.get(name)

    def match_occurrence(self, name: str) -> Match[T] | None:
        """Who takes this occurrence (`OCCURRENCES`), which no fallback does."""
        return self._occurrences.get(name)

    def match(self, text: str) -> Match[T] | None:
        """Who takes any text, the fallback included."""
        command = read_command(text)
        if command is None:
            return self.match_text(text) or self._fallback
        return self.match_command(command[0], command[2], text) or self._fallback

    @property
    def fallback(self) -> T | None:
        return None if self._fallback is None else self._fallback.target

    def positions(self, text: str) -> list[int]:
        """The places in `ranked` of all globs and regular expressions that match a whole text."""
        return self._expressions.positions(text)
