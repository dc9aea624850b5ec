"""sendMessage and sendChatAction."""

from ..bots import Bot
from ..chats import TYPING_S, Typing
from ..errors import BadRequest
from ..world import World
from .link_previews import link_preview_options
from .outgoing import outgoing
from .parameters import Parameters
from .targets import open_chat
from .texts import message_text

_ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "record_audio", "upload_audio", "upload_document", "choose_sticker", "find_location",
    "pick_up_location", "record_video_note", "upload_video_note",
})  # fmt: skip


def send_message(world: World, bot: Bot, parameters: Parameters) -> bytes:
    """https://core.telegram.org/bots/api#sendmessage"""
    preview = link_preview_options(parameters)
    formatted = message_text(bot, parameters)
    return outgoing(world, bot, parameters).send(
        text=formatted.text, entities=formatted.entities, link_preview_options=preview
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
