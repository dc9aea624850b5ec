"""Figures in time, and tops."""

from datetime import datetime
from typing import Literal

import msgspec
from botloom_contracts.events import Entity

from .statistics import ZonedFigures


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A change of the configuration."""

    seq: int
    at: datetime
    actor: str
    actor_name: str
    type: str
    entity: Entity
    entity_id: int
    name: str
    """Pattern, callback data, label or name of the object."""


class Marks(msgspec.Struct, frozen=True, kw_only=True):
    """Changes of the configuration in the period, the oldest first; of many, the newest 200."""

    items: list[Mark]
    more: int
    """How many older ones are left out."""


class BucketedFigures(ZonedFigures, frozen=True, kw_only=True):
    bucket: Literal["hour", "day", "week", "month"]
    changes: Marks


class SeriesPoint(msgspec.Struct, frozen=True, kw_only=True, rename={"since": "from"}):
    since: datetime
    """The bucket's beginning, or the period's; it ends where the next one begins."""
    total: int
    events: dict[str, int]
    """Interactions of each kind; kinds that did not occur are left out."""


class Series(BucketedFigures, frozen=True, kw_only=True):
    total: int
    items: list[SeriesPoint]


class ActivityPoint(msgspec.Struct, frozen=True, kw_only=True, rename={"since": "from"}):
    since: datetime
    """The bucket's beginning, or the period's; it ends where the next one begins."""
    active: int
    """Different people in the bucket."""
    new: int
    """Those of them who came for the first time."""
    returning: int
    """The others."""
    blocked: int
    """How often someone blocked the bot."""
    unblocked: int
    dau: int
    """Different people on the day of the zone in which the bucket ends, up to its end."""
    wau: int
    """In the 7 days of the zone that end with that one."""
    mau: int
    """In the 30 days."""
    stickiness: float | None
    """`dau` / `mau`; null where there was nobody."""


class Activity(BucketedFigures, frozen=True, kw_only=True):
    items: list[ActivityPoint]


class Heatmap(ZonedFigures, frozen=True, kw_only=True):
    total: int
    counts: list[list[int]]
    """7 rows of 24: weekdays from Monday on, and their hours, in the time zone."""
