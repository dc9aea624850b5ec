"""Periods, and the hours, days, weeks and months of a time zone in them. Pure."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

from botloom_contracts.errors import FieldProblem, InvalidInput
from botloom_contracts.quarters import QUARTER, quarter_of

Bucket = Literal["hour", "day", "week", "month"]

BUCKETS_MAX = 1000


class Period(NamedTuple):
    """From `since` up to, but without, `until`, both in UTC."""

    since: datetime
    until: datetime
    zone: ZoneInfo

    def before(self) -> "Period":
        """The one that ends where this begins: of as many days in its zone, where this is of whole
        days, else as long."""
        start, end = self.since.astimezone(self.zone), self.until.astimezone(self.zone)
        midnight = time()
        if start.time() == midnight == end.time():
            days = end.date() - start.date()
            return Period(midnight_of(start.date() - days, self.zone), self.since, self.zone)
        return Period(self.since - (self.until - self.since), self.since, self.zone)

    def split(self) -> tuple["Period | None", list["Period"]]:
        """The whole quarters of an hour in it, and what is left at its ends."""
        first = quarter_of(self.since)
        if first != self.since:
            first += QUARTER
        last = quarter_of(self.until)
        if first >= last:
            return None, [self]
        ends = (Period(self.since, first, self.zone), Period(last, self.until, self.zone))
        return Period(first, last, self.zone), [end for end in ends if end.since < end.until]


def borders(period: Period, bucket: Bucket) -> list[datetime]:
    """In UTC: the period's beginning, the beginnings of all buckets within it, and its end.

    Raises `InvalidInput` where there are too many.
    """
    found = [period.since]
    for border in _beginnings(period, bucket):
        if border >= period.until:
            break
        if border > found[-1]:
            found.append(border)
        if len(found) > BUCKETS_MAX:
            detail = f"gives more than {BUCKETS_MAX} buckets; take a longer bucket"
            raise InvalidInput(FieldProblem("bucket", "range", detail))
    return [*found, period.until]


def _beginnings(period: Period, bucket: Bucket) -> Iterator[datetime]:
    """Of buckets, from the one in which the period begins, without an end."""
    zone = period.zone
    start = period.since.astimezone(zone)
    if bucket == "hour":
        hour = start
        while True:
            # Where clocks are changed by half an hour, the next hour begins within this one.
            yield hour.replace(minute=0, second=0, microsecond=0).astimezone(UTC)
            hour = (hour.astimezone(UTC) + timedelta(hours=1)).astimezone(zone)
    day = start.date()
    if bucket == "week":
        day -= timedelta(days=day.weekday())
    if bucket == "month":
        day = day.replace(day=1)
    while True:
        yield midnight_of(day, zone)
        if bucket == "month":
            day = (day + timedelta(days=31)).replace(day=1)
        else:
            day += timedelta(days=7 if bucket == "week" else 1)


def midnight_of(day: date, zone: ZoneInfo) -> datetime:
    """When the day begins there, in UTC."""
    return datetime.combine(day, time(), zone).astimezone(UTC)
