"""The people who did something, against a plain look at the rows."""

import json
from datetime import datetime, timedelta

import pytest
from botloom_stats.daily_uses import pack
from botloom_stats.repository import connect
from support.interactions import written

from .people import BEGIN, HOUR, crowd
from .test_lists import pages

DEEDS = {
    "event:start": "event = 'start'",
    "handler:2": "handler_id = 2",
    "button:prices": "callback_data = 'prices'",
    "button:none": "false",
}
PERIODS = (
    {},
    {"did_from": "2026-10-27T00:00:00+05:45"},  # midnights in Kathmandu
    {"did_from": "2026-10-27T00:00:00+05:45", "did_to": "2026-10-28T00:00:00+05:45"},
    {"did_to": "2026-10-26T03:07:31.25Z"},
    {"did_from": "2026-11-01T12:00:01Z", "did_to": "2026-11-01T12:09:00Z"},
)
WHO = """
SELECT DISTINCT user_id FROM statistics
WHERE {} AND timestamp >= coalesce($1::timestamptz, '-infinity')
    AND timestamp < coalesce($2::timestamptz, 'infinity')
"""


@pytest.fixture
async def people(database_url):
    await written(database_url, *crowd(count=400, people=90))


async def pack_until(database_url, moment):
    pool = await connect(database_url, 1)
    await pack(pool, moment)
    await pool.close()


async def listed(api, **params):
    found = await pages(api, "/people", **params)
    return [person["user_id"] for items in found for person in items]


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("packed", [BEGIN + 72 * HOUR, BEGIN + 1000 * HOUR])
async def test_they_are_those_whom_the_rows_name(api, database, database_url, packed):
    await pack_until(database_url, packed)
    for did, condition in DEEDS.items():
        for period in PERIODS:
            ends = [
                datetime.fromisoformat(period[name]) if name in period else None
                for name in ("did_from", "did_to")
            ]
            rows = await database.fetch(WHO.format(condition), *ends)
            found = await listed(api, did=did, limit=7, sort="user_id", **period)
            assert found == sorted(row["user_id"] for row in rows), (did, period)


@pytest.mark.usefixtures("people")
async def test_an_interaction_at_the_border_belongs_to_what_begins_there(api, database):
    row = await database.fetchrow("SELECT * FROM statistics WHERE event = 'start' LIMIT 1")
    at = row["timestamp"]
    before, after = (at + step * timedelta.resolution for step in (-1, 1))
    for ends, found in (((at, after), [row["user_id"]]), ((before, at), [])):
        since, until = (end.isoformat() for end in ends)
        assert await listed(api, did="event:start", did_from=since, did_to=until) == found


@pytest.mark.usefixtures("people")
async def test_the_other_filters_the_export_and_tags_go_with_it(api, database, database_url):
    await pack_until(database_url, BEGIN + 1000 * HOUR)
    chosen = {"did": "button:prices", "did_from": "2026-10-28T00:00:00Z", "language_code": "de"}
    found = await listed(api, **chosen)
    rows = await database.fetch(
        "SELECT DISTINCT user_id FROM statistics JOIN people USING (user_id)"
        " WHERE callback_data = 'prices' AND timestamp >= '2026-10-28Z' AND language_code = 'de'"
    )
    assert set(found) == {row["user_id"] for row in rows} != set()
    exported = await api.request("GET", "/people/export", params={**chosen, "format": "ndjson"})
    lines = exported.text.splitlines()
    assert [json.loads(line)["user_id"] for line in lines] == sorted(found)
    tagged = await api.request("POST", "/people/tags", params=chosen, json={"add": ["asked"]})
    assert tagged.json() == {"people": len(found)}
    assert set(await listed(api, tag="asked")) == set(found)


@pytest.mark.usefixtures("people")
async def test_what_would_read_too_many_rows_is_refused_and_a_shorter_time_is_not(api):
    refused = await api.request("GET", "/people", params={"did": "event:start"})
    assert refused.status_code == 422
    (problem,) = refused.json()["errors"]
    assert (problem["field"], problem["rule"]) == ("did_from", "range")
    assert "more than 8 days are not packed yet" in problem["detail"]
    assert await listed(api, did="event:start", did_from="2026-10-30T00:00:00Z")


@pytest.mark.parametrize("path", ["/people", "/people/export"])
@pytest.mark.parametrize(
    ("params", "problem"),
    [
        ({"did": "start"}, ("did", "choice")),
        ({"did": "event:sneezed"}, ("did", "choice")),
        ({"did": "handler:0"}, ("did", "choice")),
        ({"did_from": "2026-10-30T00:00:00Z"}, ("did_from", "requires")),
        ({"did_to": "2026-10-30T00:00:00Z"}, ("did_to", "requires")),
        ({"did": "event:start", "did_to": "2026-10-30T00:00:00"}, ("did_to", "zone")),
        (
            {
                "did": "event:start",
                "did_from": "2026-10-30T01:00:00Z",
                "did_to": "2026-10-30T02:00:00+01:00",
            },
            ("did_from", "order"),
        ),
    ],
)
async def test_bad_input_is_named(api, path, params, problem):
    refused = await api.request("GET", path, params=params)
    assert refused.status_code == 422
    assert [(one["field"], one["rule"]) for one in refused.json()["errors"]] == [problem]
