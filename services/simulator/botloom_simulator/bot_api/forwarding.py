"""forwardMessage and copyMessage."""

from typing import Any

import msgspec

from ..bots import Bot
from ..errors import BadRequest
from ..objects import Message, MessageId, MessageOrigin, encode
from ..objects.messages import CAPTIONED
from ..world import World
from .outgoing import Outgoing, outgoing
from .parameters import Parameters
from .targets import chat_of, message_of
from .texts import caption

_CONTENT = (
    "text", "entities", "link_preview_options", *CAPTIONED, "video_note", "sticker", "location",
    "venue", "contact", "poll", "dice", "caption", "caption_entities",
    "show_caption_above_media", "has_media_spoiler",
)  # fmt: skip


def forward_message(world: World, bot: Bot, parameters: Parameters) -> bytes:
    """https://core.telegram.org/bots/api#forwardmessage"""
    message = _source(bot, parameters, "forward")
    out = outgoing(world, bot, parameters, with_markup=False)
    if message.has_protected_content or message.is_service:
        raise BadRequest("the message can't be forwarded")
    return out.send(**_content(message), forward_origin=message.forward_origin or _origin(message))


def copy_message(world: World, bot: Bot, parameters: Parameters) -> bytes:
    """https://core.telegram.org/bots/api#copymessage; a caption takes the place of the old one."""
    replaced = parameters.has("caption")
    under = caption(bot, parameters)
    message = _source(bot, parameters, "copy")
    out = outgoing(world, bot, parameters)
    is_quiz = message.poll is not None and message.poll.type == "quiz"
    if message.has_protected_content or message.is_service or is_quiz:
        raise BadRequest("the message can't be copied")
    content = _content(message)
    if replaced and message.takes_caption:
        content |= {
            "caption": under.text or None,
            "caption_entities": under.entities,
            "show_caption_above_media": parameters.boolean("show_caption_above_media"),
        }
    return _message_id(out, content)


def _source(bot: Bot, parameters: Parameters, purpose: str) -> Message:
    place = chat_of(bot, parameters, "from_chat_id")
    if not parameters.integer("message_id", 0, 0, 2**31):
        raise BadRequest(f"message to {purpose} not found")
    return message_of(place, parameters, purpose)


def _content(message: Message) -> dict[str, Any]:
    return {name: getattr(message, name) for name in _CONTENT}


def _origin(message: Message) -> MessageOrigin:
    if message.from_:
        return MessageOrigin(type="user", date=message.date, sender_user=message.from_)
    return MessageOrigin(
        type="channel", date=message.date, chat=message.chat, message_id=message.message_id
    )


def _message_id(out: Outgoing, content: dict[str, Any]) -> bytes:
    sent = msgspec.json.decode(out.send(**content), type=MessageId)
    return encode(sent)
