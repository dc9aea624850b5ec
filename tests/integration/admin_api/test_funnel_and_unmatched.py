"""How far people go and what was not understood, against the rows in the database."""

from datetime import timedelta

import pytest
from support.interactions import written

from .people import BEGIN, HOUR, crowd

PERIODS = (
    (BEGIN, BEGIN + 300 * HOUR),
    (BEGIN + 7 * HOUR, BEGIN + 120 * HOUR + timedelta(seconds=1234)),
    (BEGIN + 1000 * HOUR, BEGIN + 2000 * HOUR),
)
FUNNELS = (
    ["event:start", "button:prices"],
    ["event:start", "handler:2", "button:help", "event:unmatched"],
    ["handler:1", "handler:1", "handler:1", "handler:1"],
    ["button:none", "event:start"],
)
COLUMNS = {"event": "event", "handler": "handler_id", "button": "callback_data"}


@pytest.fixture
async def people(database_url):
    # Some at the same moment: then the update's id says what came first.
    await written(database_url, *crowd())


def named(since, until):
    return {"from": since.isoformat(), "to": until.isoformat(), "tz": "Asia/Kathmandu"}


def plain_funnel(rows, steps):
    """How many people took each step, by walking over what each person did."""
    people = {}
    for row in rows:
        people.setdefault(row["user_id"], []).append(row)
    counts = [0] * len(steps)
    for theirs in people.values():
        taken = 0
        for row in theirs:
            kind, value = steps[taken].split(":")
            if str(row[COLUMNS[kind]]) == value:
                counts[taken] += 1
                taken += 1
                if taken == len(steps):
                    break
    return counts


async def fetch(database, since, until, condition="true"):
    return await database.fetch(
        f"SELECT * FROM statistics WHERE timestamp >= $1 AND timestamp < $2 AND {condition}"  # noqa: S608 - constants
        " ORDER BY timestamp, event_id",
        since,
        until,
    )


async def test_each_step_of_a_funnel_counts_behind_the_one_before(api, people, database):
    await api.create("handlers", pattern="/start", message="Hi", title="Greeting")
    await database.execute(
        "UPDATE statistics SET timestamp = date_trunc('hour', timestamp)"
        " WHERE event_id % 3 = 0 AND timestamp < date_trunc('hour', timestamp) + '40 min'"
    )
    for since, until in PERIODS:
        rows = await fetch(database, since, until)
        for steps in FUNNELS:
            funnel = await api.get("/stats/funnel", step=steps, **named(since, until))
            assert [one["people"] for one in funnel["steps"]] == plain_funnel(rows, steps)
            assert [f"{one['kind']}:{one['value']}" for one in funnel["steps"]] == steps
            assert funnel["tz"] == "Asia/Kathmandu"
    assert plain_funnel(await fetch(database, *PERIODS[0]), FUNNELS[1])[2] > 0
    funnel = await api.get("/stats/funnel", step=["handler:1", "handler:2"])
    assert [one["name"] for one in funnel["steps"]] == ["Greeting", None]
    assert await api.refused(422, "GET", "/stats/funnel?step=event:start") == [("step", "length")]
    assert await api.refused(422, "GET", "/stats/funnel?step=event:start&step=x") == [
        ("step[1]", "choice")
    ]


async def test_what_was_not_understood_is_grouped_counted_and_becomes_a_handler(
    api, people, database
):
    await database.execute(
        "UPDATE statistics SET payload = CASE event_id % 3 WHEN 0 THEN 'КАКАЯ  цена'"
        " ELSE 'какая цена?!' END WHERE payload = 'Какая цена?' AND event_id % 3 < 2"
    )
    for since, until in PERIODS:
        rows = await fetch(database, since, until, "event = 'unmatched'")
        found = await api.get("/stats/unmatched", **named(since, until))
        assert found["count"] == len(rows)
        assert found["people"] == len({row["user_id"] for row in rows})
        assert [one["count"] for one in found["items"]] == sorted(
            (one["count"] for one in found["items"]), reverse=True
        )
        assert sum(one["count"] for one in found["items"]) == len(rows)
        for group in found["items"]:
            theirs = [row for row in rows if row["payload"] in group["examples"]]
            assert group["count"] == len(theirs)
            assert group["people"] == len({row["user_id"] for row in theirs})
    found = await api.get("/stats/unmatched", **named(*PERIODS[0]))
    (prices,) = [one for one in found["items"] if "КАКАЯ  цена" in one["examples"]]
    assert (len(prices["examples"]), prices["texts"]) == (3, 3)
    assert prices["suggestion"]["pattern"] == "*какая*цена*"
    for group in found["items"]:
        handler = await api.create("handlers", **group["suggestion"])
        assert handler["pattern"] == group["suggestion"]["pattern"]
    few = await api.get("/stats/unmatched", limit=1, **named(*PERIODS[0]))
    assert few["items"] == found["items"][:1]
