"""Parts of texts with a meaning of their own."""

from botloom_contracts.entities import Entity

from .base import TelegramObject
from .chats import User


class MessageEntity(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#messageentity"""

    type: str
    offset: int
    length: int
    url: str | None = None
    user: User | None = None
    language: str | None = None
    custom_emoji_id: str | None = None


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
