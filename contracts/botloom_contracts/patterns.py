"""Patterns: what a handler answers to, as one self-describing string.

`/start` is a command, `/start promo` a command with that argument, `*` the fallback, everything
else a whole text, compared after `normalise_text`. `\\` takes the meaning from the next character.
"""

import re
import unicodedata

import msgspec

from .errors import InvalidPattern
from .telegram import COMMAND_MAX, START_PAYLOAD_MAX

PATTERN_MAX = 256


class Command(msgspec.Struct, frozen=True):
    """`name` is in lower case; `payload` is compared as it stands."""

    name: str
    payload: str | None = None

    def __str__(self) -> str:
        return f"/{self.name}" if self.payload is None else f"/{self.name} {self.payload}"


class Text(msgspec.Struct, frozen=True):
    """A whole text, normalised."""

    text: str

    def __str__(self) -> str:
        escaped = self.text.replace("\\", "\\\\").replace("*", "\\*")
        return f"\\{escaped}" if _RESERVED_START.match(escaped) else escaped


class Fallback(msgspec.Struct, frozen=True):
    """Whatever no other pattern takes."""

    def __str__(self) -> str:
        return "*"


Pattern = Command | Text | Fallback

_RESERVED_START = re.compile(r"/|:[a-z_]+$|re:")
_COMMAND = re.compile(rf"/([A-Za-z0-9_]{{1,{COMMAND_MAX}}})(?:\s+(\S.*))?", re.DOTALL)
_MESSAGE_COMMAND = re.compile(r"/([A-Za-z0-9_]+)(?:@(\w+))?(?:\s+(.*))?", re.DOTALL)
_WHITE_SPACE = re.compile(r"\s+")


def parse_pattern(source: str) -> Pattern:
    """Read a pattern as an admin writes it. Raises `InvalidPattern` naming the rule."""
    source = source.strip()
    if not source:
        raise InvalidPattern("required", "is empty")
    if len(source) > PATTERN_MAX:
        raise InvalidPattern(
            "length", f"has {len(source)} characters; 1 to {PATTERN_MAX} are allowed"
        )
    if any(unicodedata.category(c) in {"Cc", "Cs"} and not c.isspace() for c in source):
        raise InvalidPattern("characters", "holds a control character or half a surrogate pair")
    if source == "*":
        return Fallback()
    if source.startswith("/"):
        return _parse_command(source)
    if source.startswith("re:"):
        raise InvalidPattern("kind", "regular expressions (re:) are not supported yet")
    if _RESERVED_START.match(source):
        raise InvalidPattern("kind", f"the kind {source} is not supported yet")
    text = normalise_text(_unescape(source))
    if not text:
        raise InvalidPattern("required", "is empty after white space is collapsed")
    return Text(text)


def _parse_command(source: str) -> Command:
    match = _COMMAND.fullmatch(source)
    if match is None:
        detail = f"a command is / and 1 to {COMMAND_MAX} of the characters a-z, 0-9 and _"
        raise InvalidPattern("command", detail)
    name, payload = match[1].lower(), match[2]
    if payload is not None:
        if "*" in payload:
            raise InvalidPattern("kind", "* in a command's argument is not supported yet")
        if re.search(r"\s", payload) or len(payload) > START_PAYLOAD_MAX:
            detail = f"a command's argument is one word of at most {START_PAYLOAD_MAX} characters"
            raise InvalidPattern("payload", detail)
    return Command(name, payload)


def _unescape(source: str) -> str:
    characters: list[str] = []
    rest = iter(source)
    for character in rest:
        if character == "*":
            raise InvalidPattern(
                "kind", "* inside a text is not supported yet; write \\* for a star"
            )
        if character == "\\":
            escaped = next(rest, None)
            if escaped is None:
                raise InvalidPattern("escape", "ends with \\, which must stand before a character")
            characters.append(escaped)
        else:
            characters.append(character)
    return "".join(characters)


def normalise_text(text: str) -> str:
    """NFKC, case-folded, white space collapsed to single spaces and stripped."""
    if text.isascii():
        return " ".join(text.lower().split())
    folded = unicodedata.normalize("NFKC", text).casefold()
    # Folding can undo the composition (U+0345, for one), so normalise once more.
    return " ".join(_WHITE_SPACE.split(unicodedata.normalize("NFKC", folded).strip()))


def read_command(text: str) -> tuple[str, str | None, str | None] | None:
    """The command a message starts with: name in lower case, bot's name, argument.

    None for a message that is no command.
    """
    if not text.startswith("/"):
        return None
    match = _MESSAGE_COMMAND.fullmatch(text)
    if match is None:
        return None
    argument = match[3].strip() if match[3] else None
    return match[1].lower(), match[2], argument or None
