"""editMessageText, -Caption, -Media and -ReplyMarkup.

https://core.telegram.org/bots/api#updating-messages. A message's inline keyboard goes with every
edit that does not bring one along.
"""

from typing import Any

import msgspec

from ..bots import Bot
from ..chats import BotChat
from ..errors import BadRequest
from ..file_objects import NO_FILE
from ..objects import Message
from ..world import World
from .input_media import input_media
from .keyboards import inline_keyboard
from .link_previews import link_preview_options
from .parameters import Parameters
from .targets import open_chat, own_message
from .texts import caption, message_text

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_message_text(world: World, bot: Bot, parameters: Parameters) -> bytes:
    """https://core.telegram.org/bots/api#editmessagetext"""
    preview = link_preview_options(parameters)
    formatted = message_text(bot, parameters)
    chat = open_chat(bot, parameters)
    markup = inline_keyboard(parameters, chat)
    message = own_message(bot, chat, parameters)
    if message.text is None:
        raise BadRequest("there is no text in the message to edit")
    return _edit(
        world,
        chat,
        message,
        text=formatted.text,
        entities=formatted.entities,
        link_preview_options=preview,
        reply_markup=markup,
    )


def edit_message_caption(world: World, bot: Bot, parameters: Parameters) -> bytes:
    """https://core.telegram.org/bots/api#editmessagecaption"""
    under = caption(bot, parameters)
    chat = open_chat(bot, parameters)
    markup = inline_keyboard(parameters, chat)
    message = own_message(bot, chat, parameters)
    if not message.takes_caption:
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
    given = parameters.json("media", "can't parse input media JSON object")
    if given is None:
        raise BadRequest('parameter "media" is required')
    media = input_media(bot, parameters, given, for_album=False)
    chat = open_chat(bot, parameters)
    markup = inline_keyboard(parameters, chat)
    message = own_message(bot, chat, parameters)
    if message.text is None and (not message.takes_caption or message.voice):
        raise BadRequest("message media can't be edited")
    _must_stay_in_album(message, media.kind.name)
    return _edit(
        world,
        chat,
        message,
        text=None,
        entities=(),
        link_preview_options=None,
        **(NO_FILE | media.content(world.files)),
        reply_markup=markup,
    )


def edit_message_reply_markup(world: World, bot: Bot, parameters: Parameters) -> bytes:
    """https://core.telegram.org/bots/api#editmessagereplymarkup"""
    chat = open_chat(bot, parameters)
    markup = inline_keyboard(parameters, chat)
    message = own_message(bot, chat, parameters)
    return _edit(world, chat, message, reply_markup=markup)


def _must_stay_in_album(message: Message, kind: str) -> None:
    """In an album photos and videos may take each other's place, and nothing else may."""
    if message.media_group_id is None:
        return
    visual = ("photo", "video")
    stays = kind in visual if message.photo or message.video else bool(getattr(message, kind))
    if not stays:
        raise BadRequest("can't change media type in the album")


def _edit(world: World, chat: BotChat, message: Message, **changes: Any) -> bytes:
    changed = msgspec.structs.replace(message, **changes)
    if changed == message:
        raise BadRequest(_NOT_MODIFIED)
    return chat.replace(msgspec.structs.replace(changed, edit_date=world.now)).body
