"""deleteMessage and deleteMessages."""

from ..bots import Bot
from ..chats import BotChat
from ..errors import BadRequest
from ..group_chats import GroupChat
from ..objects import Message
from ..world import World
from .parameters import Parameters
from .targets import chat_of, message_of

_MOST = 100


def delete_message(_: World, bot: Bot, parameters: Parameters) -> bool:
    """https://core.telegram.org/bots/api#deletemessage; in a private chat the person's, too."""
    chat = chat_of(bot, parameters)
    message = message_of(chat, parameters, "delete")
    if not _may_delete(bot, chat, message):
        raise BadRequest("message can't be deleted")
    chat.delete(message.message_id)
    return True


def delete_messages(_: World, bot: Bot, parameters: Parameters) -> bool:
    """https://core.telegram.org/bots/api#deletemessages; those that are gone are left out."""
    given = parameters.json("message_ids", "can't parse message identifiers JSON object")
    if given is None:
        raise BadRequest("message identifiers are not specified")
    if not isinstance(given, list):
        raise BadRequest("expected an Array of message identifiers")
    if len(given) > _MOST:
        raise BadRequest("too many message identifiers specified")
    if not given:
        raise BadRequest("message identifiers are not specified")
    if not all(type(item) is int or (isinstance(item, str) and item.isdecimal()) for item in given):
        raise BadRequest("message identifier must be a Number")
    chat = chat_of(bot, parameters)
    for message_id in map(int, given):
        stored = chat.messages.get(message_id)
        if stored and _may_delete(bot, chat, stored.message):
            chat.delete(message_id)
    return True


def _may_delete(bot: Bot, chat: BotChat, message: Message) -> bool:
    is_own = message.from_ is not None and message.from_.id == bot.id
    return is_own or not isinstance(chat, GroupChat) or chat.bot_is_administrator
