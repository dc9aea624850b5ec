"""How many come back."""

from datetime import datetime
from typing import Literal

import msgspec

from .statistics import ZonedFigures

CohortLength = Literal["day", "week"]


class Cohort(msgspec.Struct, frozen=True, kw_only=True, rename={"since": "from"}):
    """Those who came for the first time within one bucket."""

    since: datetime
    """The bucket's beginning, or the period's; it ends where the next one begins."""
    size: int
    active: list[int]
    """How many of them did something in this bucket, which are all, and in each one after it."""
    shares: list[float | None]
    """The same as parts of `size`; null where it is 0."""


class Retention(ZonedFigures, frozen=True, kw_only=True):
    bucket: CohortLength
    items: list[Cohort]
