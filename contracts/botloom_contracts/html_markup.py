"""Telegram's HTML: `parse_html` of
https://github.com/tdlib/td/blob/master/td/telegram/MessageEntity.cpp
"""

import re
from collections.abc import Callable
from typing import NamedTuple

import msgspec

from .entities import Entity, parsing_error, utf16_length
from .links import check_link, mentioned_user, parse_emoji_id

_TYPES = {
    "b": "bold", "strong": "bold",
    "i": "italic", "em": "italic",
    "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "tg-spoiler": "spoiler", "span": "spoiler",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}  # fmt: skip
_NAMED = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}
_LONGEST_REFERENCE = 10
_LAST_CODE_POINT = 0x10FFFF

# TDLib reads a C string: its end is a zero byte, which counts as white space.
_SPACE = rb" \t\r\n\v\0"
_PLAIN = re.compile(rb"[^<&]+")
_REFERENCE = re.compile(rb"&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([a-zA-Z]*))")
_NAME = re.compile(rb"[^" + _SPACE + rb">]*")
_SPACES = re.compile(rb"[ \t\r\n\v]*")
_ATTRIBUTE = re.compile(rb"[^" + _SPACE + rb"=>/\"']*")
_TOKEN = re.compile(rb"[a-zA-Z0-9.-]*")
_PARTS = {quote: re.compile(rb"[^&\0" + quote + rb"]+") for quote in (b"'", b'"')}


class _OpenTag(NamedTuple):
    name: str
    argument: str
    offset: int
    part: int


class HtmlReader:
    """Reads bytes, because the offsets in Telegram's refusals count bytes of UTF-8.

    `check` brings a link into its canonical form; a link that it raises `ValueError` for is none.
    """

    def __init__(self, text: str, check: Callable[[str], str] = check_link) -> None:
        self._check_link = check
        self._data = text.encode("utf-8", "replace")
        self._size = len(self._data)
        self._data += b"\0"
        self._at = 0
        self._parts: list[str] = []
        self._offset = 0
        self._open: list[_OpenTag] = []
        self._entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        data = self._data
        while self._at < self._size:
            byte = data[self._at : self._at + 1]
            if byte == b"<":
                if data[self._at + 1 : self._at + 2] == b"/":
                    self._end_tag()
                else:
                    self._start_tag()
            elif byte == b"&":
                self._add(self._reference() or self._one_byte())
            else:
                self._add(self._take(_PLAIN, self._size))
        if self._open:
            raise parsing_error(
                f'Can\'t find end tag corresponding to start tag "{self._open[-1].name}"'
            )
        text = "".join(self._parts)
        if not _is_unicode(text):
            raise parsing_error(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
        # The language of code that no <pre> stands around is not Telegram's.
        return text, [
            msgspec.structs.replace(e, language=None) if e.type == "code" and e.language else e
            for e in self._entities
        ]

    def _take(self, pattern: re.Pattern[bytes], end: int | None = None) -> bytes:
        match = pattern.match(self._data, self._at, len(self._data) if end is None else end)
        if match is None:
            return b""
        self._at = match.end()
        return match.group()

    def _byte(self) -> bytes:
        return self._data[self._at : self._at + 1]

    def _one_byte(self) -> bytes:
        self._at += 1
        return self._data[self._at - 1 : self._at]

    def _add(self, part: str | bytes) -> None:
        text = part if isinstance(part, str) else part.decode()
        self._parts.append(text)
        self._offset += utf16_length(text)

    def _reference(self) -> str | None:
        """The character that a reference at this place stands for; None leaves it as it is."""
        match = _REFERENCE.match(self._data, self._at)
        if match is None:
            return None
        hexadecimal, decimal, name = match.groups()
        if name is not None:
            char = _NAMED.get(name)
        else:
            code = int(hexadecimal or b"0", 16) if decimal is None else int(decimal or b"0")
            is_short = match.end() - match.start() < _LONGEST_REFERENCE
            char = chr(code) if is_short and 0 < code < _LAST_CODE_POINT else None
        if char is not None:
            self._at = match.end()
            if self._byte() == b";":
                self._at += 1
        return char

    def _start_tag(self) -> None:
        start = self._at
        self._at += 1
        name = self._take(_NAME).lower().decode()
        if self._byte() == b"\0":
            raise parsing_error(f"Unclosed start tag at byte offset {start}")
        if name not in _TYPES:
            raise parsing_error(f'Unsupported start tag "{name}" at byte offset {start}')
        argument = ""
        while self._byte() != b">":
            self._take(_SPACES)
            if self._byte() == b">":
                break
            attribute = self._take(_ATTRIBUTE).decode()
            if not attribute:
                raise parsing_error(
                    f'Empty attribute name in the tag "{name}" at byte offset {start}'
                )
            value = self._attribute_value(name, start)
            argument = _argument(name, attribute, value, argument)
        self._at += 1
        if name == "span" and argument != "spoiler":
            raise parsing_error(f'Tag "span" must have class "tg-spoiler" at byte offset {start}')
        self._open.append(_OpenTag(name, argument, self._offset, len(self._parts)))

    def _attribute_value(self, tag: str, start: int) -> str | None:
        """None for an attribute without a value."""
        self._take(_SPACES)
        has_value = self._byte() == b"="
        if has_value:
            self._at += 1
            self._take(_SPACES)
        if self._byte() == b"\0":
            raise parsing_error(f'Unclosed start tag "{tag}" at byte offset {start}')
        if not has_value:
            return None
        value = self._quoted() if self._byte() in _PARTS else self._bare()
        if self._byte() == b"\0":
            raise parsing_error(f"Unclosed start tag at byte offset {start}")
        return value

    def _quoted(self) -> str:
        quote = self._one_byte()
        parts: list[str] = []
        while self._byte() not in (quote, b"\0"):
            if self._byte() == b"&":
                parts.append(self._reference() or self._one_byte().decode())
            else:
                parts.append(self._take(_PARTS[quote]).decode())
        if self._byte() == quote:
            self._at += 1
        return "".join(parts)

    def _bare(self) -> str:
        start = self._at
        value = self._take(_TOKEN).lower().decode()
        if self._byte() not in (b" ", b"\t", b"\r", b"\n", b"\v", b"\0", b">"):
            raise parsing_error(f"Unexpected end of name token at byte offset {start}")
        return value

    def _end_tag(self) -> None:
        start = self._at
        if not self._open:
            raise parsing_error(f"Unexpected end tag at byte offset {start}")
        self._at += 2
        name = self._take(_NAME).lower().decode()
        self._take(_SPACES)
        if self._byte() != b">":
            raise parsing_error(f"Unclosed end tag at byte offset {start}")
        self._at += 1
        tag = self._open.pop()
        if name not in ("", tag.name):
            raise parsing_error(
                f"Unmatched end tag at byte offset {start}, "
                f'expected "</{tag.name}>", found "</{name}>"'
            )
        if self._offset > tag.offset:
            self._close(tag)

    def _close(self, tag: _OpenTag) -> None:
        kind, length = _TYPES[tag.name], self._offset - tag.offset
        last = self._entities[-1] if self._entities else None
        url = language = emoji = user_id = None
        if tag.name == "a":
            url = tag.argument or "".join(self._parts[tag.part :])
            user_id = mentioned_user(url)
            if user_id is None:
                try:
                    url = self._check_link(url)
                except ValueError:
                    return
            else:
                kind, url = "text_mention", None
        elif tag.name == "tg-emoji":
            try:
                emoji = parse_emoji_id(tag.argument)
            except ValueError as error:
                raise parsing_error(str(error)) from None
        elif tag.name == "blockquote" and tag.argument:
            kind = "expandable_blockquote"
        elif tag.name == "code":
            language = tag.argument or None
        # <pre> and <code class="language-…"> around the same text, in either order, are one entity.
        if last and (last.offset, last.length) == (tag.offset, length):
            if (kind, last.type) == ("pre", "code") and last.language:
                language = last.language
            if (kind, last.type) in (("pre", "code"), ("code", "pre")) and language:
                self._entities.pop()
                kind = "pre"
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


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _argument(tag: str, attribute: str, value: str | None, earlier: str) -> str:
    match tag, attribute:
        case "blockquote", "expandable":
            return "1"
        case ("a", "href") | ("tg-emoji", "emoji-id") if value is not None:
            return value
        case "code", "class" if value is not None and value.startswith("language-"):
            return value.removeprefix("language-")
        case "span", "class" if value is not None and value.startswith("tg-"):
            return value.removeprefix("tg-")
    return earlier
