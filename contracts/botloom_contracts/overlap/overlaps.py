"""Pairs of patterns that can match one text, so that only their order says who takes it.

Bare commands, kinds, occurrences and the fallback are left out: they are meant to stand behind
others. Globs are compared as automata; expressions by examples, so not all pairs with them are
found. Every pair told of has been seen to match its example.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from ..matching import Candidate, Matcher, match_pattern, ranked
from ..patterns import Command, Glob, Pattern, Regex, Text
from .common import intersect_globs
from .witness import FILLING, glob_examples, witness

T = TypeVar("T")

REPORTED_MAX = 1000
EXAMINED_MAX = 100_000

Found = tuple[int, int, str]
"""Two positions, and a text."""


class Overlap(NamedTuple, Generic[T]):
    winner: Candidate[T]
    """Of the two; a third may take the example from both."""
    loser: Candidate[T]
    witness: str


class Overlaps(NamedTuple, Generic[T]):
    found: list[Overlap[T]]
    complete: bool
    """False where a bound ended the search."""


def overlaps(
    candidates: Iterable[tuple[Pattern, int, int, T]],
    reported_max: int = REPORTED_MAX,
    examined_max: int = EXAMINED_MAX,
) -> Overlaps[T]:
    """In the order of ranks. `examined_max` bounds the pairs that are tried one by one."""
    order = ranked(candidates)
    pairs: dict[tuple[int, int], str] = {}
    complete = True
    examined = 0
    for left, right, text in _suspected(order):
        if left != right and text:
            pair = min(left, right), max(left, right)
            if pair not in pairs and _both_match(order[left], order[right], text):
                if len(pairs) == reported_max:
                    complete = False
                    break
                pairs[pair] = text
        examined += not text
        if examined > examined_max:
            complete = False
            break
    found = [Overlap(order[a], order[b], text) for (a, b), text in sorted(pairs.items())]
    return Overlaps(found, complete)


def _both_match(left: Candidate[T], right: Candidate[T], text: str) -> bool:
    return all(match_pattern(one.pattern, text) is not None for one in (left, right))


def _suspected(order: Sequence[Candidate[T]]) -> Iterator[Found]:
    """Perhaps a pair twice. An empty text after each pair that was tried by itself."""
    compared = [(n, one.pattern) for n, one in enumerate(order) if _is_compared(one.pattern)]
    examples = {n: text for n, pattern in compared if (text := witness(pattern)) is not None}
    yield from _found_by_examples(order, examples)
    groups: defaultdict[str | None, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for n, pattern in compared:
        if isinstance(pattern, Glob | Command):
            name = pattern.name if isinstance(pattern, Command) else None
            groups[name].append((n, pattern.parts))
    for name, globs in groups.items():
        yield from _globs_of_one_kind(name, globs)
    expressions = [n for n, pattern in compared if isinstance(pattern, Regex) and n in examples]
    yield from _mixed(expressions, examples, groups[None])


def _is_compared(pattern: Pattern) -> bool:
    if isinstance(pattern, Command):
        return pattern.payload is not None
    return isinstance(pattern, Text | Glob | Regex)


def _found_by_examples(order: Sequence[Candidate[T]], examples: dict[int, str]) -> Iterator[Found]:
    """Looked up, and so for any number of texts."""
    matcher = Matcher((one.pattern, one.priority, one.id, n) for n, one in enumerate(order))
    for n, text in examples.items():
        for other in matcher.expressions(text):
            yield n, other.target, text


def _globs_of_one_kind(
    name: str | None, globs: Sequence[tuple[int, tuple[str, ...]]]
) -> Iterator[Found]:
    """Only those of which one begins as the other does are tried."""
    by_start: defaultdict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for n, parts in globs:
        by_start[parts[0]].append((n, parts))
    for n, parts in globs:
        start = parts[0]
        for length in range(len(start) + 1):
            for other, others in by_start.get(start[:length], ()):
                # Of those that begin alike each pair comes up twice.
                if length == len(start) and other <= n:
                    continue
                common = intersect_globs(parts, others)
                if common is not None:
                    for text in _with_full_ends(common, parts, others):
                        yield n, other, text if name is None else f"/{name} {text}"
                yield n, other, ""


def _with_full_ends(text: str, *globs: Sequence[str]) -> Iterator[str]:
    """Messages have no space at their ends, and an argument is not empty."""
    if text.strip() == text:
        yield text
    before = "" if any(parts[0] for parts in globs) else FILLING
    after = "" if any(parts[-1] for parts in globs) else FILLING
    yield before + text + after


def _mixed(
    expressions: Sequence[int],
    examples: dict[int, str],
    globs: Sequence[tuple[int, tuple[str, ...]]],
) -> Iterator[Found]:
    """A glob whose stars take an example of an expression; examples of two side by side."""
    for index, n in enumerate(expressions):
        example = examples[n]
        for other, parts in globs:
            for text in glob_examples(parts, example):
                yield n, other, text
            yield n, other, ""
        for other in expressions[:index]:
            for text in (f"{example} {examples[other]}", f"{examples[other]} {example}"):
                yield n, other, text
            yield n, other, ""
