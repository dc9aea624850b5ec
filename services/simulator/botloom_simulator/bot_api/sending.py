"""sendMessage, sendPhoto, sendChatAction."""

import msgspec

from ..bots import Bot
from ..chats import TYPING_S, PrivateChat, Typing
from ..errors import BadRequest
from ..objects import InlineKeyboardMarkup, Message
from ..world import World
from .keyboards import ReplyKeyboard, ReplyMarkup, reply_markup
from .parameters import Parameters
from .photos import stored_photo
from .targets import open_chat
from .texts import caption, message_text

_ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "record_audio", "upload_audio", "upload_document", "choose_sticker", "find_location",
    "pick_up_location", "record_video_note", "upload_video_note",
})  # fmt: skip


def send_message(world: World, bot: Bot, parameters: Parameters) -> bytes:
    """https://core.telegram.org/bots/api#sendmessage"""
    formatted = message_text(bot, parameters)
    markup = reply_markup(parameters)
    chat = open_chat(bot, parameters)
    message = _draft(world, bot, chat)
    return _send(
        chat,
        msgspec.structs.replace(message, text=formatted.text, entities=formatted.entities),
        markup,
    )


def send_photo(world: World, bot: Bot, parameters: Parameters) -> bytes:
    """https://core.telegram.org/bots/api#sendphoto"""
    under = caption(bot, parameters)
    markup = reply_markup(parameters)
    chat = open_chat(bot, parameters)
    photo = stored_photo(world.files, parameters, "photo", parameters.text("photo"))
    return _send(
        chat,
        msgspec.structs.replace(
            _draft(world, bot, chat),
            photo=photo.sizes(),
            caption=under.text or None,
            caption_entities=under.entities,
            show_caption_above_media=parameters.boolean("show_caption_above_media"),
            has_media_spoiler=parameters.boolean("has_spoiler"),
        ),
        markup,
    )


def send_chat_action(world: World, bot: Bot, parameters: Parameters) -> bool:
    """https://core.telegram.org/bots/api#sendchataction"""
    action = parameters.text("action").lower()
    if action != "cancel" and action not in _ACTIONS:
        raise BadRequest("wrong parameter action in request")
    chat = open_chat(bot, parameters)
    until = world.clock() + TYPING_S
    chat.set_typing(None if action == "cancel" else Typing(action, until))
    return True


def _draft(world: World, bot: Bot, chat: PrivateChat) -> Message:
    return Message(
        message_id=bot.next_message_id(), from_=bot.user, chat=chat.as_chat(), date=world.now
    )


def _send(chat: PrivateChat, message: Message, markup: ReplyMarkup) -> bytes:
    if isinstance(markup, InlineKeyboardMarkup):
        message = msgspec.structs.replace(message, reply_markup=markup)
    body = chat.add(message).body
    if isinstance(markup, ReplyKeyboard):
        chat.set_reply_keyboard(markup.markup)
    return body
