"""Texts with entities, and what Telegram makes of any of them: cleaned, nested and trimmed.

The rules are those of `fix_formatted_text` and `fix_entities` of
https://github.com/tdlib/td/blob/master/td/telegram/MessageEntity.cpp
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from .errors import BotloomError


class MarkupError(BotloomError):
    """Telegram would refuse the text. `str()` is its description, without `Bad Request: `."""


def parsing_error(reason: str) -> MarkupError:
    """The refusal of a text whose markup is broken."""
    return MarkupError(f"can't parse entities: {reason}")


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


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


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
