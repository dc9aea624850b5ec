"""Handlers that can never win, since another takes everything that they match.

Only what is certain is told; that a handler is not told of does not mean that it can win.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from ..matching import Candidate, Matcher, ranked
from ..matching.literals import LiteralIndex
from ..patterns import Command, Glob, Pattern, Regex
from ..patterns.regex_syntax import Assertion, Branch, Character, Node, parse_regex
from .witness import witness

T = TypeVar("T")


class NeverWins(NamedTuple, Generic[T]):
    loser: Candidate[T]
    winner: Candidate[T]
    witness: str | None
    """What both match; None where no example was found."""


def never_wins(candidates: Iterable[tuple[Pattern, int, int, T]]) -> list[NeverWins[T]]:
    """In the order of the losers' ranks; each once. Time grows with the number of candidates."""
    order = ranked(candidates)
    lost_to: dict[int, int] = {}
    _same_language(order, lost_to)
    _covered_globs(order, lost_to)
    _covered_regexes(order, lost_to)
    _single_texts(order, lost_to)
    return [
        NeverWins(order[loser], order[winner], witness(order[loser].pattern))
        for loser, winner in sorted(lost_to.items())
    ]


def _same_language(order: Sequence[Candidate[T]], lost_to: dict[int, int]) -> None:
    first: dict[Pattern, int] = {}
    for position, candidate in enumerate(order):
        winner = first.setdefault(candidate.pattern, position)
        if winner != position:
            lost_to[position] = winner


def _covered_globs(order: Sequence[Candidate[T]], lost_to: dict[int, int]) -> None:
    """`a*` by `*a*` of a higher priority.

    A glob that covers another can't have more literal characters, and to go first it can't have
    fewer, so both have the same ones: only their stars differ.
    """
    groups: defaultdict[tuple[str | None, str], list[tuple[int, tuple[str, ...]]]]
    groups = defaultdict(list)
    for position, pattern in enumerate(one.pattern for one in order):
        if position not in lost_to and isinstance(pattern, Glob | Command):
            parts = pattern.parts
            if len(parts) > 1:
                name = pattern.name if isinstance(pattern, Command) else None
                groups[name, "".join(parts)].append((position, parts))
    for group in groups.values():
        for index, (loser, parts) in enumerate(group):
            stars = _star_places(parts)
            for winner, others in group[:index]:
                if stars <= _star_places(others):
                    lost_to[loser] = winner
                    break


def _star_places(parts: Sequence[str]) -> set[int]:
    places, at = set(), 0
    for part in parts[:-1]:
        at += len(part)
        places.add(at)
    return places


def _covered_regexes(order: Sequence[Candidate[T]], lost_to: dict[int, int]) -> None:
    """An expression that is a literal takes each text that a later one with the literal takes."""
    literals: dict[str, int] = {}
    runs: list[tuple[int, list[str]]] = []
    for position, pattern in enumerate(one.pattern for one in order):
        if isinstance(pattern, Regex) and position not in lost_to:
            branches = parse_regex(pattern.source)
            if branches is not None and len(branches) == 1 and "(?" not in pattern.source:
                runs.append((position, _runs(branches[0])))
                if all(isinstance(node, Character) for node in branches[0]):
                    literals.setdefault(runs[-1][1][0], position)
    index = LiteralIndex({literal: (position,) for literal, position in literals.items()})
    for loser, of_loser in runs:
        for run in of_loser:
            winner = min((position for (position,) in index.found_in(run)), default=loser)
            if winner < loser:
                lost_to.setdefault(loser, winner)


def _runs(branch: Branch) -> list[str]:
    """Characters that stand side by side in each text that matches."""
    runs = [""]
    for node in branch:
        if isinstance(node, Character):
            runs[-1] += node.character
        elif runs[-1]:
            runs.append("")
    return [run for run in runs if run]


def _single_texts(order: Sequence[Candidate[T]], lost_to: dict[int, int]) -> None:
    """`re:^price$` by `price`: an expression that only one text matches, which goes elsewhere."""
    only = [
        (position, text)
        for position, pattern in enumerate(one.pattern for one in order)
        if position not in lost_to and (text := _only_text(pattern)) is not None
    ]
    if not only:
        return
    matcher = Matcher((one.pattern, one.priority, one.id, n) for n, one in enumerate(order))
    for position, text in only:
        match = matcher.match(text)
        if match is not None and match.target < position:
            lost_to[position] = match.target


def _only_text(pattern: Pattern) -> str | None:
    if not isinstance(pattern, Regex) or "(?" in pattern.source:
        return None
    branches = parse_regex(pattern.source)
    if branches is None or len(branches) > 1 or len(branches[0]) < 3:  # noqa: PLR2004 - both ends, and a text
        return None
    start, *inside, end = branches[0]
    if not (_is_assertion(start, "^", "\\A") and _is_assertion(end, "$", "\\z")):
        return None
    text = "".join(node.character for node in inside if isinstance(node, Character))
    return text if len(text) == len(inside) and text == text.strip() else None


def _is_assertion(node: Node, *sources: str) -> bool:
    return isinstance(node, Assertion) and node.source in sources
