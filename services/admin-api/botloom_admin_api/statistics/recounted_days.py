"""The days whose rows are kept, as many together as are counted at once. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from botloom_contracts.quarters import QUARTER, quarter_of

ROWS_AT_ONCE = 500_000
"""Of days that are counted together. A day alone may have more."""


class Span(NamedTuple):
    """Whole quarters of an hour: from `since` up to, but without, `until`."""

    since: datetime
    until: datetime

    @property
    def is_of_days(self) -> bool:
        """Of whole days in UTC."""
        return self.since.time() == self.until.time() == time()


def whole_quarters(since: datetime, until: datetime) -> Span:
    """Those within; none where `since` is not before `until` then."""
    first = quarter_of(since)
    return Span(first if first == since else first + QUARTER, quarter_of(until))


def days(asked: Span, partitions: Iterable[str]) -> Iterator[Span]:
    """Of what is asked for, in the months that these partitions of `statistics` are of."""
    for first in sorted(map(_first_day, partitions)):
        after = (first + timedelta(days=32)).replace(day=1)
        since, until = max(asked.since, first), min(asked.until, after)
        while since < until:
            midnight = (since + timedelta(days=1)).replace(hour=0, minute=0)
            yield Span(since, min(until, midnight))
            since = midnight


def together(spans: Iterable[Span], rows: Mapping[date, int]) -> Iterator[Span]:
    """Whole days that follow each other, as long as they have few rows. `rows` says about how many
    a day has."""
    so_far: Span | None = None
    count = 0
    for span in spans:
        more = rows.get(span.since.date(), 0)
        if (
            so_far is not None
            and so_far.until == span.since
            and so_far.is_of_days
            and span.is_of_days
            and count + more <= ROWS_AT_ONCE
        ):
            so_far, count = Span(so_far.since, span.until), count + more
            continue
        if so_far is not None:
            yield so_far
        so_far, count = span, more
    if so_far is not None:
        yield so_far


def _first_day(partition: str) -> datetime:
    """Of `statistics_2026_11`, say."""
    _, year, month = partition.split("_")
    return datetime(int(year), int(month), 1, tzinfo=UTC)
