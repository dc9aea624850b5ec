"""Texts with markup, read exactly as Telegram reads them.

`parse_text` answers with what a person would see and Telegram's own words where it would refuse.
The rules are those of TDLib, which every Bot API server uses. For people they are described at
https://core.telegram.org/bots/api#formatting-options

HTML and MarkdownV2 are parsed. The old Markdown, which can nest nothing and escape little, is
refused here although Telegram still knows it.
"""

from collections.abc import Callable

from .entities import Markup, MarkupError, finish
from .html_markup import HtmlReader
from .links import check_link
from .markdown_markup import MarkdownReader

MAX_SOURCE_BYTES = 2**15
"""Telegram's servers read no longer text, tags and all."""


def parse_text(text: str, parse_mode: str | None) -> Markup:
    """The text as Telegram would show it in this parse mode, whose case does not matter.

    Empty where Telegram would find nothing to show. Raises `MarkupError`.
    """
    if len(text.encode("utf-8", "replace")) > MAX_SOURCE_BYTES:
        raise MarkupError("text is too long")
    return parse_markup(text, parse_mode)


def parse_markup(
    text: str, parse_mode: str | None, check: Callable[[str], str] = check_link
) -> Markup:
    """`parse_text` of a text of any length. `check` stands for Telegram's check of a link."""
    mode = (parse_mode or "").lower()
    if mode in ("", "none"):
        return finish(text, ())
    if mode == "html":
        return finish(*HtmlReader(text, check).read())
    if mode == "markdownv2":
        return finish(*MarkdownReader(text, check).read())
    raise MarkupError("unsupported parse_mode")


def parse_html(text: str) -> Markup:
    """`parse_markup(text, "HTML")`."""
    return parse_markup(text, "HTML")
