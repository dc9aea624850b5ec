"""What inline and reply buttons share: their text, style and icon, and addresses in them."""

from collections.abc import Mapping
from typing import Any

from botloom_contracts.links import check_link

from ..errors import BadRequest

STYLES = ("primary", "success", "danger")


def look(button: Mapping[str, Any], where: str) -> dict[str, str]:
    """`text` and, if given, `style` and `icon_custom_emoji_id`. Raises `BadRequest`."""
    text = required_text(button, "text", where)
    if not text.strip():
        raise BadRequest(f"{where}: Button text must be non-empty")
    shown = {"text": text}
    if icon := button.get("icon_custom_emoji_id"):
        if isinstance(icon, bool) or not isinstance(icon, str | int):
            raise BadRequest(f'{where}: Field "icon_custom_emoji_id" must be a Number')
        if not str(icon).isascii() or not str(icon).isdigit():
            raise BadRequest(f'{where}: Can\'t parse as an integer string "{icon}"')
        shown["icon_custom_emoji_id"] = str(icon)
    if style := button.get("style"):
        if not isinstance(style, str):
            raise BadRequest(f'{where}: Field "style" must be of type String')
        style = style.lower()
        if style not in (*STYLES, "default"):
            raise BadRequest(f"{where}: invalid button style specified")
        if style != "default":
            shown["style"] = style
    return shown


def required_text(given: Mapping[str, Any], name: str, where: str) -> str:
    """A field that must be there, and a text. Raises `BadRequest`."""
    value = given.get(name)
    if value is None:
        raise BadRequest(f'{where}: Can\'t find field "{name}"')
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise BadRequest(f'{where}: Field "{name}" must be of type String')
    return str(value)


def required_object(given: Mapping[str, Any], name: str, where: str) -> dict[str, Any]:
    """A field that is there, and an object. Raises `BadRequest`."""
    value = given.get(name)
    if not isinstance(value, dict):
        raise BadRequest(f'{where}: Field "{name}" must be of type Object')
    return value


def checked_url(url: str, what: str) -> str:
    """`what` begins the refusal: "inline keyboard button". Raises `BadRequest`."""
    try:
        return check_link(url)
    except ValueError as error:
        raise BadRequest(f"{what} URL '{url}' is invalid: {error}") from None


def checked_web_app(button: Mapping[str, Any], what: str, where: str) -> dict[str, str]:
    """The button's `web_app`, whose address must be of HTTPS. Raises `BadRequest`."""
    url = required_text(required_object(button, "web_app", where), "url", where)
    checked = checked_url(url, f"{what} Web App")
    if not checked.startswith("https://"):
        raise BadRequest(f"{what} Web App URL '{url}' is invalid: Only HTTPS links are allowed")
    return {"url": checked}
