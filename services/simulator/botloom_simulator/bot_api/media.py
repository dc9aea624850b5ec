"""sendPhoto and its siblings for every other kind of file.

https://core.telegram.org/bots/api#sendphoto
"""

from ..bots import Bot
from ..file_kinds import KINDS
from ..file_objects import message_fields
from ..objects.messages import CAPTIONED
from ..world import World
from .calls import Method
from .files import attributes_of, must_be_given, stored_file
from .outgoing import outgoing
from .parameters import Parameters
from .texts import caption

SPOILED = ("photo", "video", "animation")
"""Kinds that may lie under a spoiler, and have their caption above."""


def sending(kind_name: str) -> Method:
    """The method that sends files of this kind."""
    kind = KINDS[kind_name]

    def send(world: World, bot: Bot, parameters: Parameters) -> bytes:
        must_be_given(parameters, kind)
        given = attributes_of(parameters, kind)
        under = caption(bot, parameters) if kind_name in CAPTIONED else None
        out = outgoing(world, bot, parameters)
        file = stored_file(world.files, parameters, kind, parameters.text(kind_name), given)
        content = message_fields(file)
        if under and under.text:
            content |= {"caption": under.text, "caption_entities": under.entities}
        if kind_name in SPOILED:
            content |= {
                "show_caption_above_media": parameters.boolean("show_caption_above_media"),
                "has_media_spoiler": parameters.boolean("has_spoiler"),
            }
        return out.send(**content)

    return send
