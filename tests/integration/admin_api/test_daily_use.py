"""The last days of many handlers and buttons at once."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from support.each import each
from support.interactions import interaction, written

BERLIN = ZoneInfo("Europe/Berlin")


def at_midnight(zone, days_ago):
    today = datetime.now(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    return (today - timedelta(days=days_ago)).replace(tzinfo=zone).astimezone(UTC)


@pytest.mark.parametrize("zone", [ZoneInfo("UTC"), BERLIN, ZoneInfo("Asia/Kathmandu")])
async def test_uses_are_counted_on_the_days_of_the_time_zone(api, database_url, zone):
    second = timedelta(seconds=1)
    moments = [
        at_midnight(zone, 0),
        at_midnight(zone, 0) - second,
        at_midnight(zone, 1),
        at_midnight(zone, 6),
        at_midnight(zone, 6) - second,
    ]
    pressed = {"event": "button_click", "callback_data": "a"}
    await written(
        database_url,
        *(interaction(n, at=at, handler_id=1) for n, at in enumerate(moments)),
        interaction(10, at=moments[0], handler_id=2, **pressed),
        interaction(11, at=moments[0], handler_id=None, **pressed),
        interaction(12, at=moments[0], handler_id=3),
    )
    asked = {"handler_id": [2, 1, 7, 2], "callback_data": ["a", "b"], "tz": zone.key}
    found = await api.get("/stats/daily", **asked)
    today = datetime.now(zone).date()
    assert found["days"] == [str(today - timedelta(days=ago)) for ago in range(6, -1, -1)]
    assert found["handlers"] == [
        {"handler_id": 2, "total": 1, "counts": [0, 0, 0, 0, 0, 0, 1]},
        {"handler_id": 1, "total": 4, "counts": [1, 0, 0, 0, 0, 2, 1]},
        {"handler_id": 7, "total": 0, "counts": [0] * 7},
    ]
    assert found["buttons"] == [
        {"callback_data": "a", "total": 2, "counts": [0, 0, 0, 0, 0, 0, 2]},
        {"callback_data": "b", "total": 0, "counts": [0] * 7},
    ]


async def test_there_can_be_more_or_fewer_days_and_none_to_be_counted(api):
    found = await api.get("/stats/daily", days=31)
    assert (len(found["days"]), found["tz"], found["handlers"]) == (31, "UTC", [])


@each(
    ("query", "error"),
    [
        ("days=0", ("days", "range")),
        ("days=32", ("days", "range")),
        ("tz=Nowhere", ("tz", "zone")),
        ("handler_id=0", ("handler_id", "range")),
        ("handler_id=" + "1&handler_id=" * 100 + "1", ("handler_id", "length")),
        ("callback_data=", ("callback_data", "length")),
    ],
)
async def test_what_can_not_be_counted_is_refused(api, query, error):
    (found,) = await api.refused(422, "GET", f"/stats/daily?{query}")
    assert (found[0].partition("[")[0], found[1]) == error
