"""Content: what one message shows, and the rules it is held to where it is saved."""

from collections.abc import Collection
from typing import Literal

import msgspec

from .entities import MarkupError
from .errors import FieldProblem
from .marked_text import MarkedText
from .markup import MAX_SOURCE_BYTES
from .media import CAPTIONLESS, Media
from .media_rules import check_media
from .placeholder_grammar import check_placeholders, parse_parts
from .splitting import split
from .telegram import CAPTION_MAX, TEXT_MAX, check_source, check_web_url

ParseMode = Literal["HTML", "MarkdownV2"]

PIECES_MAX = 10
"""A longer text is sent in several messages, and no more than these."""


class LinkPreview(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """https://core.telegram.org/bots/api#linkpreviewoptions"""

    disabled: bool = False
    url: str | None = None
    """In place of the first address in the text."""
    small: bool = False
    large: bool = False
    above: bool = False


class ContentOptions(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """How a content is sent."""

    protect: bool = False
    """Against forwarding and saving."""
    silent: bool = False
    caption_above: bool = False
    link_preview: LinkPreview = LinkPreview()


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """`message` is the text, or the caption of what has one; None shows nothing.

    Two media and more are an album.
    """

    message: str | None = None
    photo_url: str | None = None
    """Short for one photo in `media`."""
    parse_mode: ParseMode | None = "HTML"
    keyboard_id: int | None = None
    media: tuple[Media, ...] = ()
    options: ContentOptions = ContentOptions()

    @property
    def is_empty(self) -> bool:
        return not self.message and not self.photo_url and not self.media

    @property
    def message_is_caption(self) -> bool:
        """False where the message is a message of its own.

        An album has no keyboard, so with one the message goes below it, to carry the keyboard.
        """
        if not self.media:
            return self.photo_url is not None
        if len(self.media) > 1:
            return self.keyboard_id is None
        return not isinstance(self.media[0], CAPTIONLESS)


def check_content(content: Content, names: Collection[str] = ()) -> list[FieldProblem]:
    """The rules that need nothing but the content itself.

    `names` are the named groups of its pattern, which are placeholders too.
    """
    problems = [*_check_photo(content), *check_media(content.media), *_check_options(content)]
    if content.message is not None:
        is_caption = content.message_is_caption
        problems += check_message(content.message, content.parse_mode, is_caption, names)
    elif len(content.media) > 1 and content.keyboard_id is not None:
        detail = "an album has no keyboard; one stands under a message below it, which is missing"
        problems.append(FieldProblem("message", "album_keyboard", detail))
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


def _check_photo(content: Content) -> list[FieldProblem]:
    if content.photo_url is None:
        return []
    problems = check_source("photo_url", content.photo_url)
    if content.media:
        detail = "can't stand beside media; put the photo among them"
        problems.append(FieldProblem("photo_url", "exclusive", detail))
    return problems


def _check_options(content: Content) -> list[FieldProblem]:
    preview = content.options.link_preview
    problems: list[FieldProblem] = []
    if preview.url is not None:
        problems += check_web_url("options.link_preview.url", preview.url)
    if preview.small and preview.large:
        detail = "a preview is either small or large"
        problems.append(FieldProblem("options.link_preview.large", "exclusive", detail))
    return problems
