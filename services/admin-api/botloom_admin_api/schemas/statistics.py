"""What people did with the bot, summed up."""

from datetime import datetime

import msgspec


class Figures(msgspec.Struct, frozen=True, kw_only=True, rename={"since": "from", "until": "to"}):
    """Of the interactions from `from` up to, but without, `to`."""

    since: datetime
    until: datetime


class ZonedFigures(Figures, frozen=True, kw_only=True):
    tz: str
    """The time zone whose hours and days count."""


class HandlerCount(msgspec.Struct, frozen=True):
    handler_id: int
    count: int
    pattern: str | None
    """As it is now, like the title, or as it was last; null where not even the log knows it."""
    title: str | None
    deleted: bool


class ButtonCount(msgspec.Struct, frozen=True):
    callback_data: str
    count: int
    label: str | None
    """Of the button that has these data now."""


class SummaryBefore(Figures, frozen=True, kw_only=True):
    """Of the period before."""

    total: int
    people: int
    events: dict[str, int]


class SummaryChange(msgspec.Struct, frozen=True, kw_only=True):
    """Against the period before, as a ratio: 0.25 is a quarter more. Null where there was
    nothing."""

    total: float | None
    people: float | None
    events: dict[str, float | None]


class Summary(ZonedFigures, frozen=True, kw_only=True):
    total: int
    people: int
    """Different users."""
    new: int
    """Those of them who came for the first time."""
    returning: int
    """The others."""
    blocked: int
    """How often someone blocked the bot."""
    unblocked: int
    events: dict[str, int]
    """Interactions of each kind; kinds that did not occur are left out."""
    handlers: list[HandlerCount]
    """The most used ones, the busiest first."""
    buttons: list[ButtonCount]
    """The most pressed ones, the busiest first."""
    before: SummaryBefore
    change: SummaryChange
