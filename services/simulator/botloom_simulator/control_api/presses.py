"""Presses of inline buttons."""

from botloom_contracts.errors import FieldProblem

from ..chats import BotChat
from ..errors import Problem
from ..objects import Message
from .requests import Request


class PressRequest(Request, frozen=True):
    message_id: int
    callback_data: str


def message_with_button(chat: BotChat, pressed: PressRequest) -> Message:
    """Raises `Problem` where the chat has no such message, or that no such button."""
    stored = chat.messages.get(pressed.message_id)
    if stored is None:
        raise Problem(FieldProblem("message_id", "exists", "is of no message in the chat"))
    markup = stored.message.reply_markup
    rows = markup.inline_keyboard if markup else ()
    if not any(button.callback_data == pressed.callback_data for row in rows for button in row):
        raise Problem(FieldProblem("callback_data", "exists", "is of no button on the message"))
    return stored.message
