from datetime import UTC, datetime, timedelta

import pytest
from botloom_stats.repository import Repository, connect
from support.each import each
from support.interactions import NOON, interaction


@pytest.fixture
async def interactions(database_url):
    """Writes interactions, as the service `stats` does."""
    pool = await connect(database_url, 1)
    repository = Repository(pool)
    ids = iter(range(1, 1000))

    async def write(event, user_id, at=NOON, **fields):
        one = interaction(next(ids), event=event, user_id=user_id, at=at, **fields)
        await repository.write([one])

    yield write
    await pool.close()


async def test_a_summary_counts_events_people_handlers_and_buttons(api, interactions):
    big = 7_000_000_001
    await interactions("start", big, handler_id=1)
    await interactions("start", 2, handler_id=1)
    await interactions("message", 2, handler_id=2)
    await interactions("unmatched", 3)
    for _ in range(3):
        await interactions("button_click", big, handler_id=2, callback_data="prices")
    await interactions("button_click", 2, callback_data="stale")

    summary = await api.get("/stats/summary", **{"from": "2026-11-23", "to": "2026-11-24"})
    assert summary == {
        "from": "2026-11-23T00:00:00Z",
        "to": "2026-11-24T00:00:00Z",
        "tz": "UTC",
        "total": 8,
        "people": 3,
        "new": 3,
        "returning": 0,
        "blocked": 0,
        "unblocked": 0,
        "events": {"button_click": 4, "start": 2, "message": 1, "unmatched": 1},
        "handlers": [
            {"handler_id": 2, "count": 4, "pattern": None, "title": None, "deleted": True},
            {"handler_id": 1, "count": 2, "pattern": None, "title": None, "deleted": True},
        ],
        "buttons": [
            {"callback_data": "prices", "count": 3, "label": None},
            {"callback_data": "stale", "count": 1, "label": None},
        ],
        "before": {
            "from": "2026-11-22T00:00:00Z",
            "to": "2026-11-23T00:00:00Z",
            "total": 0,
            "people": 0,
            "events": {},
        },
        "change": {
            "total": None,
            "people": None,
            "events": dict.fromkeys(("button_click", "start", "message", "unmatched")),
        },
    }


async def test_the_end_of_the_period_is_not_in_it(api, interactions):
    for hours in (-1, 0, 1):
        await interactions("start", 1, at=NOON + timedelta(hours=hours))
    period = {"from": "2026-11-23T15:00:00+03:00", "to": "2026-11-23T13:00:00Z"}
    assert (await api.get("/stats/summary", **period))["total"] == 1


async def test_the_20_busiest_are_shown(api, interactions):
    for handler_id in range(1, 23):
        await interactions("message", 1, handler_id=handler_id, callback_data=f"{handler_id:02}")
    await interactions("message", 1, handler_id=22, callback_data="22")
    summary = await api.get("/stats/summary", to="2026-11-24")
    assert [one["handler_id"] for one in summary["handlers"]] == [22, *range(1, 20)]
    assert [one["callback_data"] for one in summary["buttons"]][:2] == ["22", "01"]


async def test_by_default_it_is_the_last_24_hours(api):
    before = datetime.now(UTC)
    summary = await api.get("/stats/summary")
    start, end = (datetime.fromisoformat(summary[name]) for name in ("from", "to"))
    assert end - start == timedelta(hours=24)
    assert before <= end <= datetime.now(UTC)
    assert (summary["total"], summary["people"], summary["events"]) == (0, 0, {})


@each(
    ("query", "error"),
    [
        ("from=yesterday", ("from", "time")),
        ("to=2026-13-01", ("to", "time")),
        ("to=2026-11-23T12:00:00", ("to", "zone")),
        ("from=2026-11-23&to=2026-11-23", ("from", "order")),
        ("from=2099-12-31", ("from", "order")),
        ("from=2014-12-31", ("from", "range")),
        ("to=0001-01-01", ("to", "range")),
        ("to=0001-01-01T00:00:00%2B10:00", ("to", "time")),
        ("from=0001-01-01T00:00:00-10:00&to=0001-01-01", ("to", "range")),
        ("to=2100-01-01T00:00:00.000001Z", ("to", "range")),
    ],
)
async def test_a_bad_period_is_named(api, query, error):
    assert await api.refused(422, "GET", f"/stats/summary?{query}") == [error]


async def test_all_years_can_be_asked_for_at_once(api):
    period = {"from": "2015-01-01", "to": "2100-01-01"}
    assert (await api.get("/stats/summary", **period))["total"] == 0
