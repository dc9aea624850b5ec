"""sendLocation and sendVenue."""

import math

from ..bots import Bot
from ..errors import BadRequest
from ..objects import Location, Venue
from ..world import World
from .outgoing import outgoing
from .parameters import Parameters

_MAX_LATITUDE = 90.0
_MAX_LONGITUDE = 180.0


def send_location(world: World, bot: Bot, parameters: Parameters) -> bytes:
    """https://core.telegram.org/bots/api#sendlocation"""
    location = _location(parameters)
    return outgoing(world, bot, parameters).send(location=location)


def send_venue(world: World, bot: Bot, parameters: Parameters) -> bytes:
    """https://core.telegram.org/bots/api#sendvenue; it is a location, too, as Telegram's is."""
    location = _location(parameters)
    out = outgoing(world, bot, parameters)
    title, address = parameters.text("title").strip(), parameters.text("address").strip()
    if not title:
        raise BadRequest("VENUE_TITLE_EMPTY")
    venue = Venue(location=location, title=title, address=address)
    return out.send(venue=venue, location=location)


def _location(parameters: Parameters) -> Location:
    numbers = [_number(parameters, name) for name in ("latitude", "longitude")]
    latitude, longitude = numbers
    if abs(latitude) > _MAX_LATITUDE or abs(longitude) > _MAX_LONGITUDE:
        raise BadRequest("wrong location specified")
    return Location(
        latitude=latitude,
        longitude=longitude,
        live_period=parameters.integer("live_period", 0, 0, 2**31 - 1) or None,
    )


def _number(parameters: Parameters, name: str) -> float:
    """0 where it is no number, as Telegram's servers read it."""
    value = parameters.text(name).strip()
    if not value:
        raise BadRequest(f"{name} is empty")
    try:
        number = float(value)
    except ValueError:
        return 0.0
    return number if math.isfinite(number) else 0.0
