"""Texts with markup, read exactly as Telegram reads them.

`parse_text` answers with what a person would see and Telegram's own words where it would refuse.
The rules are those of TDLib, which every Bot API server uses. For people they are described at
https://core.telegram.org/bots/api#formatting-options

HTML and MarkdownV2 are parsed. The old Markdown, which can nest nothing and escape little, is refused
here although Telegram still knows it.
"""

from .entities import Markup, MarkupError, finish
from .html_markup import HtmlReader
from .markdown_markup import MarkdownReader

MAX_SOURCE_BYTES = 2**15
"""Telegram's servers read no longer text, tags and all."""


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
    if mode == "markdownv2":
        return parse_markdown(text)
    raise MarkupError("unsupported parse_mode")


def parse_html(text: str) -> Markup:
    """`parse_text(text, "HTML")`."""
    return finish(*HtmlReader(text).read())


def parse_markdown(text: str) -> Markup:
    """`parse_text(text, "MarkdownV2")`."""
    return finish(*MarkdownReader(text).read())
