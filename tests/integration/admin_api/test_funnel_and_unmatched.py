"""How far people go and what was not understood, against the rows in the database."""

from datetime import timedelta
from statistics import median

import pytest
from botloom_stats.daily_uses import pack
from botloom_stats.repository import connect
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
    ["event:message", "handler:2", "event:message", "handler:2"],
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


def takes(row, step):
    kind, value = step.split(":")
    return str(row[COLUMNS[kind]]) == value


def first_taken(rows, steps, within):
    """When a person first took each step, each later than the one before: from each beginning, as
    far as the time goes."""
    first = {}
    for number, begin in enumerate(rows):
        if not takes(begin, steps[0]):
            continue
        taken, latest = 0, begin["timestamp"] - timedelta.resolution
        for row in rows[number:]:
            if (
                taken < len(steps)
                and latest < row["timestamp"] <= begin["timestamp"] + within
                and takes(row, steps[taken])
            ):
                first[taken] = min(first.get(taken, row["timestamp"]), row["timestamp"])
                taken, latest = taken + 1, row["timestamp"]
    return first


def plain_funnel(rows, steps, within=timedelta(days=99)):
    """How many people took each step, and the median of the seconds since the one before."""
    people = {}
    for row in rows:
        people.setdefault(row["user_id"], []).append(row)
    firsts = [first_taken(theirs, steps, within) for theirs in people.values()]
    counts, medians = [], []
    for number in range(len(steps)):
        took = [first for first in firsts if number in first]
        counts.append(len(took))
        seconds = [(one[number] - one[number - 1]).total_seconds() for one in took if number]
        medians.append(pytest.approx(median(seconds), abs=1e-5) if seconds else None)
    return counts, medians


async def fetch(database, since, until, condition="true"):
    return await database.fetch(
        f"SELECT * FROM statistics WHERE timestamp >= $1 AND timestamp < $2 AND {condition}"  # noqa: S608 - constants
        " ORDER BY timestamp, event_id",
        since,
        until,
    )


@pytest.mark.parametrize("packed", [False, True])
async def test_each_step_of_a_funnel_counts_behind_the_one_before(
    api, people, database, database_url, packed
):
    await api.create("handlers", pattern="/start", message="Hi", title="Greeting")
    await database.execute(
        "UPDATE statistics SET timestamp = date_trunc('hour', timestamp)"
        " WHERE event_id % 3 = 0 AND timestamp < date_trunc('hour', timestamp) + '40 min'"
    )
    if packed:
        pool = await connect(database_url, 1)
        assert await pack(pool, BEGIN + 7 * 24 * HOUR) == 7  # two more have rows only
        await pool.close()
    for since, until in PERIODS:
        rows = await fetch(database, since, until)
        for steps in FUNNELS:
            for within in (None, 2, 30):
                given = named(since, until) | ({} if within is None else {"within": within})
                funnel = await api.get("/stats/funnel", step=steps, **given)
                hours = timedelta(days=99) if within is None else timedelta(hours=within)
                counts, medians = plain_funnel(rows, steps, hours)
                assert [one["people"] for one in funnel["steps"]] == counts
                assert [one["median_seconds"] for one in funnel["steps"]] == medians
                assert funnel["within"] == within
            assert [f"{one['kind']}:{one['value']}" for one in funnel["steps"]] == steps
            assert funnel["tz"] == "Asia/Kathmandu"
    assert plain_funnel(await fetch(database, *PERIODS[0]), FUNNELS[1])[0][2] > 0
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
            last_seen = max(row["timestamp"] for row in theirs)
            assert group["last_seen"] == last_seen.isoformat().replace("+00:00", "Z")
    found = await api.get("/stats/unmatched", **named(*PERIODS[0]))
    (prices,) = [one for one in found["items"] if "КАКАЯ  цена" in one["examples"]]
    assert (len(prices["examples"]), prices["texts"]) == (3, 3)
    assert prices["suggestion"]["pattern"] == "*какая*цена*"
    for group in found["items"]:
        handler = await api.create("handlers", **group["suggestion"])
        assert handler["pattern"] == group["suggestion"]["pattern"]
    few = await api.get("/stats/unmatched", limit=1, **named(*PERIODS[0]))
    assert few["items"] == found["items"][:1]
