"""Texts with placeholders, filled in so that no value changes what the text looks like.

A value in a text is escaped. In a link it is percent-encoded, or, where it is the whole link, taken
only if it is one; a link that falls away leaves its text. A value that is empty, or only of what
Telegram trims away, can leave an entity empty, and Telegram then leaves the entity out.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Protocol
from urllib.parse import quote

from .entities import MarkupError
from .html_printing import escape_html, escape_text, print_html
from .links import check_link, mentioned_user
from .marked_text import MarkedText
from .placeholder_grammar import (
    KNOWN_NAMES,
    Placeholder,
    check_placeholders,
    parse_parts,
    placeholders_in,
)
from .telegram import TEXT_MAX, URL_MAX

__all__ = [
    "KNOWN_NAMES",
    "Placeholder",
    "Template",
    "Values",
    "check_placeholders",
    "placeholders_in",
]

_LINK_VALUE_MAX = 512
"""Characters of one value within a link; what is longer is cut off."""

_NO_LINK = "-"
"""Telegram shows the text of such a link and no link."""


class Values(Protocol):
    def value(self, name: str, /) -> str:
        """What stands for a name, "" where there is nothing. `name` includes a zone: `time@UTC`."""
        ...


Fill = Callable[[str], str]
"""Makes a value fit the place it goes to."""


class Template:
    """A text, taken apart once so that filling it in costs a join. Never raises.

    `names` are what `Values` is asked for. `parse_mode` is what the filled text must be sent with:
    MarkdownV2 with placeholders, or too long for one message, is turned into HTML once. A text
    whose markup is broken is left as it stands, for Telegram to refuse.
    """

    __slots__ = ("_parts", "_slots", "_static", "names", "parse_mode")

    def __init__(self, text: str, parse_mode: str | None) -> None:
        self.parse_mode = parse_mode
        self._parts: list[str] = []
        self._slots: list[tuple[int, str, str, Fill]] = []
        try:
            for piece, fill in self._pieces(text):
                if isinstance(piece, Placeholder):
                    self._slots.append((len(self._parts), piece.key, piece.default, fill))
                    self._parts.append("")
                elif piece:
                    self._parts.append(piece)
        except MarkupError:
            self._parts = [text]
        self.names = frozenset(key for _, key, _, _ in self._slots)
        self._static = None if self._slots else "".join(self._parts)

    def render(self, values: Values) -> str:
        if self._static is not None:
            return self._static
        parts = self._parts.copy()
        value = values.value
        for index, key, default, fill in self._slots:
            parts[index] = fill(value(key) or default)
        return "".join(parts)

    def _pieces(self, text: str) -> "Iterator[_Piece]":
        """Raises `MarkupError`."""
        parts = parse_parts(text, self.parse_mode)
        is_static = not any(isinstance(part.content, Placeholder) for part in parts)
        if self.parse_mode is None or (
            is_static and (self.parse_mode == "HTML" or len(text) <= TEXT_MAX)
        ):
            return iter([(part.content, _as_it_is) for part in parts])
        marked = MarkedText(parts, self.parse_mode)
        html = print_html(marked.markup())
        self.parse_mode = "HTML"
        return _split_html(html, marked.marks)


_Piece = tuple[str | Placeholder, Fill]
_TAG_WITH_VALUE = re.compile(r'<(?:a href|code class)="([^"]*)">')


def _split_html(html: str, marks: Mapping[str, Placeholder]) -> Iterator[_Piece]:
    at = 0
    for tag in _TAG_WITH_VALUE.finditer(html):
        yield from _split(html[at : tag.start(1)], marks, escape_text)
        value = tag[1]
        fill = _in_language if tag[0].startswith("<code") else _in_link
        yield from _split(value, marks, _as_link if value in marks else fill)
        at = tag.end(1)
    yield from _split(html[at:], marks, escape_text)


def _split(text: str, marks: Mapping[str, Placeholder], fill: Fill) -> Iterator[_Piece]:
    start = 0
    for at, character in enumerate(text):
        if character in marks:
            yield text[start:at], fill
            yield marks[character], fill
            start = at + 1
    yield text[start:], fill


def _as_it_is(value: str) -> str:
    return value


def _in_link(value: str) -> str:
    return quote(value[:_LINK_VALUE_MAX], safe="", errors="replace")


def _as_link(value: str) -> str:
    if len(value) > URL_MAX or "\0" in value or mentioned_user(value) is not None:
        return _NO_LINK
    try:
        link = check_link(value)
    except ValueError:
        return _NO_LINK
    is_safe = link.startswith(("http://", "https://", "tg://")) and mentioned_user(link) is None
    return escape_html(link) if is_safe else _NO_LINK


def _in_language(value: str) -> str:
    return escape_html(value.replace("\0", ""))
