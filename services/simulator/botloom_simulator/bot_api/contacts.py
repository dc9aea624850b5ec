"""sendContact."""

from ..bots import Bot
from ..errors import BadRequest
from ..objects import Contact
from ..world import World
from .outgoing import outgoing
from .parameters import Parameters


def send_contact(world: World, bot: Bot, parameters: Parameters) -> bytes:
    """https://core.telegram.org/bots/api#sendcontact"""
    for name in ("phone_number", "first_name"):
        if not parameters.has(name):
            raise BadRequest(f'parameter "{name}" is required')
    contact = Contact(
        phone_number=parameters.text("phone_number"),
        first_name=parameters.text("first_name"),
        last_name=parameters.text("last_name") or None,
        vcard=parameters.text("vcard") or None,
    )
    return outgoing(world, bot, parameters).send(contact=contact)
