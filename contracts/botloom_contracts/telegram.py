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

ALBUM_MIN = 2
ALBUM_MAX = 10
"""https://core.telegram.org/bots/api#sendmediagroup"""

CONTACT_NAME_MAX = 64
"""Not documented; what Telegram's servers accept of anyone's first and last name."""

VENUE_TEXT_MAX = 256
"""Of its title and of its address. Not documented; no application shows more."""

POLL_QUESTION_MAX = 300
POLL_OPTIONS_MAX = 12
POLL_EXPLANATION_MAX = 200
POLL_EXPLANATION_LINE_FEEDS_MAX = 2
"""https://core.telegram.org/bots/api#sendpoll"""

POLL_OPTION_MAX = 100
"""https://core.telegram.org/bots/api#inputpolloption"""

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

REPLY_MARKUP_MAX_BYTES = 10_240
"""JSON in UTF-8. Not documented; more is refused as "reply markup is too long":
https://github.com/tginfo/Telegram-Limits/issues/187
"""

COPY_TEXT_MAX = 256
"""https://core.telegram.org/bots/api#copytextbutton"""

INLINE_QUERY_MAX = 256
"""https://core.telegram.org/bots/api#inlinequery"""

INPUT_FIELD_PLACEHOLDER_MAX = 64
"""https://core.telegram.org/bots/api#replykeyboardmarkup"""

BUTTON_LABEL_MAX = 128
"""Not documented; longer ones are cut off on every screen."""

URL_MAX = 2048
"""Not documented; what Telegram's servers accept."""

WEB_URL = re.compile(r"https?://[^\s/?#]+\.?[^\s]*", re.IGNORECASE)
HTTPS_URL = re.compile(r"https://[^\s/?#]+[^\s]*", re.IGNORECASE)
LINK_URL = re.compile(r"(?:https?://[^\s/?#]+|tg://\w+)[^\s]*", re.IGNORECASE)
FILE_ID = re.compile(r"[\w-]{20,}", re.ASCII)
PHONE_NUMBER = re.compile(r"\+?[0-9]{3,15}")
"""At most 15 digits, as E.164 has it."""
CUSTOM_EMOJI_ID = re.compile(r"[0-9]{1,20}")


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


def check_web_app(field: str, value: str) -> list[FieldProblem]:
    """https://core.telegram.org/bots/api#webappinfo"""
    if len(value) <= URL_MAX and HTTPS_URL.fullmatch(value):
        return []
    return [FieldProblem(field, "url", "must be an https:// address")]


def check_web_url(field: str, value: str) -> list[FieldProblem]:
    if len(value) <= URL_MAX and WEB_URL.fullmatch(value):
        return []
    return [FieldProblem(field, "url", "must be an http:// or https:// address")]


def check_source(field: str, value: str) -> list[FieldProblem]:
    """An address that Telegram downloads from, or the `file_id` of a file it has."""
    if len(value) <= URL_MAX and (WEB_URL.fullmatch(value) or FILE_ID.fullmatch(value)):
        return []
    detail = "must be an http:// or https:// address of a file, or a Telegram file_id"
    return [FieldProblem(field, "url", detail)]
