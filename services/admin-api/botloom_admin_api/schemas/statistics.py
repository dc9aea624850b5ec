"""What people did with the bot, summed up."""

from datetime import datetime

import msgspec


class HandlerCount(msgspec.Struct, frozen=True):
    handler_id: int
    count: int


class ButtonCount(msgspec.Struct, frozen=True):
    callback_data: str
    count: int


class Summary(msgspec.Struct, frozen=True, kw_only=True, rename={"since": "from", "until": "to"}):
    """Of the interactions from `from` up to, but without, `to`."""

    since: datetime
    until: datetime
    total: int
    people: int
    """Different users."""
    events: dict[str, int]
    """Interactions of each kind; kinds that did not occur are left out."""
    handlers: list[HandlerCount]
    """The most used ones, the busiest first."""
    buttons: list[ButtonCount]
    """The most pressed ones, the busiest first."""
