"""Texts with markup, read exactly as Telegram reads them.

`parse_text` answers with what a person would see and Telegram's own words where it would refuse.
The rules are those of TDLib, which every Bot API server uses. For people they are described at
https://core.telegram.org/bots/api#formatting-options

Only HTML is parsed. MarkdownV2 and Markdown are refused here although Telegram knows them.
"""

from .entities import Markup, MarkupError, finish
from .html_markup import HtmlReader

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
    raise MarkupError("unsupported parse_mode")


def parse_html(text: str) -> Markup:
    """`parse_text(text, "HTML")`."""
    return finish(*HtmlReader(text).read())


def escape_html(value: str) -> str:
    """The value as a text or an attribute of HTML that parses to just this value."""
    return (
        value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )
