"""One button of a reply keyboard: https://core.telegram.org/bots/api#keyboardbutton"""

from typing import Any

from ..errors import BadRequest
from .button_fields import checked_web_app, look, required_object

REQUESTS = {
    "request_contact": "phone number can be requested",
    "request_location": "location can be requested",
    "request_poll": "poll can be requested",
    "web_app": "Web App buttons can be used",
    "request_users": "users can be requested",
    "request_chat": "chats can be requested",
}
"""The kinds of buttons that are more than a text, and how Telegram refuses them in a group."""

_WHERE = "can't parse keyboard button"


def reply_button(button: Any) -> dict[str, Any]:
    """Raises `BadRequest`."""
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise BadRequest(f"{_WHERE}: KeyboardButton must be a String or an Object")
    shown: dict[str, Any] = dict(look(button, _WHERE))
    for name in ("request_contact", "request_location"):
        asked = button.get(name)
        if asked is not None and not isinstance(asked, bool):
            raise BadRequest(f'{_WHERE}: Field "{name}" must be of type Boolean')
        if asked:
            return shown | {name: True}
    if button.get("request_poll") is not None:
        return shown | {"request_poll": required_object(button, "request_poll", _WHERE)}
    if button.get("web_app") is not None:
        return shown | {"web_app": checked_web_app(button, "keyboard button", _WHERE)}
    for name in ("request_users", "request_chat"):
        if button.get(name) is not None:
            return shown | {name: required_object(button, name, _WHERE)}
    return shown
