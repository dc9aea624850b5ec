"""Telegram's MarkdownV2: `parse_markdown_v2` of
https://github.com/tdlib/td/blob/master/td/telegram/MessageEntity.cpp
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from .entities import Entity, parsing_error, utf16_length
from .links import check_link, custom_emoji_id, mentioned_user

_NAMES = {
    "bold": "Bold",
    "italic": "Italic",
    "underline": "Underline",
    "strikethrough": "Strikethrough",
    "spoiler": "Spoiler",
    "code": "Code",
    "pre": "Pre",
    "text_link": "TextUrl",
    "custom_emoji": "CustomEmoji",
    "blockquote": "BlockQuote",
}
_MARKS = {
    "bold": b"*",
    "underline": b"__",
    "strikethrough": b"~",
    "spoiler": b"||",
    "code": b"`",
    "pre": b"```",
    "text_link": b"]",
    "custom_emoji": b"]",
}
_OPENED = {b"*": "bold", b"~": "strikethrough", b"[": "text_link"}
_CODE = ("code", "pre")

_PLAIN = re.compile(rb"[^\\_*\[\]()~`>#+\-=|{}.!\n]+")
_PLAIN_CODE = re.compile(rb"[^\\`]+")
# A backslash stands for itself where no character of ASCII follows.
_ESCAPED = re.compile(rb"\\([\x01-\x7e])?")
# TDLib reads a C string: its end is a zero byte, which counts as white space.
_LANGUAGE = re.compile(rb"([^ \t\r\n\v\0`]+)(?=[ \t\r\n\v\0])")
_LINE_END = re.compile(rb"\r\n|\n\r|\n|\r")
_URL = re.compile(rb"(?:\\[\x01-\x7e]|[^)])*")


class _Open(NamedTuple):
    type: str
    offset: int
    """In UTF-16 code units of the text."""
    source_at: int
    """In bytes of the source."""
    text_at: int
    """In bytes of the text."""
    language: str | None = None


class MarkdownReader:
    """Reads bytes, because the offsets in Telegram's refusals count bytes of UTF-8.

    `check` brings a link into its canonical form; a link that it raises `ValueError` for is none.
    """

    def __init__(self, source: str, check: Callable[[str], str] = check_link) -> None:
        self._check_link = check
        self._data = source.encode("utf-8", "replace")
        self._size = len(self._data)
        self._data += b"\0"
        self._at = 0
        self._text = bytearray()
        self._offset = 0
        self._open: list[_Open] = []
        self._entities: list[Entity] = []
        self._has_quote = False
        self._can_quote = True

    def read(self) -> tuple[str, list[Entity]]:
        data = self._data
        while self._at < self._size:
            in_code = bool(self._open) and self._open[-1].type in _CODE
            plain = (_PLAIN_CODE if in_code else _PLAIN).match(data, self._at, self._size)
            if plain is not None:
                self._add_plain(plain.group())
            elif data[self._at] == ord("\\"):
                self._escaped()
            elif self._ends_entity():
                self._end()
            else:
                self._start()
        self._end_last_quote()
        if self._open:
            raise self._unclosed()
        return self._text.decode(), self._entities

    def _is_next(self, mark: bytes, at: int | None = None) -> bool:
        return self._data.startswith(mark, self._at if at is None else at)

    def _add(self, text: bytes) -> None:
        self._text += text
        self._offset += utf16_length(text.decode())

    def _add_plain(self, text: bytes) -> None:
        self._at += len(text)
        self._add(text)
        if text.strip(b"\r"):
            self._can_quote = False

    def _escaped(self) -> None:
        match = _ESCAPED.match(self._data, self._at, self._size)
        assert match is not None  # noqa: S101 - a backslash is here
        character = match[1] or b"\\"
        self._at = match.end()
        self._add(character)
        if character != b"\r":
            self._can_quote = character == b"\n"

    def _ends_entity(self) -> bool:
        if not self._open:
            return False
        if self._has_quote and self._is_next(b"\n") and not self._is_next(b">", self._at + 1):
            return True
        kind = self._open[-1].type
        if kind == "blockquote":
            return False
        if kind == "italic":
            return self._is_next(b"_") and not self._is_next(b"__")
        return self._is_next(_MARKS[kind])

    def _start(self) -> None:
        start, byte = self._at, self._data[self._at : self._at + 1]
        kind, language = _OPENED.get(byte), None
        self._at += 1
        if byte == b"\n":
            self._add(b"\n")
            self._can_quote = True
            return
        if byte == b">" and self._can_quote:
            if self._has_quote:
                return
            kind = "blockquote"
            self._has_quote = True
        elif byte == b"_":
            kind = "underline" if self._is_next(b"_") else "italic"
            self._at += kind == "underline"
        elif byte == b"`":
            kind = "code"
            if self._is_next(b"``"):
                kind = "pre"
                self._at += 2
                language = self._language()
        elif (byte, self._data[self._at : self._at + 1]) in ((b"|", b"|"), (b"!", b"[")):
            kind = "spoiler" if byte == b"|" else "custom_emoji"
            self._at += 1
        if kind is None:
            raise parsing_error(
                f"Character '{byte.decode()}' is reserved "
                "and must be escaped with the preceding '\\'"
            )
        self._open.append(_Open(kind, self._offset, start, len(self._text), language))

    def _language(self) -> str | None:
        """Passes over the language of code, and over one end of a line behind it."""
        match = _LANGUAGE.match(self._data, self._at)
        if match is not None and match.end() < self._size:
            self._at = match.end()
            language = match[1].decode()
        else:
            language = None
        line_end = _LINE_END.match(self._data, self._at)
        if line_end is not None:
            self._at = line_end.end()
        return language

    def _end(self) -> None:
        is_line_end = self._is_next(b"\n")
        tag = self._open.pop()
        kind = tag.type
        if is_line_end and kind != "blockquote":
            # A spoiler that begins where the quote ends makes the quote expandable.
            gap = self._at - tag.source_at
            is_mark = gap == 2 or (gap == 3 and self._text.endswith(b"\r"))  # noqa: PLR2004 - `||`, and its `\\r`
            if kind != "spoiler" or not is_mark:
                raise self._unclosed(tag)
            tag = self._open.pop()
            if tag.type != "blockquote":
                raise self._unclosed(tag)
            kind = "expandable_blockquote"
        if tag.type == "blockquote":
            self._at += 1
            self._add(b"\n")
            self._has_quote, self._can_quote = False, True
            self._close(kind, tag)
        elif kind == "text_link":
            self._at += 1
            self._close_link(tag)
        elif kind == "custom_emoji":
            self._at += 1
            self._close_emoji(tag)
        else:
            self._at += len(_MARKS.get(kind, b"_"))
            self._close(kind, tag, language=tag.language)

    def _end_last_quote(self) -> None:
        if not self._has_quote:
            return
        kind = "blockquote"
        if self._open[-1].type == "spoiler" and self._open[-1].source_at == self._size - 2:
            self._open.pop()
            kind = "expandable_blockquote"
        if self._open[-1].type == "blockquote":
            self._close(kind, self._open.pop())

    def _close(
        self,
        kind: str,
        tag: _Open,
        *,
        url: str | None = None,
        language: str | None = None,
        emoji: str | None = None,
        user_id: int | None = None,
    ) -> None:
        length = self._offset - tag.offset
        if length:
            self._entities.append(
                Entity(
                    type=kind,
                    offset=tag.offset,
                    length=length,
                    url=url,
                    language=language,
                    custom_emoji_id=emoji,
                    user_id=user_id,
                )
            )

    def _close_link(self, tag: _Open) -> None:
        is_given = self._is_next(b"(")
        url = self._url("a URL") if is_given else self._text[tag.text_at :].decode()
        user_id = mentioned_user(url)
        if user_id is not None:
            self._close("text_mention", tag, user_id=user_id)
            return
        try:
            url = self._check_link(url)
        except ValueError:
            return
        self._close("text_link", tag, url=url)

    def _close_emoji(self, tag: _Open) -> None:
        if not self._is_next(b"("):
            raise parsing_error("Custom emoji entity must contain a tg://emoji URL")
        try:
            emoji = custom_emoji_id(self._url("a custom emoji URL"))
        except ValueError as error:
            raise parsing_error(str(error)) from None
        self._close("custom_emoji", tag, emoji=emoji)

    def _url(self, what: str) -> str:
        start = self._at + 1
        match = _URL.match(self._data, start, self._size)
        end = match.end() if match else start
        if self._data[end] != ord(")"):
            raise parsing_error(f"Can't find end of {what} at byte offset {start}")
        self._at = end + 1
        return re.sub(rb"\\([\x01-\x7e])", rb"\1", self._data[start:end]).decode()

    def _unclosed(self, tag: _Open | None = None) -> Exception:
        tag = tag or self._open[-1]
        name = "PreCode" if tag.language else _NAMES[tag.type]
        return parsing_error(f"Can't find end of {name} entity at byte offset {tag.source_at}")
