"""How a pattern is written.

| written | takes |
|---|---|
| `/start` | the command, with any argument |
| `/start promo`, `/start ref_*` | the command with that argument; `*` is any characters or none |
| `re:^\\d+$` | a text in which RE2 finds this |
| `:photo` | a message of this kind (`KINDS`), or an occurrence (`OCCURRENCES`) |
| `*` | whatever nothing else takes |
| `my name is *` | a text of this form |
| anything else | exactly this text |

Texts are compared after `normalise_text`. `\\` takes the meaning from the next character, except in
`re:`, where RE2's own escapes hold.
"""

import re

from ..errors import InvalidPattern
from ..telegram import COMMAND_MAX, START_PAYLOAD_MAX
from .globs import collapse_stars, join_glob, literal_length, split_glob
from .kinds import (
    KINDS,
    OCCURRENCES,
    RESERVED_START,
    Command,
    Fallback,
    Glob,
    Kind,
    Occurrence,
    Pattern,
    Regex,
    Text,
)
from .messages import fold_text, normalise_text
from .regexes import compile_regex

PATTERN_MAX = 256
"""Characters, both as written and in the canonical form."""

_COMMAND = re.compile(rf"/([A-Za-z0-9_]{{1,{COMMAND_MAX}}})(?:\s+(\S.*))?", re.DOTALL)
# Categories Cc and Cs, without white space.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")


def parse_pattern(source: str) -> Pattern:
    """Read a pattern as an admin writes it. Raises `InvalidPattern` naming the rule."""
    source = source.strip()
    if not source:
        raise InvalidPattern("required", "is empty")
    _check_length(source, "")
    if _UNPRINTABLE.search(source):
        raise InvalidPattern("characters", "holds a control character or half a surrogate pair")
    pattern = _parse(source)
    # Normalising and escaping can make a pattern longer than it was written.
    _check_length(str(pattern), " in its canonical form")
    return pattern


def _check_length(source: str, where: str) -> None:
    if len(source) > PATTERN_MAX:
        detail = f"has {len(source)} characters{where}; 1 to {PATTERN_MAX} are allowed"
        raise InvalidPattern("length", detail)


def _parse(source: str) -> Pattern:
    if source.startswith("/"):
        return _parse_command(source)
    if source.startswith("re:"):
        return _parse_regex(source.removeprefix("re:"))
    if RESERVED_START.match(source):
        return _parse_kind(source.removeprefix(":"))
    parts = split_glob(source)
    if len(parts) == 1:
        text = normalise_text(parts[0])
        if not text:
            raise InvalidPattern("required", "is empty after white space is collapsed")
        return Text(text)
    first, *middle, last = map(fold_text, parts)
    parts = collapse_stars([first.lstrip(), *middle, last.rstrip()])
    return Glob(parts) if any(parts) else Fallback()


def _parse_command(source: str) -> Command:
    match = _COMMAND.fullmatch(source)
    if match is None:
        detail = (
            f"a command is / and 1 to {COMMAND_MAX} of the characters a-z, 0-9 and _; "
            "write \\/ for a text that begins with /"
        )
        raise InvalidPattern("command", detail)
    name, payload = match[1].lower(), match[2]
    if payload is None:
        return Command(name)
    parts = split_glob(payload)
    if re.search(r"\s", payload) or literal_length(parts) > START_PAYLOAD_MAX:
        detail = f"a command's argument is one word of at most {START_PAYLOAD_MAX} characters"
        raise InvalidPattern("payload", detail)
    return Command(name, join_glob(parts))


def _parse_regex(source: str) -> Regex:
    if not source:
        raise InvalidPattern("required", "has no regular expression after re:")
    compile_regex(source)
    return Regex(source)


def _parse_kind(name: str) -> Kind | Occurrence:
    if name in KINDS:
        return Kind(name)
    if name in OCCURRENCES:
        return Occurrence(name)
    known = ", ".join(f":{known}" for known in (*KINDS, *OCCURRENCES))
    detail = f"there is no :{name}; there are {known}; write \\: for a text that begins with :"
    raise InvalidPattern("kind", detail)
