"""Content: what one message shows, and the rules it is held to where it is saved."""

from typing import Literal

import msgspec

from .entities import MarkupError
from .errors import FieldProblem
from .markup import parse_text
from .media import CAPTIONLESS, Media
from .media_rules import check_media
from .placeholders import sample_text
from .telegram import CAPTION_MAX, TEXT_MAX, check_source, check_web_url

ParseMode = Literal["HTML"]


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


def check_content(content: Content) -> list[FieldProblem]:
    """The rules that need nothing but the content itself."""
    problems = [*_check_photo(content), *check_media(content.media), *_check_options(content)]
    if len(content.media) > 1 and content.keyboard_id is not None and content.message is None:
        detail = "an album has no keyboard; one stands under a message below it, which is missing"
        problems.append(FieldProblem("message", "album_keyboard", detail))
    if content.message is None:
        return problems
    try:
        shown = parse_text(sample_text(content.message), content.parse_mode).text
    except MarkupError as error:
        return [*problems, FieldProblem("message", "markup", str(error))]
    most = CAPTION_MAX if content.message_is_caption else TEXT_MAX
    if len(shown) > most:
        what = "caption" if content.message_is_caption else "text"
        detail = f"has {len(shown)} characters; a {what} has at most {most}"
        problems.append(FieldProblem("message", "length", detail))
    if not shown.strip():
        problems.append(FieldProblem("message", "required", "shows no text"))
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
