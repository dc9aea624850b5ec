"""Contents of messages that are no files."""

from .base import TelegramObject
from .entities import MessageEntity


class Location(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#location"""

    latitude: float
    longitude: float
    horizontal_accuracy: float | None = None
    live_period: int | None = None


class Venue(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#venue"""

    location: Location
    title: str
    address: str


class Contact(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#contact"""

    phone_number: str
    first_name: str
    last_name: str | None = None
    user_id: int | None = None
    vcard: str | None = None


class PollOption(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#polloption"""

    persistent_id: str
    text: str
    voter_count: int
    text_entities: tuple[MessageEntity, ...] = ()


class Poll(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#poll"""

    id: str
    question: str
    options: tuple[PollOption, ...]
    total_voter_count: int
    is_closed: bool
    is_anonymous: bool
    type: str
    allows_multiple_answers: bool
    allows_revoting: bool
    members_only: bool
    question_entities: tuple[MessageEntity, ...] = ()
    correct_option_id: int | None = None
    correct_option_ids: tuple[int, ...] = ()
    explanation: str | None = None
    explanation_entities: tuple[MessageEntity, ...] = ()
    open_period: int | None = None
    close_date: int | None = None


class Dice(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#dice"""

    emoji: str
    value: int


class LinkPreviewOptions(TelegramObject, frozen=True):
    """https://core.telegram.org/bots/api#linkpreviewoptions"""

    is_disabled: bool | None = None
    url: str | None = None
    prefer_small_media: bool | None = None
    prefer_large_media: bool | None = None
    show_above_text: bool | None = None
