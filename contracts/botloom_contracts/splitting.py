"""Long texts in pieces that Telegram takes, cut where a reader would cut them.

Telegram counts the characters of a message in Unicode code points (`utf8_length` against
`message_text_length_max` in
https://github.com/tdlib/td/blob/master/td/telegram/MessageContent.cpp), and so do the bounds here.
Only the offsets of entities are in UTF-16 code units.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right

import msgspec

from .entities import Markup, MarkupError, finish
from .html_printing import print_html
from .markup import MAX_SOURCE_BYTES, parse_markup

_PARAGRAPH = re.compile(r"\n(?: *\n)+")
_LINE = re.compile(r"\n+")
_SENTENCE = re.compile(r"(?<=[.!?…]) +|(?<=[.!?…][\"'»”)\]]) +")
_WORD = re.compile(r" +")
_LONGEST_CLUSTER = 64
_JOINER = "\u200d"


def split(markup: Markup, most: int) -> list[Markup]:
    """Pieces of at most `most` characters, none of them empty.

    An entity that is cut goes on in the next piece. Joined, the pieces are the text but for white
    space at the cuts.
    """
    text = markup.text
    if len(text) <= most:
        return [markup] if text else []
    pairs = [at for at, character in enumerate(text) if character > "\uffff"]
    pair_offsets = [at + before for before, at in enumerate(pairs)]
    ranges = [
        (e.offset - bisect_left(pair_offsets, e.offset), e.end - bisect_left(pair_offsets, e.end))
        for e in markup.entities
    ]
    whole = [
        borders
        for borders, entity in zip(ranges, markup.entities, strict=True)
        if entity.type == "custom_emoji"
    ]
    pieces: list[Markup] = []
    start = 0
    while start < len(text):
        end, after = _cut(text, start, most, whole)
        origin = start + bisect_left(pairs, start)
        entities = []
        for (first, last), entity in zip(ranges, markup.entities, strict=True):
            if first < end and start < last:
                left, right = max(first, start), min(last, end)
                offset = left + bisect_left(pairs, left) - origin
                length = right + bisect_left(pairs, right) - origin - offset
                entities.append(msgspec.structs.replace(entity, offset=offset, length=length))
        piece = finish(text[start:end], entities)
        if piece.text:
            pieces.append(piece)
        start = after
    return pieces


def _cut(text: str, start: int, most: int, whole: list[tuple[int, int]]) -> tuple[int, int]:
    """Where the piece from `start` ends and where the next begins.

    At a paragraph, line, sentence or word of its second half, else at any word, else in a word.
    """
    limit = start + most
    if limit >= len(text):
        return len(text), len(text)
    middle = start + most // 2
    places = [(_PARAGRAPH, middle), (_LINE, middle), (_SENTENCE, middle), (_WORD, middle)]
    for pattern, least in [*places, (_WORD, start)]:
        found = None
        for match in pattern.finditer(text, least):
            if match.start() > limit:
                break
            if match.start() > start and _border_of(match.start(), whole) is None:
                found = match
        if found is not None:
            return found.start(), found.end()
    border = _border_of(limit, whole)
    if border is not None and border > start:
        return border, border
    end = _before_cluster(text, start, limit)
    return end, end


def _border_of(at: int, whole: list[tuple[int, int]]) -> int | None:
    """The start of what must not be cut at this place."""
    index = bisect_right(whole, (at, -1)) - 1
    return whole[index][0] if index >= 0 and whole[index][0] < at < whole[index][1] else None


def _before_cluster(text: str, start: int, limit: int) -> int:
    """The nearest place before `limit` where no accent, emoji or flag is torn from its base."""
    for at in range(limit, max(start, limit - _LONGEST_CLUSTER), -1):
        if not _continues(text, start, at):
            return at
    return limit


def _continues(text: str, start: int, at: int) -> bool:
    character = text[at]
    if text[at - 1] == _JOINER or character == _JOINER:
        return True
    if _is_flag_letter(character):
        first = at
        while first > start and _is_flag_letter(text[first - 1]):
            first -= 1
        return (at - first) % 2 == 1
    return "\U0001f3fb" <= character <= "\U0001f3ff" or unicodedata.category(character)[0] == "M"


def _is_flag_letter(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def split_text(text: str, parse_mode: str | None, most: int) -> list[str]:
    """A source in pieces that each show at most `most` characters; the text itself if it is one.

    More pieces than one are HTML, whatever the parse mode was, or plain text where there was none.
    A text that Telegram would refuse is one piece, for Telegram to refuse.
    """
    if len(text) <= most and len(text) * 4 <= MAX_SOURCE_BYTES:
        return [text]
    try:
        pieces = split(parse_markup(text, parse_mode), most)
    except MarkupError:
        return [text]
    if len(pieces) <= 1 and _is_readable(text):
        return [text]
    if parse_mode is None:
        return [piece.text for piece in pieces]
    return [html for piece in pieces for html in _printed(piece)]


def _printed(piece: Markup) -> list[str]:
    """In finer pieces where its tags alone are too long to be read."""
    html = print_html(piece)
    size = len(piece.text)
    if _is_readable(html) or size == 1:
        return [html]
    return [part for finer in split(piece, (size + 1) // 2) for part in _printed(finer)]


def _is_readable(source: str) -> bool:
    return len(source.encode("utf-8", "replace")) <= MAX_SOURCE_BYTES
