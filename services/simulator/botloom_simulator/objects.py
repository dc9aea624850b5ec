"""Telegram's objects, as far as the simulator fills them in, with Telegram's field names.

https://core.telegram.org/bots/api#available-types
"""

from typing import Any

import msgspec
from botloom_contracts.entities import Entity

_encoder = msgspec.json.Encoder()
encode = _encoder.encode


class TelegramObject(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, rename={"from_": "from"}
):
    """Optional fields without a value are left out of the JSON, as Telegram leaves them out."""


class User(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#user; the last five are in the answer to getMe only."""

    id: int
    is_bot: bool
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    can_join_groups: bool | None = None
    can_read_all_group_messages: bool | None = None
    supports_inline_queries: bool | None = None
    can_connect_to_business: bool | None = None
    has_main_web_app: bool | None = None


class Chat(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#chat; private chats only."""

    id: int
    type: str
    first_name: str
    last_name: str | None = None
    username: str | None = None


class MessageEntity(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#messageentity"""

    type: str
    offset: int
    length: int
    url: str | None = None
    user: User | None = None
    language: str | None = None
    custom_emoji_id: str | None = None


class PhotoSize(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#photosize"""

    file_id: str
    file_unique_id: str
    width: int
    height: int
    file_size: int | None = None


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


class Message(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#message"""

    message_id: int
    from_: User
    chat: Chat
    date: int
    edit_date: int | None = None
    text: str | None = None
    entities: tuple[MessageEntity, ...] = ()
    photo: tuple[PhotoSize, ...] = ()
    caption: str | None = None
    caption_entities: tuple[MessageEntity, ...] = ()
    show_caption_above_media: bool = False
    has_media_spoiler: bool = False
    reply_markup: InlineKeyboardMarkup | None = None


class CallbackQuery(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#callbackquery"""

    id: str
    from_: User
    message: Message
    chat_instance: str
    data: str


class ChatMember(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#chatmember"""

    status: str
    user: User
    until_date: int | None = None


class ChatMemberUpdated(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#chatmemberupdated"""

    chat: Chat
    from_: User
    date: int
    old_chat_member: ChatMember
    new_chat_member: ChatMember


class File(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#file"""

    file_id: str
    file_unique_id: str
    file_size: int | None = None
    file_path: str | None = None


class BotCommand(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#botcommand"""

    command: str
    description: str


class WebhookInfo(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#webhookinfo"""

    url: str
    has_custom_certificate: bool
    pending_update_count: int
    last_error_date: int | None = None
    last_error_message: str | None = None
    max_connections: int | None = None
    allowed_updates: tuple[str, ...] | None = None


def message_entity(entity: Entity, mentioned: User | None) -> MessageEntity:
    return MessageEntity(
        type=entity.type,
        offset=entity.offset,
        length=entity.length,
        url=entity.url,
        language=entity.language,
        custom_emoji_id=entity.custom_emoji_id,
        user=mentioned,
    )
