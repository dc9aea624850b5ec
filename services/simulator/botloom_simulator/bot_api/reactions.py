"""setMessageReaction."""

from ..bots import Bot
from ..errors import BadRequest
from ..world import World
from .parameters import Parameters
from .targets import message_of, open_chat


def set_message_reaction(_: World, bot: Bot, parameters: Parameters) -> bool:
    """https://core.telegram.org/bots/api#setmessagereaction; it is checked, and shown nowhere."""
    given = parameters.json("reaction", "can't parse reaction types JSON object")
    if given is not None and not isinstance(given, list):
        raise BadRequest("expected an Array of ReactionType")
    for item in given or ():
        if not isinstance(item, dict):
            raise BadRequest("expected an Object")
        if item.get("type") not in ("emoji", "custom_emoji"):
            raise BadRequest("invalid reaction type specified")
        if not item.get("emoji" if item["type"] == "emoji" else "custom_emoji_id"):
            raise BadRequest("REACTION_INVALID")
    if len(given or ()) > 1:
        raise BadRequest("REACTIONS_TOO_MANY")
    message_of(open_chat(bot, parameters), parameters, "react")
    return True
