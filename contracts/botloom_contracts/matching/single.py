"""What one pattern makes of one input, without an index: for explaining and for checks."""

from collections.abc import Mapping, Sequence

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
from ..patterns.globs import match_glob, written_stars
from ..patterns.messages import written_text
from ..patterns.regexes import SearchableRegex, encodable
from .candidates import NOTHING
from .expressions import numbered
from .matcher import Input


def match_pattern(pattern: Pattern, happened: Input) -> Mapping[str, str] | None:
    """The matched parts; None where the pattern does not take it."""
    match pattern:
        case Fallback():
            return None if isinstance(happened, Occurrence) else NOTHING
        case Kind() | Occurrence():
            return NOTHING if pattern == happened else None
        case _:
            return _match_text(pattern, happened) if isinstance(happened, str) else None


def _match_text(pattern: Command | Text | Glob | Regex, written: str) -> Mapping[str, str] | None:
    match pattern:
        case Text(text):
            return NOTHING if normalise_text(written) == text else None
        case Command():
            return _match_command(pattern, written)
        case Glob(parts):
            return _match_glob(parts, written)
        case Regex(source):
            return SearchableRegex(source).search(encodable(written.strip()))


def _match_glob(parts: Sequence[str], written: str) -> Mapping[str, str] | None:
    normalised = normalise_text(written)
    stars = match_glob(parts, normalised)
    if stars is None:
        return None
    return numbered(written_stars(parts, stars, written_text(written, normalised)))


def _match_command(pattern: Command, text: str) -> Mapping[str, str] | None:
    command = read_command(text)
    if command is None or command[0] != pattern.name:
        return None
    argument = command[2]
    if pattern.payload is None:
        return NOTHING if argument is None else {"payload": argument}
    if argument is None:
        return None
    parts = pattern.parts
    if len(parts) == 1:
        return {"payload": argument} if argument == parts[0] else None
    stars = match_glob(parts, argument)
    return None if stars is None else numbered(stars) | {"payload": argument}
