"""Which handler a message goes to: the most specific pattern wins.

Exact text or command with its argument, then the bare command, then the fallback; among equals the
higher `priority`, then the lower id. Every look-up is one in a dictionary, so the cost does not
grow with the number of handlers.
"""

from collections.abc import Iterable
from typing import Generic, TypeVar

from .patterns import Command, Fallback, Pattern, Text, normalise_text, read_command

T = TypeVar("T")


class Matcher(Generic[T]):
    """Immutable once built; safe to share between tasks."""

    __slots__ = ("_commands", "_fallback", "_texts")

    def __init__(self, candidates: Iterable[tuple[Pattern, int, int, T]]) -> None:
        """`candidates`: pattern, priority, id and what the pattern stands for, in any order."""
        self._commands: dict[tuple[str, str | None], T] = {}
        self._texts: dict[str, T] = {}
        self._fallback: T | None = None
        # The winner is put last, so that it overwrites the others.
        for pattern, _, _, target in sorted(candidates, key=lambda c: (c[1], -c[2])):
            match pattern:
                case Command(name, payload):
                    self._commands[name, payload] = target
                case Text(text):
                    self._texts[text] = target
                case Fallback():
                    self._fallback = target

    def match_text(self, text: str) -> T | None:
        """The handler of a text that is no command; None leaves it to the fallback."""
        return self._texts.get(normalise_text(text))

    def match_command(self, name: str, argument: str | None) -> T | None:
        """The handler of a command; None leaves it to the fallback."""
        if argument is not None:
            exact = self._commands.get((name, argument))
            if exact is not None:
                return exact
        return self._commands.get((name, None))

    def match(self, text: str) -> T | None:
        """The handler of any text, the fallback included."""
        command = read_command(text)
        found = self.match_command(command[0], command[2]) if command else self.match_text(text)
        return self._fallback if found is None else found

    @property
    def fallback(self) -> T | None:
        return self._fallback
