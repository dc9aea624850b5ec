"""editMessageText, -Caption, -Media, -ReplyMarkup and deleteMessage.

https://core.telegram.org/bots/api#updating-messages. A message's inline keyboard goes with every
edit that does not bring one along.
"""

from typing import Any

import msgspec

from ..bots import Bot
from ..chats import PrivateChat
from ..errors import BadRequest
from ..objects import Message
from ..world import World
from .keyboards import inline_keyboard
from .parameters import Parameters
from .photos import stored_photo
from .targets import chat_of, message_of, open_chat, own_message
from .texts import caption, message_text

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_message_text(world: World, bot: Bot, parameters: Parameters) -> bytes:
    """https://core.telegram.org/bots/api#editmessagetext"""
    formatted = message_text(bot, parameters)
    markup = inline_keyboard(parameters)
    chat = open_chat(bot, parameters)
    message = own_message(bot, chat, parameters)
    if message.text is None:
        raise BadRequest("there is no text in the message to edit")
    return _edit(
        world,
        chat,
        message,
        text=formatted.text,
        entities=formatted.entities,
        reply_markup=markup,
    )


def edit_message_caption(world: World, bot: Bot, parameters: Parameters) -> bytes:
    """https://core.telegram.org/bots/api#editmessagecaption"""
    under = caption(bot, parameters)
    markup = inline_keyboard(parameters)
    chat = open_chat(bot, parameters)
    message = own_message(bot, chat, parameters)
    if not message.photo:
        raise BadRequest("there is no caption in the message to edit")
    return _edit(
        world,
        chat,
        message,
        caption=under.text or None,
        caption_entities=under.entities,
        show_caption_above_media=parameters.boolean("show_caption_above_media"),
        reply_markup=markup,
    )


def edit_message_media(world: World, bot: Bot, parameters: Parameters) -> bytes:
    """https://core.telegram.org/bots/api#editmessagemedia; adds media to a text message, too."""
    media = parameters.json("media", "can't parse input media JSON object")
    if media is None:
        raise BadRequest('parameter "media" is required')
    if not isinstance(media, dict):
        raise BadRequest("can't parse InputMedia: expected an Object")
    if media.get("type") != "photo":
        raise BadRequest(f'can\'t parse InputMedia: type "{media.get("type")}" is unsupported')
    under = caption(bot, Parameters(media))
    markup = inline_keyboard(parameters)
    chat = open_chat(bot, parameters)
    message = own_message(bot, chat, parameters)
    value = media.get("media")
    if not isinstance(value, str) or not value:
        raise BadRequest("can't parse InputMedia: media not found")
    photo = stored_photo(world.files, parameters, "media", value)
    return _edit(
        world,
        chat,
        message,
        text=None,
        entities=(),
        photo=photo.sizes(),
        caption=under.text or None,
        caption_entities=under.entities,
        show_caption_above_media=bool(media.get("show_caption_above_media")),
        has_media_spoiler=bool(media.get("has_spoiler")),
        reply_markup=markup,
    )


def edit_message_reply_markup(world: World, bot: Bot, parameters: Parameters) -> bytes:
    """https://core.telegram.org/bots/api#editmessagereplymarkup"""
    markup = inline_keyboard(parameters)
    chat = open_chat(bot, parameters)
    message = own_message(bot, chat, parameters)
    return _edit(world, chat, message, reply_markup=markup)


def delete_message(_: World, bot: Bot, parameters: Parameters) -> bool:
    """https://core.telegram.org/bots/api#deletemessage; in a private chat the person's, too."""
    chat = chat_of(bot, parameters)
    chat.delete(message_of(chat, parameters, "delete").message_id)
    return True


def _edit(world: World, chat: PrivateChat, message: Message, **changes: Any) -> bytes:
    changed = msgspec.structs.replace(message, **changes)
    if changed == message:
        raise BadRequest(_NOT_MODIFIED)
    return chat.replace(msgspec.structs.replace(changed, edit_date=world.now)).body
