"""Which of two patterns that match one message takes it: the only place that says so."""

from .globs import literal_length
from .kinds import Command, Fallback, Glob, Kind, Occurrence, Pattern, Regex, Text

Specificity = tuple[int, int]
"""Class of the pattern, and minus the number of its literal characters: the least goes first."""

Rank = tuple[int, int, int, int, str]


def specificity(pattern: Pattern) -> Specificity:
    """Exact texts and commands with their argument, then commands with a glob for an argument, bare
    commands, globs, regular expressions, kinds and occurrences, the fallback. Of globs that with
    the more literal characters.
    """
    match pattern:
        case Glob(parts):
            return _CLASS[Glob], -literal_length(parts)
        case Command(payload=str()):
            parts = pattern.parts
            return (_EXACT, 0) if len(parts) == 1 else (_PAYLOAD_GLOB, -literal_length(parts))
        case _:
            return _CLASS[type(pattern)], 0


_EXACT, _PAYLOAD_GLOB = 0, 1
_CLASS: dict[type[Pattern], int] = {
    Text: _EXACT, Command: 2, Glob: 3, Regex: 4, Kind: 5, Occurrence: 5, Fallback: 6,
}  # fmt: skip


def rank(pattern: Pattern, priority: int, handler_id: int, written: str | None = None) -> Rank:
    """The least wins: by `specificity`, then the higher priority, then the lower id.

    The pattern as it is `written` comes last, else its canonical form: a handler stands under two
    patterns while it is renamed.
    """
    last = str(pattern) if written is None else written
    return *specificity(pattern), -priority, handler_id, last
