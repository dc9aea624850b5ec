"""Types that several schemas share."""

from datetime import datetime
from typing import Annotated, Generic, TypeVar

import msgspec

ViewT = TypeVar("ViewT")

ID_MAX = 2**63 - 1
"""PostgreSQL's BIGINT."""

Id = Annotated[int, msgspec.Meta(ge=1, le=ID_MAX)]

SoughtText = Annotated[str, msgspec.Meta(min_length=1, max_length=4096)]
"""A text to look for."""


def is_id(number: int) -> bool:
    """Whether a row can have it. PostgreSQL refuses to compare with a larger number."""
    return 1 <= number <= ID_MAX


Seq = Annotated[int, msgspec.Meta(ge=0, le=ID_MAX)]
"""Of an event; 0 is before the first."""


class Stamped(msgspec.Struct, frozen=True, kw_only=True):
    """What every resource has beside the fields that its author sets."""

    id: int
    version: int
    """Counts the changes, from 1; the ETag is the same number in quotes."""
    created_at: datetime
    updated_at: datetime


class Page(msgspec.Struct, Generic[ViewT], frozen=True):
    items: list[ViewT]
    next_cursor: str | None
    """Given as `cursor`, it gets the next page; null on the last one."""
