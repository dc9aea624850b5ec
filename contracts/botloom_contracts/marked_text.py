"""A text whose placeholders are each a character of their own, so that it can be parsed."""

import re
from itertools import chain

from .entities import Markup, MarkupError
from .links import check_link
from .markup import parse_markup
from .placeholder_grammar import Part, Placeholder

# Private use: no text, no tag and no link gives them a meaning. A text that holds some keeps them.
_CANDIDATES = range(0xF0000, 0x10FFFE)


class MarkedText:
    """`marks` are the characters, in the order of the text; `source` is the text with them."""

    def __init__(self, parts: list[Part], parse_mode: str | None) -> None:
        present = set(chain.from_iterable(part.source for part in parts))
        spare = (chr(code) for code in _CANDIDATES if chr(code) not in present)
        self.marks: dict[str, Placeholder] = {}
        self._parse_mode = parse_mode
        self._parts: list[tuple[str, str]] = []
        for source, content in parts:
            text = content if isinstance(content, str) else next(spare)
            if isinstance(content, Placeholder):
                self.marks[text] = content
            self._parts.append((source, text))
        self.source = "".join(text for _, text in self._parts)

    def markup(self) -> Markup:
        """With the marks in the text, in links and in languages of code.

        Raises `MarkupError`, whose offsets are those of the text as it was written.
        """
        try:
            return parse_markup(self.source, self._parse_mode, self._check_link)
        except MarkupError as error:
            raise MarkupError(self._as_written(str(error))) from None

    def misplaced(self, markup: Markup) -> list[Placeholder]:
        """Those that nothing would be seen of: in a tag, or in the host of a link."""
        seen = set(markup.text)
        for entity in markup.entities:
            seen.update(entity.url or "", entity.language or "")
        return [placeholder for mark, placeholder in self.marks.items() if mark not in seen]

    def _check_link(self, link: str) -> str:
        """A link may be one placeholder; in a longer one they stand behind the host."""
        if link in self.marks:
            return link
        checked = check_link(link)
        authority = re.split("[/?#]", checked.partition("://")[2], maxsplit=1)[0]
        if not self.marks.keys().isdisjoint(authority):
            raise ValueError("A placeholder in URL host")
        return checked

    def _as_written(self, message: str) -> str:
        message = re.sub(
            r"(?<=byte offset )[0-9]+", lambda match: str(self._written_at(int(match[0]))), message
        )
        return "".join(str(self.marks.get(character, character)) for character in message)

    def _written_at(self, offset: int) -> int:
        """In bytes, both what is given and what is returned."""
        written = 0
        for source, text in self._parts:
            size = len(text.encode())
            if offset < size:
                return written + (offset if source == text else 0)
            offset -= size
            written += len(source.encode())
        return written + offset
