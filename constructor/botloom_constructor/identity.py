"""The bot itself, as texts and commands name it."""

from zoneinfo import ZoneInfo

import msgspec


class Identity(msgspec.Struct, frozen=True):
    username: str
    """Without `@`."""
    name: str
    zone: ZoneInfo = ZoneInfo("UTC")
    """Of dates and times that name no zone of their own."""
