"""What people do at this moment."""

from datetime import datetime

from botloom_contracts.events import InteractionKind
from msgspec import Struct


class LiveInteraction(Struct, frozen=True, kw_only=True):
    """The data of an event `interaction`, as JSON."""

    at: datetime
    event: InteractionKind
    user_id: int
    chat_id: int
    handler_id: int | None
    callback_data: str | None
    payload: str | None
    config_seq: int
    first_name: str | None
    last_name: str | None
    username: str | None
    language_code: str | None


class Gap(Struct, frozen=True, kw_only=True):
    """The data of an event `gap`: interactions are missing here."""

    missed: int | None
    """How many; null where nobody knows, or whether there were any at all."""
