"""Content: what one message shows, and the rules it is held to where it is saved."""

from collections.abc import Collection
from typing import Literal

import msgspec

from .entities import MarkupError
from .errors import FieldProblem
from .marked_text import MarkedText
from .markup import MAX_SOURCE_BYTES
from .placeholder_grammar import check_placeholders, parse_parts
from .splitting import split
from .telegram import CAPTION_MAX, TEXT_MAX, check_photo

ParseMode = Literal["HTML", "MarkdownV2"]

PIECES_MAX = 10
"""A longer text is sent in several messages, and no more than these."""


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """`message` is the text, or the caption where there is a photo; None shows nothing."""

    message: str | None = None
    photo_url: str | None = None
    parse_mode: ParseMode | None = "HTML"
    keyboard_id: int | None = None

    @property
    def is_empty(self) -> bool:
        return not self.message and not self.photo_url


def check_content(content: Content, names: Collection[str] = ()) -> list[FieldProblem]:
    """The rules that need nothing but the content itself.

    `names` are the named groups of its pattern, which are placeholders too.
    """
    problems: list[FieldProblem] = []
    if content.photo_url is not None:
        problems += check_photo("photo_url", content.photo_url)
    if content.message is not None:
        is_caption = content.photo_url is not None
        problems += check_message(content.message, content.parse_mode, is_caption, names)
    return problems


def check_message(
    message: str, parse_mode: ParseMode | None, is_caption: bool, names: Collection[str] = ()
) -> list[FieldProblem]:
    """A message of its own, or a caption: its markup, its placeholders and its length.

    A placeholder counts as one character.
    """
    pieces = 1 if is_caption else PIECES_MAX
    size = len(message.encode("utf-8", "replace"))
    if size > pieces * MAX_SOURCE_BYTES:
        detail = f"has {size} bytes in UTF-8; {pieces * MAX_SOURCE_BYTES} are allowed"
        return [FieldProblem("message", "length", detail)]
    problems = check_placeholders("message", message, names, parse_mode)
    marked = MarkedText(parse_parts(message, parse_mode), parse_mode)
    try:
        markup = marked.markup()
    except MarkupError as error:
        return [*problems, FieldProblem("message", "markup", str(error))]
    for placeholder in marked.misplaced(markup):
        detail = f"{placeholder} stands where nothing is shown of it: in a tag or in a link's host"
        problems.append(FieldProblem("message", "placeholder", detail))
    if not markup.text:
        problems.append(FieldProblem("message", "required", "shows no text"))
    elif is_caption and len(markup.text) > CAPTION_MAX:
        detail = f"has {len(markup.text)} characters; a caption has at most {CAPTION_MAX}"
        problems.append(FieldProblem("message", "length", detail))
    elif len(split(markup, TEXT_MAX)) > PIECES_MAX:
        detail = f"has {len(markup.text)} characters; {PIECES_MAX} messages of {TEXT_MAX} hold less"
        problems.append(FieldProblem("message", "length", detail))
    return problems
