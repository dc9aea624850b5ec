"""How many people go how far."""

from datetime import datetime
from typing import Literal

from msgspec import Struct


class FunnelStep(Struct, frozen=True, kw_only=True):
    kind: Literal["event", "handler", "button"]
    value: str
    name: str | None
    """The handler's title, or its pattern, or the button's label; null where it has none now."""
    people: int
    """Who took this step, having taken those before it."""
    dropped: int
    """Who took the step before and not this one."""
    of_first: float | None
    """Their share of the people of the first step; null where nobody took that."""
    of_previous: float | None
    median_seconds: float | None
    """Half of them took no longer, from when they first took the step before to when they first
    took this one; null of the first step, and where nobody came."""


class Funnel(Struct, frozen=True, kw_only=True, rename={"since": "from", "until": "to"}):
    since: datetime
    until: datetime
    tz: str
    within: int | None
    steps: list[FunnelStep]
