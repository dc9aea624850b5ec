"""Telegram's limits, with their source, and the checks of single values against them.

Lengths of texts are counted in Unicode code points, sizes of data in UTF-8 bytes, as the Bot API
does: https://core.telegram.org/bots/api
"""

import re

from .errors import FieldProblem

TEXT_MAX = 4096
"""sendMessage `text`, after entities parsing: https://core.telegram.org/bots/api#sendmessage"""

CAPTION_MAX = 1024
"""sendPhoto `caption`, after entities parsing: https://core.telegram.org/bots/api#sendphoto"""

CALLBACK_DATA_MAX_BYTES = 64
"""https://core.telegram.org/bots/api#inlinekeyboardbutton"""

CALLBACK_ANSWER_MAX = 200
"""https://core.telegram.org/bots/api#answercallbackquery"""

COMMAND_MAX = 32
"""https://core.telegram.org/bots/api#botcommand"""

START_PAYLOAD_MAX = 64
"""https://core.telegram.org/bots/features#deep-linking"""

INLINE_BUTTONS_MAX = 100
INLINE_ROW_MAX = 8
REPLY_BUTTONS_MAX = 300
REPLY_ROW_MAX = 12
"""Not documented; what Telegram's servers and applications accept."""

INPUT_FIELD_PLACEHOLDER_MAX = 64
"""https://core.telegram.org/bots/api#replykeyboardmarkup"""

BUTTON_LABEL_MAX = 128
"""Not documented; longer ones are cut off on every screen."""

URL_MAX = 2048
"""Not documented; what Telegram's servers accept."""

WEB_URL = re.compile(r"https?://[^\s/?#]+\.?[^\s]*", re.IGNORECASE)
LINK_URL = re.compile(r"(?:https?://[^\s/?#]+|tg://\w+)[^\s]*", re.IGNORECASE)
FILE_ID = re.compile(r"[\w-]{20,}", re.ASCII)


def check_length(field: str, value: str, least: int, most: int) -> list[FieldProblem]:
    """`least` to `most` characters."""
    if least <= len(value) <= most:
        return []
    detail = f"has {len(value)} characters; {least} to {most} are allowed"
    return [FieldProblem(field, "length", detail)]


def check_callback_data(field: str, value: str) -> list[FieldProblem]:
    """1 to 64 bytes of UTF-8."""
    size = len(value.encode())
    if 1 <= size <= CALLBACK_DATA_MAX_BYTES:
        return []
    detail = f"has {size} bytes in UTF-8; 1 to {CALLBACK_DATA_MAX_BYTES} are allowed"
    return [FieldProblem(field, "bytes", detail)]


def check_link(field: str, value: str) -> list[FieldProblem]:
    """The URL of a button: http, https or tg."""
    if len(value) <= URL_MAX and LINK_URL.fullmatch(value):
        return []
    return [FieldProblem(field, "url", "must be an http://, https:// or tg:// address")]


def check_photo(field: str, value: str) -> list[FieldProblem]:
    """An address that Telegram downloads from, or the `file_id` of a photo it has."""
    if len(value) <= URL_MAX and (WEB_URL.fullmatch(value) or FILE_ID.fullmatch(value)):
        return []
    detail = "must be an http:// or https:// address of a photo, or a Telegram file_id"
    return [FieldProblem(field, "url", detail)]
