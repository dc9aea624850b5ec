"""An example of what a pattern matches."""

from collections.abc import Iterator, Sequence

from ..matching.single import match_pattern
from ..patterns import Command, Fallback, Glob, Kind, Occurrence, Pattern, Regex, Text
from ..patterns.regex_syntax import Branch, Character, Characters, Group, Node, Repeat, parse_regex
from ..patterns.regexes import compile_regex

FILLING = "x"


def witness(pattern: Pattern) -> str | None:
    """The shortest text that is easily found; the pattern itself for a kind or an occurrence.

    None where none is found, which only a regular expression can bring about.
    """
    if isinstance(pattern, Kind | Occurrence):
        return str(pattern)
    for text in _guesses(pattern):
        if text.strip() and match_pattern(pattern, text) is not None:
            return text.strip()
    return None


def _guesses(pattern: Command | Text | Glob | Regex | Fallback) -> Iterator[str]:
    match pattern:
        case Text(text):
            yield text
        case Command(name, None):
            yield f"/{name}"
        case Command(name):
            for payload in glob_examples(pattern.parts):
                yield f"/{name} {payload}"
        case Glob(parts):
            yield from glob_examples(parts)
        case Regex(source):
            yield from _regex_examples(source)
        case Fallback():
            yield FILLING


def glob_examples(parts: Sequence[str], filling: str = FILLING) -> Iterator[str]:
    """With empty stars, and with filled ones: spaces at the ends of a text do not count."""
    yield "".join(parts)
    yield filling.join(parts)


def _regex_examples(source: str) -> Iterator[str]:
    branches = parse_regex(source)
    if branches is None:
        return
    for times in (0, 1):
        for branch in branches:
            example = _of_branch(branch, source, times)
            if example is not None:
                # What it needs at its ends is stripped off, or is not at the border of a word.
                yield from (example, f"{FILLING}{example}", f"{example}{FILLING}", f" {example} ")
                yield f"{FILLING}{example}{FILLING}"


def _of_branch(branch: Branch, source: str, times: int) -> str | None:
    """`times`: how often to repeat what need not be there."""
    pieces = [_of_node(node, source, times) for node in branch]
    return None if None in pieces else "".join(piece for piece in pieces if piece is not None)


def _of_node(node: Node, source: str, times: int) -> str | None:
    match node:
        case Character(character):
            return character
        case Characters(of):
            # RE2 itself says which characters it takes; those in the source are the likely ones.
            return next((c for c in _LIKELY + source if compile_regex(of).search(c)), None)
        case Group(branches):
            found = (_of_branch(branch, source, times) for branch in branches)
            return next((one for one in found if one is not None), None)
        case Repeat(repeated, least):
            one = _of_node(repeated, source, times)
            return "" if not (count := max(least, times)) else one and one * count
        case _:
            return ""


_LIKELY = "a1Aа _-.,:;!?@#$%&*+=/\\|()[]{}<>'\"`~^\nАz"
