from datetime import UTC, datetime

from botloom_admin_api.statistics.recounted_days import Span, days, together, whole_quarters


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def spans(since: str, until: str, *partitions: str) -> list[tuple[str, str]]:
    found = days(Span(at(since), at(until)), partitions)
    return [(f"{one.since:%m-%d %H:%M}", f"{one.until:%m-%d %H:%M}") for one in found]


def test_only_whole_quarters_of_an_hour_are_compared():
    asked = whole_quarters(at("2026-11-01T00:00:01"), at("2026-11-01T01:14:59"))
    assert asked == Span(at("2026-11-01T00:15"), at("2026-11-01T01:00"))


def test_days_begin_at_midnight_in_utc_and_the_first_and_the_last_may_be_parts():
    assert spans(
        "2026-10-30T22:00", "2026-11-01T06:00", "statistics_2026_11", "statistics_2026_10"
    ) == [
        ("10-30 22:00", "10-31 00:00"),
        ("10-31 00:00", "11-01 00:00"),
        ("11-01 00:00", "11-01 06:00"),
    ]


def test_months_without_rows_are_left_out():
    asked = ("0001-01-01", "9999-12-31")
    found = spans(*asked, "statistics_2026_12", "statistics_2025_02")
    assert len(found) == 31 + 28
    assert found[27] == ("02-28 00:00", "03-01 00:00")
    assert spans("2026-11-02", "2026-11-02", "statistics_2026_11") == []


def test_few_rows_are_counted_together_and_parts_of_days_alone():
    asked = Span(at("2026-10-29T12:00"), at("2026-11-03T06:00"))
    parts = list(days(asked, ["statistics_2026_10", "statistics_2026_11"]))
    busy = {at(f"2026-{day}").date(): 300_000 for day in ("10-30", "10-31", "11-01")}
    assert [f"{one.since:%d %H} {one.until:%d %H}" for one in together(parts, busy)] == [
        "29 12 30 00",
        "30 00 31 00",
        "31 00 01 00",
        "01 00 03 00",
        "03 00 03 06",
    ]
