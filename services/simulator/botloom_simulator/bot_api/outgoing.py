"""What all methods that send have in common: the chat, the keyboard, the reply, the options."""

from typing import Any

import msgspec

from ..bots import Bot
from ..chats import BotChat
from ..errors import BadRequest
from ..group_chats import GroupChat
from ..objects import InlineKeyboardMarkup, Message
from ..world import World
from .keyboards import ReplyKeyboard, ReplyMarkup, must_fit, reply_markup
from .parameters import Parameters
from .targets import chat_of, open_chat


class Outgoing(msgspec.Struct, frozen=True):
    """A message that lacks only its content."""

    world: World
    bot: Bot
    chat: BotChat
    markup: ReplyMarkup
    draft: Message

    def send(self, **content: Any) -> bytes:
        """Put the message with these fields into the chat; its JSON."""
        if isinstance(self.markup, InlineKeyboardMarkup):
            content["reply_markup"] = self.markup
        message = msgspec.structs.replace(
            self.draft, message_id=self.bot.next_message_id(), **content
        )
        body = self.chat.add(message).body
        if isinstance(self.markup, ReplyKeyboard):
            self.chat.set_reply_keyboard(self.markup.markup)
        return body


def outgoing(
    world: World, bot: Bot, parameters: Parameters, *, with_markup: bool = True
) -> Outgoing:
    """Raises `Refusal` where the chat, the keyboard or the message replied to does not fit."""
    markup = reply_markup(parameters) if with_markup else None
    chat = open_chat(bot, parameters)
    must_fit(markup, chat)
    is_channel = isinstance(chat, GroupChat) and chat.kind == "channel"
    draft = Message(
        message_id=0,
        from_=None if is_channel else bot.user,
        sender_chat=chat.as_chat() if is_channel else None,
        chat=chat.as_chat(),
        date=world.now,
        reply_to_message=_replied_to(bot, chat, parameters),
        has_protected_content=parameters.boolean("protect_content"),
    )
    return Outgoing(world, bot, chat, markup, draft)


def _replied_to(bot: Bot, chat: BotChat, parameters: Parameters) -> Message | None:
    """https://core.telegram.org/bots/api#replyparameters, and its predecessors."""
    given = parameters.json("reply_parameters", "can't parse reply parameters JSON object")
    if given is None:
        given = {
            "message_id": parameters.integer("reply_to_message_id", 0, 0, 2**31),
            "allow_sending_without_reply": parameters.boolean("allow_sending_without_reply"),
        }
    if not isinstance(given, dict):
        raise BadRequest("object expected as reply parameters")
    if not given:
        return None
    reply = Parameters(given)
    if not reply.has("message_id"):
        raise BadRequest('can\'t find field "message_id"')
    message_id = reply.integer("message_id", 0, 0, 2**31)
    if message_id == 0:
        return None
    place = chat_of(bot, reply) if reply.has("chat_id") else chat
    stored = place.messages.get(message_id)
    if stored is None:
        if reply.boolean("allow_sending_without_reply"):
            return None
        raise BadRequest("message to be replied not found")
    # Telegram shows one message of a chain of replies, never the next.
    return msgspec.structs.replace(stored.message, reply_to_message=None)
