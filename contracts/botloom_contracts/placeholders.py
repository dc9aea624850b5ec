"""Placeholders in texts: `{first_name}`, `{last_name}`, `{username}`, `{user_id}`.

A value is escaped for the parse mode, so a person's name never breaks or injects markup.
Braces around anything else stand for themselves.
"""

import re
from typing import Protocol

from .markup import escape_html

NAMES = ("first_name", "last_name", "username", "user_id")

_PLACEHOLDER = re.compile(r"\{(" + "|".join(NAMES) + r")\}")


class Person(Protocol):
    """Whose values are filled in: https://core.telegram.org/bots/api#user"""

    @property
    def id(self) -> int: ...
    @property
    def first_name(self) -> str: ...
    @property
    def last_name(self) -> str | None: ...
    @property
    def username(self) -> str | None: ...


class Template:
    """A text, taken apart once so that filling it in costs a join."""

    __slots__ = ("_escape", "_parts", "_static")

    def __init__(self, text: str, parse_mode: str | None) -> None:
        # The odd parts are the names of placeholders.
        self._parts = _PLACEHOLDER.split(text)
        self._static = text if len(self._parts) == 1 else None
        self._escape = parse_mode == "HTML"

    def render(self, person: Person) -> str:
        if self._static is not None:
            return self._static
        parts = self._parts.copy()
        for index in range(1, len(parts), 2):
            value = self._value(person, parts[index])
            parts[index] = escape_html(value) if self._escape else value
        return "".join(parts)

    @staticmethod
    def _value(person: Person, name: str) -> str:
        if name == "user_id":
            return str(person.id)
        return getattr(person, name) or ""


def sample_text(text: str) -> str:
    """`text` with each placeholder as short as its value can be, to check the rest of it."""
    return _PLACEHOLDER.sub("x", text)
