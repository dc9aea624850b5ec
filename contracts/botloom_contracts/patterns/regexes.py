"""Regular expressions, in the syntax of RE2: https://github.com/google/re2/wiki/Syntax

RE2 takes time linear in the text, whatever the expression, so an admin's can't hold up the bot.
"""

import re
from functools import lru_cache
from typing import cast

import re2

from ..errors import InvalidPattern

PROGRAM_MAX_BYTES = 1 << 20
"""Of one expression's program and its DFA. `\\p{L}{1,10}` still compiles, `(\\p{L}{50}){9}` not."""

COMPILED_MAX = 20_000
"""Kept from one configuration to the next, which is mostly the same."""

Compiled = re.Pattern[str]
"""What RE2 compiles an expression into has this interface."""


def regex_options(max_bytes: int = PROGRAM_MAX_BYTES) -> re2.Options:
    options = re2.Options()
    options.max_mem = max_bytes
    # RE2 writes to stderr by itself; errors are raised instead.
    options.log_errors = False
    return options


_OPTIONS = regex_options()


@lru_cache(maxsize=COMPILED_MAX)
def compile_regex(source: str) -> Compiled:
    """Raises `InvalidPattern` with RE2's own words."""
    try:
        return cast("Compiled", re2.compile(source, _OPTIONS))
    except re2.error as error:
        said = error.args[0] if error.args else "is no regular expression"
        detail = said.decode(errors="replace") if isinstance(said, bytes) else str(said)
        raise InvalidPattern("regex", f"RE2 says: {detail}") from None


def encodable(text: str) -> str:
    """`text` as RE2 can have it: it takes UTF-8, which has no halves of surrogate pairs."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode(errors="replace").decode()
    return text


def group_names(source: str) -> frozenset[str]:
    """The named groups. Raises `InvalidPattern`."""
    return frozenset(compile_regex(source).groupindex)


class SearchableRegex:
    """A compiled expression that tells what its groups took."""

    __slots__ = ("_compiled", "_keys")

    def __init__(self, source: str) -> None:
        self._compiled = compile_regex(source)
        keys = [(number, str(number)) for number in range(1, self._compiled.groups + 1)]
        self._keys = keys + [(n, name) for name, n in self._compiled.groupindex.items()]

    def search(self, text: str) -> dict[str, str] | None:
        """The groups that took part, by number and by name; None where nothing in `text` matches.

        `text` is `encodable`.
        """
        match = self._compiled.search(text)
        if match is None:
            return None
        return {key: taken for number, key in self._keys if (taken := match[number]) is not None}
