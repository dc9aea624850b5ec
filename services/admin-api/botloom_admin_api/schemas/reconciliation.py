"""What rows of `statistics` give, held against the sums that are kept of them."""

from datetime import datetime

import msgspec


class Difference(msgspec.Struct, frozen=True):
    table: str
    """Of the sums: `event_counts`, say."""
    key: dict[str, int | str]
    """Which of its rows."""
    counted: int | str | None
    """What the rows of `statistics` give."""
    kept: int | str | None
    """What the table has."""


class Reconciliation(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    rename={
        "since": "from",
        "until": "to",
        "compared_since": "compared_from",
        "compared_until": "compared_to",
    },
):
    """Of one moment, whatever is written meanwhile."""

    since: datetime
    until: datetime
    tz: str
    compared_since: datetime | None
    """The whole quarters of an hour of the period whose rows are kept; null where none are."""
    compared_until: datetime | None
    kept_from: datetime | None
    """Rows from before are no longer kept; null where none were dropped."""
    interactions: int
    """The rows that were counted."""
    total: int
    """Differences."""
    differences: list[Difference]
    """The first hundred of them."""
