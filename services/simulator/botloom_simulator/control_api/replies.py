"""Which message a person replies to."""

import msgspec
from botloom_contracts.errors import FieldProblem

from ..chats import BotChat
from ..errors import Problem
from ..objects import Message
from .messages import MessageRequest


def replied_to(chat: BotChat, message: MessageRequest) -> Message | None:
    """Raises `Problem` where the chat has no such message."""
    if message.reply_to_message_id is None:
        return None
    stored = chat.messages.get(message.reply_to_message_id)
    if stored is None:
        raise Problem(FieldProblem("reply_to_message_id", "exists", "is of no message in the chat"))
    return msgspec.structs.replace(stored.message, reply_to_message=None)
