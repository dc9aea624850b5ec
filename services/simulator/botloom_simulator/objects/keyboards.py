"""Keyboards under messages."""

from typing import Any

from .base import TelegramObject


class InlineKeyboardButton(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#inlinekeyboardbutton"""

    text: str
    url: str | None = None
    callback_data: str | None = None
    web_app: dict[str, Any] | None = None
    login_url: dict[str, Any] | None = None
    switch_inline_query: str | None = None
    switch_inline_query_current_chat: str | None = None
    switch_inline_query_chosen_chat: dict[str, Any] | None = None
    copy_text: dict[str, Any] | None = None
    callback_game: dict[str, Any] | None = None
    pay: bool | None = None
    style: str | None = None
    icon_custom_emoji_id: str | None = None


class InlineKeyboardMarkup(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#inlinekeyboardmarkup"""

    inline_keyboard: tuple[tuple[InlineKeyboardButton, ...], ...]
