"""What happens when a person presses a button of the bot's reply keyboard."""

from typing import Any

from botloom_contracts.errors import FieldProblem

from .. import contents
from ..errors import Problem
from ..objects import User
from ..private_chats import PrivateChat
from .messages import SQUARE, own_contact


def pressed(chat: PrivateChat, label: str) -> dict[str, Any]:
    """The content that the person sends by it; empty for a Web App, which only opens.

    Raises `Problem` where the keyboard has no such button.
    """
    button = _button(chat, label)
    if button is None:
        raise Problem(FieldProblem("text", "exists", "is of no button of the reply keyboard"))
    return _content(button, chat.person)


def _button(chat: PrivateChat, label: str) -> dict[str, Any] | None:
    rows = (chat.reply_keyboard or {}).get("keyboard", ())
    return next((button for row in rows for button in row if button["text"] == label), None)


def _content(button: dict[str, Any], person: User) -> dict[str, Any]:
    if button.get("request_contact"):
        return own_contact(person)
    if button.get("request_location"):
        return contents.location_content(*SQUARE)
    if "request_poll" in button:
        kind = button["request_poll"].get("type") or "regular"
        return contents.poll_content("Tea or coffee?", ("Tea", "Coffee"), kind)
    if "web_app" in button or "request_users" in button or "request_chat" in button:
        return {}
    return contents.text_content(button["text"])
