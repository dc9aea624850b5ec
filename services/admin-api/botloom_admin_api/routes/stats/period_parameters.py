"""`from`, `to` and `tz`: the period that figures are of."""

from datetime import UTC, datetime, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from botloom_contracts.errors import FieldProblem, InvalidInput
from litestar.di import NamedDependency, Provide
from litestar.params import QueryParameter

from ...statistics.covers import EARLIEST, LATEST
from ...statistics.periods import Period
from ..moments import read_time, read_zone

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


OfPeriod = NamedDependency[Period]


def period_of(default_span: timedelta = DEFAULT_SPAN) -> Provide:
    """The dependency `period`: by default of so long."""

    def period(since: Since = None, until: Until = None, tz: TimeZone = None) -> Period:
        return read_period(since, until, tz, datetime.now(UTC), default_span)

    return Provide(period, sync_to_thread=False)


def read_period(
    since: str | None,
    until: str | None,
    tz: str | None,
    now: datetime,
    default_span: timedelta = DEFAULT_SPAN,
) -> Period:
    """Of years in which there can be interactions. Raises `InvalidInput`."""
    given = None if tz is None else read_zone("tz", tz)
    end = _possible("to", now if until is None else read_time("to", until, given))
    start = end - default_span if since is None else read_time("from", since, given)
    if _possible("from", start) >= end:
        raise InvalidInput(FieldProblem("from", "order", "must be before `to`"))
    return Period(start, end, given or ZoneInfo("UTC"))


def _possible(field: str, moment: datetime) -> datetime:
    if not EARLIEST <= moment <= LATEST:
        raise InvalidInput(FieldProblem(field, "range", "must be of the years 2015 to 2099"))
    return moment
