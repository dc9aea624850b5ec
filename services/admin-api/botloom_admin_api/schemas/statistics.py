"""What people did with the bot, summed up."""

from datetime import datetime

import msgspec


class Span(msgspec.Struct, frozen=True, kw_only=True, rename={"since": "from", "until": "to"}):
    """Of what happened from `from` up to, but without, `to`."""

    since: datetime
    until: datetime


class Figures(Span, frozen=True, kw_only=True):
    tz: str
    """The time zone whose hours and days count."""


class HandlerCount(msgspec.Struct, frozen=True):
    handler_id: int
    count: int


class ButtonCount(msgspec.Struct, frozen=True):
    callback_data: str
    count: int


class Sums(Span, frozen=True, kw_only=True):
    total: int
    people: int
    """Different users."""
    events: dict[str, int]
    """Interactions of each kind; kinds that did not occur are left out."""


class Change(msgspec.Struct, frozen=True):
    """By how much each grew: 0.5 is half as much again. Null where there was nothing before."""

    total: float | None
    people: float | None


class Summary(Figures, frozen=True, kw_only=True):
    """Of the interactions from `from` up to, but without, `to`."""

    total: int
    people: int
    """Different users."""
    events: dict[str, int]
    """Interactions of each kind; kinds that did not occur are left out."""
    handlers: list[HandlerCount]
    """The most used ones, the busiest first."""
    buttons: list[ButtonCount]
    """The most pressed ones, the busiest first."""
    new: int
    """People who did something for the first time ever."""
    returning: int
    """The other people."""
    blocked: int
    """How often the bot was blocked."""
    unblocked: int
    before: Sums
    """Of the period that ends where this one begins: of as many days in `tz`, or as long."""
    change: Change
