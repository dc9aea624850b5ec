"""What a text must hold for a regular expression to be found in it."""

from functools import lru_cache

from ..patterns.regex_syntax import Branch, Character, Group, Node, Repeat, parse_regex
from ..patterns.regexes import COMPILED_MAX

SHORTEST = 2
"""A single character is in nearly every text, and so tells little."""
MOST_ALTERNATIVES = 32

Alternatives = frozenset[str]
"""Case-folded literals, of which a text must hold one, when it is case-folded, too.

Characters that RE2 takes for the same under `(?i)` fold to the same, so this holds with any flags.
"""


@lru_cache(maxsize=COMPILED_MAX)
def required_literals(source: str) -> list[Alternatives]:
    """Each must be met. Empty where nothing is known to be required."""
    branches = parse_regex(source)
    return [] if branches is None else _of_branches(branches)


def _of_branches(branches: tuple[Branch, ...]) -> list[Alternatives]:
    if len(branches) == 1:
        return _of_branch(branches[0])
    best = [max(_of_branch(branch), key=_shortest, default=None) for branch in branches]
    union = frozenset[str]().union(*(one for one in best if one is not None))
    if None in best or len(union) > MOST_ALTERNATIVES:
        return []
    return [union]


def _of_branch(branch: Branch) -> list[Alternatives]:
    found: list[Alternatives] = []
    run: list[str] = []

    def end_run() -> None:
        literal = "".join(run).casefold()
        run.clear()
        if len(literal) >= SHORTEST:
            found.append(frozenset((literal,)))

    def add(node: Node) -> None:
        match node:
            case Character(character):
                run.append(character)
            case Group(inside):
                end_run()
                found.extend(_of_branches(inside))
            case Repeat(repeated, least):
                if least:
                    add(repeated)
                end_run()
            case _:
                end_run()

    for node in branch:
        add(node)
    end_run()
    return found


def _shortest(alternatives: Alternatives) -> int:
    return min(map(len, alternatives))
