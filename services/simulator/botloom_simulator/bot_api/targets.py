"""Which chat and which message a call is about."""

from ..bots import Bot
from ..chats import BotChat
from ..errors import BadRequest, Forbidden
from ..group_chats import GroupChat
from ..objects import Message
from ..private_chats import PrivateChat
from .parameters import Parameters


def chat_of(bot: Bot, parameters: Parameters, name: str = "chat_id") -> BotChat:
    """The chat that a parameter names by its id or its `@name`. Raises `Refusal`.

    As `check_chat_access` of
    https://github.com/tdlib/telegram-bot-api/blob/master/telegram-bot-api/Client.cpp, it must be
    open to reading.
    """
    chat_id = parameters.text(name).strip()
    if not chat_id:
        raise BadRequest(
            "chat_id is empty" if name == "chat_id" else f'parameter "{name}" is required'
        )
    chat = bot.find_chat(chat_id)
    if chat is None:
        if chat_id.isdecimal() and bot.find_user(int(chat_id[:18])):
            raise Forbidden("bot can't initiate conversation with a user")
        raise BadRequest("chat not found")
    if isinstance(chat, GroupChat) and not (chat.username and chat.bot_status != "kicked"):
        _must_be_inside(chat)
    return chat


def open_chat(bot: Bot, parameters: Parameters) -> BotChat:
    """A chat that the bot may write to. Raises `Refusal`."""
    chat = chat_of(bot, parameters)
    if isinstance(chat, PrivateChat) and chat.blocked:
        raise Forbidden("bot was blocked by the user")
    if isinstance(chat, GroupChat):
        _must_be_inside(chat)
        if chat.kind == "channel" and not chat.bot_is_administrator:
            raise BadRequest("need administrator rights in the channel chat")
    return chat


def message_of(
    chat: BotChat, parameters: Parameters, purpose: str, name: str = "message_id"
) -> Message:
    """The message named by a parameter; `purpose` is Telegram's word in the refusal."""
    message_id = parameters.integer(name, 0, 0, 2**31)
    if message_id == 0:
        raise BadRequest("message identifier is not specified")
    stored = chat.messages.get(message_id)
    if stored is None:
        raise BadRequest(f"message to {purpose} not found")
    return stored.message


def own_message(bot: Bot, chat: BotChat, parameters: Parameters) -> Message:
    """A message that the bot may edit: one of its own, and no forwarded one."""
    message = message_of(chat, parameters, "edit")
    if message.forward_origin or (message.from_ and message.from_.id != bot.id):
        raise BadRequest("message can't be edited")
    return message


def _must_be_inside(group: GroupChat) -> None:
    place = f"the {group.kind} chat"
    if group.bot_status == "kicked":
        raise Forbidden(f"bot was kicked from {place}")
    if not group.bot_is_inside:
        raise Forbidden(f"bot is not a member of {place}")
