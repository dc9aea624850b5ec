"""Telegram's objects, as far as the simulator fills them in, with Telegram's field names.

https://core.telegram.org/bots/api#available-types
"""

from .about import BotCommand, File, WebhookInfo
from .base import TelegramObject, encode
from .chats import AcceptedGiftTypes, Chat, ChatFullInfo, User
from .contents import (
    Contact,
    Dice,
    LinkPreviewOptions,
    Location,
    Poll,
    PollOption,
    Venue,
)
from .entities import MessageEntity, message_entity
from .keyboards import InlineKeyboardButton, InlineKeyboardMarkup
from .media import (
    Animation,
    Audio,
    Document,
    FileObject,
    PhotoSize,
    Sticker,
    Video,
    VideoNote,
    Voice,
)
from .members import ChatJoinRequest, ChatMember, ChatMemberUpdated, chat_member
from .messages import CallbackQuery, Message, MessageId, MessageOrigin

__all__ = [
    "AcceptedGiftTypes", "Animation", "Audio", "BotCommand", "CallbackQuery", "Chat",
    "ChatFullInfo", "ChatJoinRequest", "ChatMember", "ChatMemberUpdated", "Contact", "Dice",
    "Document", "File", "FileObject", "InlineKeyboardButton", "InlineKeyboardMarkup",
    "LinkPreviewOptions", "Location", "Message", "MessageEntity", "MessageId", "MessageOrigin",
    "PhotoSize", "Poll", "PollOption", "Sticker", "TelegramObject", "User", "Venue", "Video",
    "VideoNote", "Voice", "WebhookInfo", "chat_member", "encode", "message_entity",
]  # fmt: skip
