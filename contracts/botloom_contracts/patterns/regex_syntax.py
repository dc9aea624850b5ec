"""The form of a regular expression, as far as this project looks into one.

RE2 decides what is valid and what matches. This reads what RE2 has accepted, and gives up
(`None`) on whatever it does not know: https://github.com/google/re2/wiki/Syntax
"""

import re
from typing import NamedTuple, Union


class Character(NamedTuple):
    """Itself; in another case, too, where a flag says so."""

    character: str


class Characters(NamedTuple):
    """Any one of a class, `.`, `\\d`: its source."""

    source: str


class Assertion(NamedTuple):
    """Takes no characters: `^`, `\\b`, `(?i)`: its source."""

    source: str


class Group(NamedTuple):
    branches: tuple["Branch", ...]
    flags: str
    """`(?i:` has `i`."""


class Repeat(NamedTuple):
    node: "Node"
    least: int


Node = Union[Character, Characters, Assertion, Group, Repeat]  # noqa: UP007 - recursive
Branch = tuple[Node, ...]


def parse_regex(source: str) -> tuple[Branch, ...] | None:
    """The alternatives of an expression that RE2 accepts; None where this knows too little."""
    reader = _Reader(source)
    try:
        branches = reader.branches()
    except _Unknown:
        return None
    return branches if reader.at == len(source) else None


class _Unknown(Exception):
    pass


_TIMES = re.compile(r"\{(0|[1-9][0-9]{0,3})(?:,(?:0|[1-9][0-9]{0,3})?)?\}")
_NAMED = re.compile(r"\(\?P?<\w+>")
_FLAGS = re.compile(r"\(\?([imsU]*(?:-[imsU]+)?)([:)])")
_PROPERTY = re.compile(r"\\[pP](?:\{\^?\w+\}|\w)")
_CLASS = re.compile(r"\[\^?\]?(?:\[:\^?\w+:\]|\\[pP]\{\^?\w+\}|\\[^pPQ]|\\[pP]\w|[^\]\\\[])*\]")
_SETS = "dDsSwWtnrfva"
_PLACES = "bBAz"


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0

    def branches(self) -> tuple[Branch, ...]:
        found = [self.branch()]
        while self.source.startswith("|", self.at):
            self.at += 1
            found.append(self.branch())
        return tuple(found)

    def branch(self) -> Branch:
        nodes: list[Node] = []
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            node = self.node()
            least = self.repetition()
            nodes.append(node if least is None else Repeat(node, least))
        return tuple(nodes)

    def repetition(self) -> int | None:
        """The least number of times; None where there is no operator."""
        least: int | None = None
        while self.at < len(self.source):
            if self.source[self.at] in "*?":
                times = 0
            elif self.source[self.at] == "+":
                times = 1
            elif counted := _TIMES.match(self.source, self.at):
                times = int(counted[1])
                self.at = counted.end() - 1
            else:
                return least
            self.at += 1
            if self.source.startswith("?", self.at):  # as few as it can
                self.at += 1
            least = times if least is None else least * times
        return least

    def node(self) -> Node:
        character = self.source[self.at]
        if character == "\\":
            return self.escape()
        if character == "(":
            return self.group()
        if character == "[":
            return Characters(self.take(_CLASS))
        self.at += 1
        if character == ".":
            return Characters(character)
        if character in "^$":
            return Assertion(character)
        if character in "*+?":
            raise _Unknown
        return Character(character)

    def take(self, form: re.Pattern[str]) -> str:
        found = form.match(self.source, self.at)
        if found is None:
            raise _Unknown
        self.at = found.end()
        return found[0]

    def escape(self) -> Node:
        escaped = self.source[self.at + 1 : self.at + 2]
        if escaped in ("p", "P"):
            return Characters(self.take(_PROPERTY))
        self.at += 2
        if not escaped or not escaped.isascii():
            raise _Unknown
        if escaped in _SETS:
            return Characters(f"\\{escaped}")
        if escaped in _PLACES:
            return Assertion(f"\\{escaped}")
        if escaped.isalnum() or escaped == "_":
            raise _Unknown
        return Character(escaped)

    def group(self) -> Node:
        flags = ""
        if named := _NAMED.match(self.source, self.at):
            self.at = named.end()
        elif flagged := _FLAGS.match(self.source, self.at):
            self.at = flagged.end()
            if flagged[2] == ")":
                return Assertion(flagged[0])
            flags = flagged[1]
        elif self.source.startswith("(?", self.at):
            raise _Unknown
        else:
            self.at += 1
        branches = self.branches()
        if not self.source.startswith(")", self.at):
            raise _Unknown
        self.at += 1
        return Group(branches, flags)
