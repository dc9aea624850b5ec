"""The uses of the last days, for lists."""

from datetime import date

import msgspec


class DailyHandlerUse(msgspec.Struct, frozen=True, kw_only=True):
    handler_id: int
    total: int
    counts: list[int]
    """Interactions that it answered, one number for each of the days."""


class DailyButtonUse(msgspec.Struct, frozen=True, kw_only=True):
    callback_data: str
    total: int
    counts: list[int]
    """Presses, one number for each of the days."""


class DailyUse(msgspec.Struct, frozen=True, kw_only=True):
    tz: str
    days: list[date]
    """Of the time zone, the last one being today."""
    handlers: list[DailyHandlerUse]
    """Those that were asked for, in that order."""
    buttons: list[DailyButtonUse]
