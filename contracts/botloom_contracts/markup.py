"""Texts with entities, read exactly as Telegram reads them.

`parse_text` answers with what a person would see and Telegram's own words where it would refuse.
The rules are those of TDLib, which every Bot API server uses: `parse_html`, `fix_formatted_text`
and `fix_entities` of https://github.com/tdlib/td/blob/master/td/telegram/MessageEntity.cpp, and
`check_link_impl` of `LinkManager.cpp`. For people they are described at
https://core.telegram.org/bots/api#formatting-options

Only HTML is parsed. MarkdownV2 and Markdown are refused here although Telegram knows them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from .errors import BotloomError

MAX_SOURCE_BYTES = 2**15
"""Telegram's servers read no longer text, tags and all."""


class MarkupError(BotloomError):
    """Telegram would refuse the text. `str()` is its description, without `Bad Request: `."""


class Entity(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """https://core.telegram.org/bots/api#messageentity; offsets are in UTF-16 code units.

    A `text_mention` carries the id of the person, since a text alone knows no more of them.
    """

    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None
    custom_emoji_id: str | None = None
    user_id: int | None = None

    @property
    def end(self) -> int:
        return self.offset + self.length


class Markup(msgspec.Struct, frozen=True):
    """A text as it is shown. `entities` are in Telegram's order: by offset, the longest first."""

    text: str
    entities: tuple[Entity, ...] = ()


def parse_text(text: str, parse_mode: str | None) -> Markup:
    """The text as Telegram would show it in this parse mode, whose case does not matter.

    Empty where Telegram would find nothing to show. Raises `MarkupError`.
    """
    if len(text.encode("utf-8", "replace")) > MAX_SOURCE_BYTES:
        raise MarkupError("text is too long")
    mode = (parse_mode or "").lower()
    if mode in ("", "none"):
        return finish(text, ())
    if mode == "html":
        return parse_html(text)
    raise MarkupError("unsupported parse_mode")


def parse_html(text: str) -> Markup:
    """`parse_text(text, "HTML")`."""
    return finish(*_HtmlReader(text).read())


def escape_html(value: str) -> str:
    """The value as a text or an attribute of HTML that parses to just this value."""
    return (
        value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


# HTML

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


class _HtmlReader:
    """Reads bytes, because the offsets in Telegram's refusals count bytes of UTF-8."""

    def __init__(self, text: str) -> None:
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
            raise _refusal(
                f'Can\'t find end tag corresponding to start tag "{self._open[-1].name}"'
            )
        text = "".join(self._parts)
        if not _is_unicode(text):
            raise _refusal(
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
            raise _refusal(f"Unclosed start tag at byte offset {start}")
        if name not in _TYPES:
            raise _refusal(f'Unsupported start tag "{name}" at byte offset {start}')
        argument = ""
        while self._byte() != b">":
            self._take(_SPACES)
            if self._byte() == b">":
                break
            attribute = self._take(_ATTRIBUTE).decode()
            if not attribute:
                raise _refusal(f'Empty attribute name in the tag "{name}" at byte offset {start}')
            value = self._attribute_value(name, start)
            argument = _argument(name, attribute, value, argument)
        self._at += 1
        if name == "span" and argument != "spoiler":
            raise _refusal(f'Tag "span" must have class "tg-spoiler" at byte offset {start}')
        self._open.append(_OpenTag(name, argument, self._offset, len(self._parts)))

    def _attribute_value(self, tag: str, start: int) -> str | None:
        """None for an attribute without a value."""
        self._take(_SPACES)
        has_value = self._byte() == b"="
        if has_value:
            self._at += 1
            self._take(_SPACES)
        if self._byte() == b"\0":
            raise _refusal(f'Unclosed start tag "{tag}" at byte offset {start}')
        if not has_value:
            return None
        value = self._quoted() if self._byte() in _PARTS else self._bare()
        if self._byte() == b"\0":
            raise _refusal(f"Unclosed start tag at byte offset {start}")
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
            raise _refusal(f"Unexpected end of name token at byte offset {start}")
        return value

    def _end_tag(self) -> None:
        start = self._at
        if not self._open:
            raise _refusal(f"Unexpected end tag at byte offset {start}")
        self._at += 2
        name = self._take(_NAME).lower().decode()
        self._take(_SPACES)
        if self._byte() != b">":
            raise _refusal(f"Unclosed end tag at byte offset {start}")
        self._at += 1
        tag = self._open.pop()
        if name not in ("", tag.name):
            raise _refusal(
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
            user_id = _mentioned_user(url)
            if user_id is None:
                try:
                    url = check_link(url)
                except ValueError:
                    return
            else:
                kind, url = "text_mention", None
        elif tag.name == "tg-emoji":
            emoji = _emoji_id(tag.argument)
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


def _refusal(reason: str) -> MarkupError:
    return MarkupError(f"can't parse entities: {reason}")


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


def _emoji_id(argument: str) -> str:
    if not re.fullmatch(r"-?[0-9]{1,19}", argument) or int(argument) == 0:
        raise _refusal("Invalid custom emoji identifier specified")
    return str(int(argument))


def _mentioned_user(url: str) -> int | None:
    match = re.match(r"tg:(?://)?user/?\?([^#]*)", url.lower())
    if match:
        for parameter in match[1].split("&"):
            key, _, value = parameter.partition("=")
            if key == "id" and re.fullmatch(r"[0-9]{1,18}", value) and int(value):
                return int(value)
    return None


# Links

_SCHEME = re.compile(r"([^:/?#@\[\]]*)://")
_HOST = re.compile(r"(?:[a-z0-9.\-_!$,~*'();&+=\u0080-\U0010ffff]|%[a-f0-9]{2})*")
_LAST_PORT = 65535


def check_link(link: str) -> str:
    """The link in its canonical form. Raises `ValueError` with Telegram's reason."""
    own = re.match(r"(tg|tonsite|ton):(?://)?", link, re.IGNORECASE)
    if own is None:
        scheme, authority, host, query = _split_url(link)
        if "." not in host and not host.startswith("["):
            raise ValueError("Wrong HTTP URL")
        return f"{scheme}://{authority}{query}"
    rest, name = link[own.end() :], own[1].lower()
    scheme, authority, host, query = _split_url(rest)
    if rest.lower().startswith("http://") or scheme == "https" or authority != host:
        raise ValueError("Wrong tg URL" if name == "tg" else "Wrong ton URL")
    if not re.fullmatch(r"[a-z0-9._-]*" if name == "tonsite" else r"[a-z0-9_-]*", host):
        raise ValueError("Unallowed characters in URL host")
    return f"{name}://{host}{query.removeprefix('/') if query.startswith('/?') else query}"


def _split_url(url: str) -> tuple[str, str, str, str]:
    """Scheme, authority, host and the rest, as `parse_url` of TDLib's `HttpUrl.cpp`."""
    scheme, rest = "http", url
    if match := _SCHEME.match(url):
        scheme, rest = match[1].lower(), url[match.end() :]
        if scheme not in ("http", "https"):
            raise ValueError("Unsupported URL protocol")
    cut = re.search(r"[/?#]", rest)
    authority, query = (rest[: cut.start()], rest[cut.start() :]) if cut else (rest, "")
    login, at, address = authority.rpartition("@")
    host, colon, port = address.rpartition(":")
    if not colon or "]" in port:
        host, port = address, ""
    elif not re.fullmatch(r"[0-9]+", port) or not 0 < int(port) <= _LAST_PORT:
        raise ValueError("Wrong port number specified in the URL")
    if not host:
        raise ValueError("URL host is empty")
    if host == ".":
        raise ValueError("Host is invalid")
    host = host.lower()
    if host.startswith("[") and host.endswith("]"):
        if not re.fullmatch(r"\[[0-9a-f:.]*:[0-9a-f:.]*\]", host):
            raise ValueError("Wrong IPv6 address specified in the URL")
    elif not _HOST.fullmatch(host):
        is_percent = "%" in host
        raise ValueError(
            "Wrong percent-encoded symbol in URL host" if is_percent else "Wrong URL host"
        )
    query = query.rstrip(" \t\r\n\v\0") or "/"
    query = re.sub(r"[\0-\x20]", lambda match: f"%{ord(match[0]):02X}", query)
    if not query.startswith("/"):
        query = f"/{query}"
    number = f":{int(port)}" if port else ""
    return scheme, f"{login}{at}{host}{number}", host, query


# What Telegram makes of any text and its entities

_SPLITTABLE = ("bold", "italic", "underline", "strikethrough", "spoiler")
_QUOTES = ("blockquote", "expandable_blockquote")
_CODE = ("pre", "code")
_PRIORITY = {
    "blockquote": 0, "expandable_blockquote": 0, "pre": 11, "code": 20,
    "text_link": 49, "text_mention": 49,
    "bold": 90, "italic": 91, "underline": 92, "strikethrough": 93, "spoiler": 94,
    "custom_emoji": 99,
}  # fmt: skip
_OTHER_PRIORITY = 50

_CONTROLS = {code: " " for code in range(32) if chr(code) not in "\n\r"}
_REMOVED = re.compile(r"[\r\u2028-\u202e\u0333\u033f\u030a]")


def finish(text: str, entities: Iterable[Entity]) -> Markup:
    """What is left of a text and its entities when Telegram has cleaned, nested and trimmed them.

    Control characters become spaces; carriage returns, direction marks and some combining lines
    go; white space at the ends goes, at the start only as far as the first entity. Entities are
    split and merged so that none intersect, and code holds no others.
    """
    text, kept = _without_removed(text.translate(_CONTROLS), arrange(entities))
    shown = text.rstrip(" \n")
    if not shown:
        return Markup("")
    end = utf16_length(shown)
    # Characters that went may have brought entities of one type together.
    kept = arrange(_resized(entity, entity.offset, min(entity.end, end)) for entity in kept)
    margin = len(shown) - len(shown.lstrip(" \n"))
    if kept:
        margin = min(margin, kept[0].offset)
    if margin:
        kept = [_resized(entity, entity.offset - margin, entity.end - margin) for entity in kept]
    return Markup(shown[margin:], tuple(kept))


def _without_removed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    if not _REMOVED.search(text):
        return text, entities
    gone: list[int] = []
    at = offset = 0
    for match in _REMOVED.finditer(text):
        offset += utf16_length(text[at : match.start()])
        at = match.start()
        gone.append(offset)

    def moved(offset: int) -> int:
        return offset - bisect_left(gone, offset)

    return _REMOVED.sub("", text), [_resized(e, moved(e.offset), moved(e.end)) for e in entities]


def _resized(entity: Entity, start: int, end: int) -> Entity:
    if (start, end) == (entity.offset, entity.end):
        return entity
    return msgspec.structs.replace(entity, offset=start, length=end - start)


def arrange(entities: Iterable[Entity]) -> list[Entity]:
    """Entities as Telegram stores them: none intersect, and they stand in its order."""
    entities = _sorted(entity for entity in entities if entity.length > 0)
    if len(entities) <= 1:
        return entities
    quotes = _without_intersections(e for e in entities if e.type in _QUOTES)
    whole = [
        entity
        for entity in _without_intersections(
            e for e in entities if e.type not in _QUOTES and e.type not in _SPLITTABLE
        )
        if all(
            entity.end <= quote.offset
            or quote.end <= entity.offset
            or (quote.offset <= entity.offset and entity.end <= quote.end)
            for quote in quotes
        )
    ]
    fixed = quotes + whole
    splittable = [entity for entity in entities if entity.type in _SPLITTABLE]
    return _sorted([*fixed, *_split(splittable, fixed)])


def _sorted(entities: Iterable[Entity]) -> list[Entity]:
    return sorted(
        entities, key=lambda e: (e.offset, -e.length, _PRIORITY.get(e.type, _OTHER_PRIORITY))
    )


def _without_intersections(entities: Iterable[Entity]) -> list[Entity]:
    kept: list[Entity] = []
    for entity in entities:
        if not kept or entity.offset >= kept[-1].end:
            kept.append(entity)
    return kept


def _split(entities: Sequence[Entity], around: Sequence[Entity]) -> list[Entity]:
    """Merged where they touch, cut at the borders of the entities around, left out of code."""
    borders = sorted({border for entity in around for border in (entity.offset, entity.end)})
    code = [entity for entity in around if entity.type in _CODE]
    parts: list[Entity] = []
    for kind in _SPLITTABLE:
        for start, end in _merged((e.offset, e.end) for e in entities if e.type == kind):
            cuts = [start, *(border for border in borders if start < border < end), end]
            parts += [
                Entity(type=kind, offset=left, length=right - left)
                for left, right in pairwise(cuts)
                if not any(block.offset <= left and right <= block.end for block in code)
            ]
    return parts


def _merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
