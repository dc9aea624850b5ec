"""Content: what one message shows, and the rules it is held to where it is saved."""

from typing import Literal

import msgspec

from .entities import MarkupError
from .errors import FieldProblem
from .markup import parse_text
from .placeholders import sample_text
from .telegram import CAPTION_MAX, TEXT_MAX, check_photo

ParseMode = Literal["HTML"]


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """`message` is the text, or the caption where there is a photo; None shows nothing."""

    message: str | None = None
    photo_url: str | None = None
    parse_mode: ParseMode | None = "HTML"
    keyboard_id: int | None = None

    @property
    def is_empty(self) -> bool:
        return not self.message and not self.photo_url


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
    most = TEXT_MAX if content.photo_url is None else CAPTION_MAX
    if len(shown) > most:
        what = "text" if content.photo_url is None else "caption under a photo"
        detail = f"has {len(shown)} characters; a {what} has at most {most}"
        problems.append(FieldProblem("message", "length", detail))
    if not shown.strip():
        problems.append(FieldProblem("message", "required", "shows no text"))
    return problems
