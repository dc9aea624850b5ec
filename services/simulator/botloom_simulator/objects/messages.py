"""Messages and presses."""

from typing import Optional

from .base import TelegramObject
from .chats import Chat, User
from .contents import Contact, Dice, LinkPreviewOptions, Location, Poll, Venue
from .entities import MessageEntity
from .keyboards import InlineKeyboardMarkup
from .media import (
    Animation,
    Audio,
    Document,
    PhotoSize,
    Sticker,
    Video,
    VideoNote,
    Voice,
)

CAPTIONED = ("photo", "video", "animation", "document", "audio", "voice")
"""Kinds of content that a caption may stand under."""


class MessageOrigin(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#messageorigin: `user` or `channel`."""

    type: str
    date: int
    sender_user: User | None = None
    chat: Chat | None = None
    message_id: int | None = None


class Message(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#message; a channel's has `sender_chat`, not `from`."""

    message_id: int
    chat: Chat
    date: int
    from_: User | None = None
    sender_chat: Chat | None = None
    forward_origin: MessageOrigin | None = None
    reply_to_message: Optional["Message"] = None
    edit_date: int | None = None
    has_protected_content: bool = False
    media_group_id: str | None = None
    text: str | None = None
    entities: tuple[MessageEntity, ...] = ()
    link_preview_options: LinkPreviewOptions | None = None
    photo: tuple[PhotoSize, ...] = ()
    video: Video | None = None
    animation: Animation | None = None
    document: Document | None = None
    audio: Audio | None = None
    voice: Voice | None = None
    video_note: VideoNote | None = None
    sticker: Sticker | None = None
    location: Location | None = None
    venue: Venue | None = None
    contact: Contact | None = None
    poll: Poll | None = None
    dice: Dice | None = None
    caption: str | None = None
    caption_entities: tuple[MessageEntity, ...] = ()
    show_caption_above_media: bool = False
    has_media_spoiler: bool = False
    new_chat_members: tuple[User, ...] = ()
    left_chat_member: User | None = None
    reply_markup: InlineKeyboardMarkup | None = None

    @property
    def takes_caption(self) -> bool:
        return any(getattr(self, kind) for kind in CAPTIONED)

    @property
    def is_service(self) -> bool:
        """It tells what happened in the chat; nobody wrote it."""
        return bool(self.new_chat_members or self.left_chat_member)


class MessageId(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#messageid"""

    message_id: int


class CallbackQuery(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#callbackquery"""

    id: str
    from_: User
    message: Message
    chat_instance: str
    data: str
