"""Texts and captions of calls, with their entities."""

from typing import Any

import msgspec
from botloom_contracts.entities import Entity, Markup, MarkupError, finish, utf16_length
from botloom_contracts.markup import parse_text
from botloom_contracts.telegram import CAPTION_MAX, TEXT_MAX

from ..bots import Bot
from ..detection import with_found
from ..errors import BadRequest
from ..objects import MessageEntity, User, message_entity
from .parameters import Parameters

_GIVEN_TYPES = frozenset({
    "bold", "italic", "underline", "strikethrough", "spoiler", "code", "pre", "text_link",
    "text_mention", "custom_emoji", "blockquote", "expandable_blockquote",
})  # fmt: skip
_FOUND_TYPES = frozenset({
    "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number",
    "bank_card_number",
})  # fmt: skip


class Formatted(msgspec.Struct, frozen=True):
    text: str
    entities: tuple[MessageEntity, ...]


def message_text(bot: Bot, parameters: Parameters) -> Formatted:
    """https://core.telegram.org/bots/api#sendmessage. Raises `BadRequest`."""
    if not parameters.has("text"):
        raise BadRequest("message text is empty")
    formatted = _formatted(
        bot,
        parameters.text("text"),
        parameters.text("parse_mode"),
        _entities(parameters, "entities"),
        TEXT_MAX,
        "message is too long",
    )
    if not formatted.text:
        raise BadRequest("text must be non-empty")
    return formatted


def caption(bot: Bot, parameters: Parameters) -> Formatted:
    """https://core.telegram.org/bots/api#sendphoto; empty without one. Raises `BadRequest`."""
    return _formatted(
        bot,
        parameters.text("caption"),
        parameters.text("parse_mode"),
        _entities(parameters, "caption_entities"),
        CAPTION_MAX,
        "message caption is too long",
    )


def formatted(
    bot: Bot,
    parameters: Parameters,
    name: str,
    most: int,
    too_long: str,
    prefix: str | None = None,
) -> Formatted:
    """Any other text, such as a poll's `question` with `question_parse_mode`.

    `prefix` stands before `parse_mode` and `entities`; None is the name and `_`.
    """
    prefix = f"{name}_" if prefix is None else prefix
    return _formatted(
        bot,
        parameters.text(name),
        parameters.text(f"{prefix}parse_mode"),
        _entities(parameters, f"{prefix}entities"),
        most,
        too_long,
    )


def _formatted(
    bot: Bot, text: str, parse_mode: str, entities: list[Entity], most: int, too_long: str
) -> Formatted:
    try:
        markup = parse_text(text, parse_mode)
    except MarkupError as error:
        raise BadRequest(str(error)) from None
    if entities and parse_mode.lower() in ("", "none"):
        markup = _finish(text, entities)
    if len(markup.text) > most:
        raise BadRequest(too_long)
    markup = with_found(markup)
    return Formatted(
        markup.text,
        tuple(
            message_entity(entity, _person(bot, entity.user_id))
            for entity in markup.entities
            # Telegram leaves out mentions of people whom the bot has not met.
            if entity.type != "text_mention" or _person(bot, entity.user_id)
        ),
    )


def _finish(text: str, entities: list[Entity]) -> Markup:
    size = utf16_length(text)
    for entity in entities:
        if entity.end > size:
            raise BadRequest(
                f"entity beginning at UTF-16 offset {entity.offset} ends after the end of the text "
                f"at UTF-16 offset {entity.end}"
            )
    return finish(text, entities)


def _person(bot: Bot, user_id: int | None) -> User | None:
    return bot.find_user(user_id) if user_id is not None else None


def _entities(parameters: Parameters, name: str) -> list[Entity]:
    """Those that the call gives itself; what Telegram finds by itself is not among them."""
    given = parameters.json(name, "can't parse entities JSON object")
    if not isinstance(given, list):
        return []
    return [entity for item in given if (entity := _entity(item)) is not None]


def _entity(item: Any) -> Entity | None:
    if not isinstance(item, dict):
        raise BadRequest("can't parse MessageEntity: expected an Object")
    kind = item.get("type")
    if kind in _FOUND_TYPES:
        return None
    if kind not in _GIVEN_TYPES:
        raise BadRequest("can't parse MessageEntity: Unsupported type specified")
    user = item.get("user")
    if isinstance(user, dict):
        item = item | {"user_id": user.get("id")}
    try:
        entity = msgspec.convert(item, Entity)
    except msgspec.ValidationError as error:
        raise BadRequest(f"can't parse MessageEntity: {error}") from None
    if entity.offset < 0 or entity.length < 0:
        raise BadRequest(f"receive an entity with incorrect offset {entity.offset}")
    return entity
