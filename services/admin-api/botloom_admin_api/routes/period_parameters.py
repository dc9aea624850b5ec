"""`from`, `to` and `tz`: the period that figures are of."""

from datetime import datetime, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from botloom_contracts.errors import FieldProblem, InvalidInput
from litestar.params import QueryParameter

from ..statistics.periods import Period
from .moments import read_time, read_zone

DEFAULT_SPAN = timedelta(hours=24)

_FORM = (
    "ISO 8601; a date is its midnight in `tz`. "
    "A time needs an offset, or is in `tz` if that is given."
)
Since = Annotated[
    str | None, QueryParameter(name="from", description=f"{_FORM} Default: 24 hours before `to`.")
]
Until = Annotated[str | None, QueryParameter(name="to", description=f"{_FORM} Default: now.")]
TimeZone = Annotated[
    str | None,
    QueryParameter(
        name="tz",
        description="The time zone whose hours and days count, by its IANA name. Default: UTC.",
        max_length=64,
    ),
]


def read_period(
    since: str | None,
    until: str | None,
    tz: str | None,
    now: datetime,
    default_span: timedelta = DEFAULT_SPAN,
) -> Period:
    """Raises `InvalidInput`."""
    given = None if tz is None else read_zone("tz", tz)
    end = now if until is None else read_time("to", until, given)
    try:
        start = end - default_span if since is None else read_time("from", since, given)
    except OverflowError:
        raise InvalidInput(FieldProblem("to", "range", "is too early")) from None
    if start >= end:
        raise InvalidInput(FieldProblem("from", "order", "must be before `to`"))
    return Period(start, end, given or ZoneInfo("UTC"))
