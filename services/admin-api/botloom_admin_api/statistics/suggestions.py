"""A pattern that takes what the bot did not understand."""

import re
from collections.abc import Sequence
from functools import reduce

from botloom_contracts.errors import InvalidPattern
from botloom_contracts.events import PAYLOAD_MAX
from botloom_contracts.patterns import (
    Command,
    Glob,
    Pattern,
    Text,
    normalise_text,
    parse_pattern,
    read_command,
)
from botloom_contracts.patterns.globs import match_glob

from ..schemas.unmatched import HandlerSuggestion

LITERAL_MIN = 4
"""Letters of a glob, at the least: with fewer it would take what nobody meant."""
MESSAGE = "…"

_LETTERS = re.compile(r"\W+")


def suggestion(examples: Sequence[str]) -> HandlerSuggestion | None:
    """`examples` are texts that are alike, as they were written, the most frequent first.

    The pattern takes all of them where they have words in common, else the first one.
    """
    first = examples[0].strip()
    for pattern in (_common(examples), _exact(first)):
        if pattern is None:
            continue
        try:
            source = str(parse_pattern(str(pattern)))
        except InvalidPattern:
            continue
        return HandlerSuggestion(pattern=source, title=first, message=MESSAGE)
    return None


def _exact(text: str) -> Pattern | None:
    if len(text) >= PAYLOAD_MAX:
        return None  # it may have been cut, and nobody writes the cut text
    command = read_command(text)
    if command is not None:
        return Command(command[0])
    normalised = normalise_text(text)
    return Text(normalised) if normalised else None


def _common(examples: Sequence[str]) -> Glob | None:
    texts = [normalise_text(one) for one in examples]
    if len(set(texts)) == 1 or any(text.startswith("/") for text in texts):
        return None
    words = reduce(_shared, (_LETTERS.sub(" ", text).split() for text in texts))
    if sum(map(len, words)) < LITERAL_MIN:
        return None
    glob = Glob(("", *words, ""))
    return glob if all(match_glob(glob.parts, text) is not None for text in texts) else None


def _shared(first: list[str], second: list[str]) -> list[str]:
    """The longest sequence of words that both have, in their order, with others between them."""
    lengths = [[0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for row in reversed(range(len(first))):
        for column in reversed(range(len(second))):
            lengths[row][column] = (
                lengths[row + 1][column + 1] + 1
                if first[row] == second[column]
                else max(lengths[row + 1][column], lengths[row][column + 1])
            )
    words, row, column = [], 0, 0
    while lengths[row][column]:
        if first[row] == second[column]:
            words.append(first[row])
            row, column = row + 1, column + 1
        elif lengths[row + 1][column] >= lengths[row][column + 1]:
            row += 1
        else:
            column += 1
    return words
