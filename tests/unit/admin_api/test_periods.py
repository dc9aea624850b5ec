from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from botloom_admin_api.statistics.covers import Span, cover, quarters_of
from botloom_admin_api.statistics.heatmap import stretches_of_one_offset
from botloom_admin_api.statistics.months import Days, split_months
from botloom_admin_api.statistics.periods import Period, borders

BERLIN = ZoneInfo("Europe/Berlin")
LONG_DAY = Period(
    datetime(2026, 10, 24, 22, tzinfo=UTC), datetime(2026, 10, 25, 23, tzinfo=UTC), BERLIN
)
"""The clocks go back: it has 25 hours."""


def test_the_day_before_a_long_day_is_a_day():
    assert LONG_DAY.before()[:2] == (datetime(2026, 10, 23, 22, tzinfo=UTC), LONG_DAY.since)


def test_the_period_before_one_of_no_whole_days_is_as_long():
    period = LONG_DAY._replace(until=LONG_DAY.until - timedelta(seconds=1))
    assert period.since - period.before().since == timedelta(hours=25) - timedelta(seconds=1)


@pytest.mark.parametrize(("bucket", "count"), [("hour", 25), ("day", 1), ("week", 1), ("month", 1)])
def test_a_long_day_has_25_hours(bucket, count):
    assert len(borders(LONG_DAY, bucket)) == count + 1


def test_a_cover_is_the_whole_span_once():
    since = datetime(2026, 10, 24, 22, 7, tzinfo=UTC)
    until = datetime(2026, 10, 28, 3, 59, 59, tzinfo=UTC)
    found = cover(since, until)
    assert found.days == (date(2026, 10, 25), date(2026, 10, 28))
    parts = sorted([quarters_of(found.days), *found.quarters, *found.ends])
    assert (parts[0].since, parts[-1].until) == (since, until)
    assert all(one.until == following.since for one, following in pairwise(parts))


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("Asia/Kathmandu", []),
        ("Europe/Berlin", ["2026-03-29T01:00Z", "2026-10-25T01:00Z"]),
        ("Australia/Lord_Howe", ["2026-04-04T15:00Z", "2026-10-03T15:30Z"]),
    ],
)
def test_stretches_end_where_clocks_change(name, changes):
    year = Span(datetime(2026, 1, 1, 0, 15, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))
    edges = [year.since, *map(datetime.fromisoformat, changes), year.until]
    found = stretches_of_one_offset(year, ZoneInfo(name))
    assert found == [Span(*ends) for ends in pairwise(edges)]


def test_months_that_are_added_up_stand_for_their_days():
    september, october, november = (date(2026, month, 1) for month in (9, 10, 11))
    days = date(2026, 8, 31), date(2026, 11, 5)
    summed = [november, september]
    assert split_months(days, summed) == (
        [Days(september, october)],
        [Days(days[0], september), Days(october, days[1])],
    )
    assert split_months((september, november), [september, october])[1] == []
    assert split_months(days, []) == ([], [Days(*days)])
    assert split_months(None, summed) == ([], [])
