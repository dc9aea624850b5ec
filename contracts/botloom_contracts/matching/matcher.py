"""Which handler a message goes to: the most specific pattern wins (`patterns.specificity`).

Texts and commands are looked up in dictionaries; globs and regular expressions by the literals in
them. So the cost does not grow with the number of handlers. Nor does that of a change, nearly: the
dictionaries are copied, and the index of the literals is left as it is (`layers`).
"""

from collections.abc import Callable, Collection, Iterable
from copy import copy
from operator import attrgetter
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
    read_command,
)
from .candidates import Candidate, Match, candidate, in_order
from .expressions import Hit
from .firsts import Firsts
from .layers import Layers
from .pattern_index import PatternIndex

T = TypeVar("T")

Input = str | Kind | Occurrence
"""The text of a message, or what else happened."""

CommandKey = tuple[str, str | None]
"""Its name and its argument, if it takes one alone."""

Other = Kind | Occurrence | Fallback


class Matcher(Generic[T]):
    """Immutable: safe to share between tasks."""

    __slots__ = ("_commands", "_fallback", "_others", "_patterns", "_slashed", "_texts")

    def __init__(self, candidates: Iterable[tuple[Pattern, int, int, T]] = ()) -> None:
        """`candidates`: pattern, priority, id and what the pattern stands for, in any order."""
        by_rank = attrgetter("rank")
        self._texts: Firsts[str, Candidate[T]] = Firsts(by_rank)
        self._commands: Firsts[CommandKey, Candidate[T]] = Firsts(by_rank)
        self._others: Firsts[Other, Candidate[T]] = Firsts(by_rank)
        self._patterns: Layers[Candidate[T], PatternIndex[T]]
        self._patterns = Layers(PatternIndex, PatternIndex())
        self._slashed = 0
        """How many texts one message can be that is a command, too."""
        self._fallback: Match[T] | None = None
        self._change((), [candidate(*each) for each in candidates])

    def __len__(self) -> int:
        """How many changes lie over the large index."""
        return len(self._patterns)

    def match_text(self, text: str) -> Match[T] | None:
        """Who takes a text that is no command; None leaves it to the fallback."""
        normalised = normalise_text(text)
        found = self._texts.first.get(normalised)
        if found is not None:
            return found.exact
        layers = self._patterns
        hit = layers.base.first_expression(text, normalised, layers.gone)
        if layers.recent is not None:
            hit = _nearer(hit, layers.recent.first_expression(text, normalised, ()))
        return _match(hit)

    def match_command(
        self, name: str, argument: str | None, text: str | None = None
    ) -> Match[T] | None:
        """Who takes a command; None leaves it to the fallback.

        `text` is the whole message. With it, what no command takes goes by `match_text`.
        """
        exact = self._commands.first.get((name, argument))
        if text is not None and self._slashed:
            as_text = self._texts.first.get(normalise_text(text))
            # An exact text comes before all commands, but those that are as exact.
            if as_text is not None and (exact is None or as_text.rank < exact.rank):
                return as_text.exact
        if exact is not None:
            return exact.exact
        if argument is not None:
            layers = self._patterns
            hit = layers.base.first_payload(name, argument, layers.gone)
            if layers.recent is not None:
                hit = _nearer(hit, layers.recent.first_payload(name, argument, ()))
            if hit is not None:
                return _match(hit)
            bare = self._commands.first.get((name, None))
            if bare is not None:
                return Match(bare.target, {"payload": argument})
        return None if text is None else self.match_text(text)

    def match_kind(self, name: str) -> Match[T] | None:
        """Who takes a message of this kind (`KINDS`); None leaves it to the fallback."""
        found = self._others.first.get(Kind(name))
        return None if found is None else found.exact

    def match_occurrence(self, name: str) -> Match[T] | None:
        """Who takes this occurrence (`OCCURRENCES`), which no fallback does."""
        found = self._others.first.get(Occurrence(name))
        return None if found is None else found.exact

    def match(self, text: str) -> Match[T] | None:
        """Who takes any text, the fallback included."""
        command = read_command(text)
        if command is None:
            return self.match_text(text) or self._fallback
        return self.match_command(command[0], command[2], text) or self._fallback

    @property
    def fallback(self) -> T | None:
        return None if self._fallback is None else self._fallback.target

    def all_that_match(self, happened: Input) -> list[Candidate[T]]:
        """In the order in which they would take it.

        The addressee of a command (`/start@bot`) is not looked at.
        """
        if not isinstance(happened, str):
            fallback = [] if isinstance(happened, Occurrence) else self._others.all(Fallback())
            return in_order([*self._others.all(happened), *fallback])
        found = [*self._texts.all(normalise_text(happened)), *self._others.all(Fallback())]
        command = read_command(happened)
        if command is not None:
            name, _, argument = command
            found += self._commands.all((name, None))
            if argument is not None:
                found += self._commands.all((name, argument))
                found += self._in_layers(lambda index: index.payloads(name, argument))
        return in_order([*found, *self.expressions(happened)])

    def expressions(self, text: str) -> list[Candidate[T]]:
        """All globs and regular expressions that match a whole text, in no order."""
        return self._in_layers(lambda index: index.expressions(text))

    def _in_layers(
        self, find: Callable[[PatternIndex[T]], list[Candidate[T]]]
    ) -> list[Candidate[T]]:
        layers = self._patterns
        found = [one for one in find(layers.base) if one not in layers.gone]
        return found if layers.recent is None else [*found, *find(layers.recent)]

    def changed(
        self, gone: Collection[Candidate[T]], come: Collection[Candidate[T]]
    ) -> "Matcher[T]":
        """Without those that are gone, which must be of this matcher, and with those that come."""
        made = copy(self)
        made._change(gone, come)
        return made

    def folded(self) -> "Matcher[T]":
        """The same with one index, which takes long to build."""
        made = copy(self)
        made._patterns = self._patterns.folded()
        return made

    def over(self, other: "Matcher[T]") -> "Matcher[T]":
        """The same on the large index of another, where less then lies over it."""
        made = copy(self)
        made._patterns = self._patterns.over(other._patterns)
        return made

    def _change(self, gone: Iterable[Candidate[T]], come: Iterable[Candidate[T]]) -> None:
        less, more = _by_form(gone), _by_form(come)
        self._texts = self._texts.changed(less.texts, more.texts)
        self._commands = self._commands.changed(less.commands, more.commands)
        self._others = self._others.changed(less.others, more.others)
        self._patterns = self._patterns.changed(less.inexact, more.inexact)
        self._slashed += more.slashed - less.slashed
        fallback = self._others.first.get(Fallback())
        self._fallback = None if fallback is None else fallback.exact


def _nearer(
    one: Hit[Candidate[T]] | None, other: Hit[Candidate[T]] | None
) -> Hit[Candidate[T]] | None:
    if one is None or (other is not None and other.candidate.rank < one.candidate.rank):
        return other
    return one


def _match(hit: Hit[Candidate[T]] | None) -> Match[T] | None:
    if hit is None:
        return None
    # Nothing was taken: no match is made.
    return Match(hit.candidate.target, hit.matched) if hit.matched else hit.candidate.exact


class _ByForm(NamedTuple, Generic[T]):
    texts: list[tuple[str, Candidate[T]]]
    slashed: int
    commands: list[tuple[CommandKey, Candidate[T]]]
    others: list[tuple[Other, Candidate[T]]]
    inexact: list[Candidate[T]]


def _by_form(candidates: Iterable[Candidate[T]]) -> _ByForm[T]:
    texts, commands, others = [], [], []
    inexact: list[Candidate[T]] = []
    for one in candidates:
        match one.pattern:
            case Text(text):
                texts.append((text, one))
            case Command(name) as command:
                parts = command.parts
                if len(parts) > 1:
                    inexact.append(one)
                else:
                    commands.append(((name, parts[0] if parts else None), one))
            case Glob() | Regex():
                inexact.append(one)
            case other:
                others.append((other, one))
    slashed = sum(read_command(text) is not None for text, _ in texts)
    return _ByForm(texts, slashed, commands, others, inexact)
