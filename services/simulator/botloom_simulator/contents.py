"""What people send, as the fields of the message that shows it."""

import secrets
from typing import Any

from botloom_contracts.markup import parse_text

from .detection import with_found
from .file_kinds import KINDS
from .file_objects import message_fields
from .files import Attributes, FileStore
from .objects import (
    Contact,
    Dice,
    Location,
    Poll,
    PollOption,
    Venue,
    message_entity,
)
from .placeholders import placeholder

DICE = {"🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "🎰": 64}
"""The highest value of each: https://core.telegram.org/bots/api#dice"""


def text_content(text: str) -> dict[str, Any]:
    """The text is one that is not empty when trimmed."""
    markup = with_found(parse_text(text, None))
    entities = tuple(message_entity(entity, None) for entity in markup.entities)
    return {"text": markup.text, "entities": entities}


def file_content(
    files: FileStore,
    kind: str,
    given: Attributes,
    name: str | None = None,
    content: bytes | None = None,
) -> dict[str, Any]:
    """A file of a person's; without content a placeholder. Raises `Refusal` as Telegram does."""
    if content is None:
        stand_in = placeholder(kind)
        name, content = name or stand_in.name, stand_in.content
    return message_fields(files.add_upload(KINDS[kind], content, name, given))


def captioned(content: dict[str, Any], caption: str | None) -> dict[str, Any]:
    if not caption:
        return content
    under = text_content(caption)
    return content | {"caption": under["text"], "caption_entities": under["entities"]}


def contact_content(
    phone_number: str, first_name: str, last_name: str | None, user_id: int | None
) -> dict[str, Any]:
    contact = Contact(
        phone_number=phone_number, first_name=first_name, last_name=last_name, user_id=user_id
    )
    return {"contact": contact}


def location_content(latitude: float, longitude: float) -> dict[str, Any]:
    return {"location": Location(latitude=latitude, longitude=longitude)}


def venue_content(latitude: float, longitude: float, title: str, address: str) -> dict[str, Any]:
    location = Location(latitude=latitude, longitude=longitude)
    return {"location": location, "venue": Venue(location=location, title=title, address=address)}


def poll_content(question: str, options: tuple[str, ...], kind: str) -> dict[str, Any]:
    poll = Poll(
        id=str(secrets.randbits(62)),
        question=question,
        options=tuple(
            PollOption(persistent_id=str(number), text=text, voter_count=0)
            for number, text in enumerate(options)
        ),
        total_voter_count=0,
        is_closed=False,
        is_anonymous=True,
        type=kind,
        allows_multiple_answers=False,
        allows_revoting=kind == "regular",
        members_only=False,
    )
    return {"poll": poll}


def dice_content(emoji: str) -> dict[str, Any]:
    """Thrown here."""
    return {"dice": Dice(emoji=emoji, value=1 + secrets.randbelow(DICE[emoji]))}
