"""Which chat and which message a call is about."""

from ..bots import Bot
from ..chats import PrivateChat
from ..errors import BadRequest, BotBlocked
from ..objects import Message
from .parameters import Parameters


def chat_of(bot: Bot, parameters: Parameters) -> PrivateChat:
    """The chat named by `chat_id`. Raises `BadRequest`."""
    chat_id = parameters.text("chat_id").strip()
    if not chat_id:
        raise BadRequest("chat_id is empty")
    chat = bot.chats.get(int(chat_id[:18])) if chat_id.isascii() and chat_id.isdigit() else None
    if chat is None:
        raise BadRequest("chat not found")
    return chat


def open_chat(bot: Bot, parameters: Parameters) -> PrivateChat:
    """A chat whose person has not blocked the bot. Raises `Refusal`."""
    chat = chat_of(bot, parameters)
    if chat.blocked:
        raise BotBlocked
    return chat


def message_of(chat: PrivateChat, parameters: Parameters, purpose: str) -> Message:
    """The message named by `message_id`; `purpose` is Telegram's word in the refusal."""
    message_id = parameters.integer("message_id", 0, 0, 2**31)
    if message_id == 0:
        raise BadRequest("message identifier is not specified")
    stored = chat.messages.get(message_id)
    if stored is None:
        raise BadRequest(f"message to {purpose} not found")
    return stored.message


def own_message(bot: Bot, chat: PrivateChat, parameters: Parameters) -> Message:
    """A message that the bot may edit: one of its own."""
    message = message_of(chat, parameters, "edit")
    if message.from_.id != bot.id:
        raise BadRequest("message can't be edited")
    return message
