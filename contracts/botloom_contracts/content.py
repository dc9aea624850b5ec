"""Content: what one message shows, and the rules it is held to where it is saved."""

from typing import Literal

import msgspec

from .entities import MarkupError
from .errors import FieldProblem
from .markup import parse_text
from .media import CAPTIONLESS, Media
from .placeholders import sample_text
from .telegram import CAPTION_MAX, TEXT_MAX, check_photo

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
    problems: list[FieldProblem] = []
    if content.photo_url is not None:
        problems += check_photo("photo_url", content.photo_url)
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
