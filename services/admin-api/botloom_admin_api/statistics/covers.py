"""Which tables of sums hold a stretch of time: whole days in UTC, quarters of an hour, and what is
left at its ends, of which only the rows themselves tell. Pure."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from .periods import Period

EARLIEST = datetime(2015, 1, 1, tzinfo=UTC)
LATEST = datetime(2100, 1, 1, tzinfo=UTC)
"""There are no interactions of other times: the service `stats` refuses them."""

DAY = timedelta(days=1)
_UTC = ZoneInfo("UTC")


class Span(NamedTuple):
    """From `since` up to, but without, `until`, both in UTC."""

    since: datetime
    until: datetime


class Cover(NamedTuple):
    """Parts of a span that do not overlap and are all of it."""

    days: tuple[date, date] | None
    """From the first one up to, but without, the second one, in UTC."""
    quarters: list[Span]
    """Of whole quarters of an hour."""
    ends: list[Span]
    """Parts of a quarter."""


def cover(since: datetime, until: datetime) -> Cover:
    """With days as far as there are whole ones."""
    quarters, ends = whole_quarters(since, until)
    if quarters is None:
        return Cover(None, [], ends)
    first = _midnight((quarters.since + DAY - timedelta.resolution).date())
    last = _midnight(quarters.until.date())
    if first >= last:
        return Cover(None, [quarters], ends)
    around = (Span(quarters.since, first), Span(last, quarters.until))
    return Cover((first.date(), last.date()), _filled(around), ends)


def whole_quarters(since: datetime, until: datetime) -> tuple[Span | None, list[Span]]:
    """The whole quarters of an hour in it, and what is left at its ends."""
    since, until = max(since, EARLIEST), min(until, LATEST)
    if since >= until:
        return None, []
    whole, ends = Period(since, until, _UTC).split()
    left = [Span(end.since, end.until) for end in ends]
    return None if whole is None else Span(whole.since, whole.until), left


def quarters_of(days: tuple[date, date]) -> Span:
    first, last = days
    return Span(_midnight(first), _midnight(last))


def merged(spans: Iterable[Span]) -> list[Span]:
    """Those that touch become one; `spans` are in their order."""
    found: list[Span] = []
    for span in spans:
        if found and found[-1].until == span.since:
            found[-1] = Span(found[-1].since, span.until)
        else:
            found.append(span)
    return found


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _filled(spans: Iterable[Span]) -> list[Span]:
    return [span for span in spans if span.since < span.until]
