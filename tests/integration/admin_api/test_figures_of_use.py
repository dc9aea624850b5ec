"""What is used most, when, by whom, and who comes back: as a plain look at the rows says."""

import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from botloom_admin_api.statistics.periods import Period, borders
from botloom_stats.monthly_sums import add_up
from botloom_stats.repository import connect
from support.interactions import interaction, written

from .people import moments_near

ZONES = ("UTC", "Europe/Berlin", "Asia/Kolkata", "Asia/Kathmandu")
FIRST = datetime(2026, 10, 12, tzinfo=UTC)
DAYS = 28
EDGES = [
    datetime(2026, 10, 25, 1, tzinfo=UTC),  # the clocks of Berlin go back
    datetime(2026, 11, 1, tzinfo=UTC),
    datetime(2026, 10, 21, 18, 30, tzinfo=UTC),  # midnight in Kolkata
    datetime(2026, 10, 21, 18, 15, tzinfo=UTC),  # in Kathmandu
]
PERIODS = (
    ("2026-10-12", "2026-11-09"),
    ("2026-09-12", "2026-11-09"),
    ("2026-10-25", "2026-10-26"),
    ("2026-10-21T18:07:31", "2026-11-01T05:38:02.5"),
    ("2026-10-25T00:52:00", "2026-10-25T00:58:00"),
)
EVENTS = ("start", "message", "button_click", "unmatched")
LANGUAGES = ("en", "de", None)
WITHIN = "timestamp >= $1 AND timestamp < $2"
HEAT = f"""
SELECT extract(isodow FROM local)::int - 1, extract(hour FROM local)::int, count(*)
FROM (SELECT timestamp AT TIME ZONE $3 AS local FROM statistics WHERE {WITHIN}) rows GROUP BY 1, 2
"""  # noqa: S608 - a constant
FIRST_LINKS = """
SELECT payload, count(*) FROM (
    SELECT DISTINCT ON (user_id) payload, timestamp FROM statistics
    WHERE event = 'start' AND payload IS NOT NULL ORDER BY user_id, timestamp
) first WHERE timestamp >= $1 AND timestamp < $2 GROUP BY payload
"""


@pytest.fixture
async def crowd(database_url):
    """Interactions of 60 people, many of them near the borders of days."""
    chance = random.Random(7)
    moments = moments_near(EDGES, FIRST, DAYS, chance, anywhere=500, near_each=50)
    interactions = []
    for number, at in enumerate(moments, start=1):
        event = chance.choice(EVENTS)
        user_id = 1 + int(60 * chance.random() ** 2)
        interactions.append(
            interaction(
                number,
                event=event,
                user_id=user_id,
                at=at,
                handler_id=chance.choice([None, 1, 1, 2]),
                callback_data=chance.choice("aab") if event == "button_click" else None,
                payload=chance.choice(["ad", "mail", None]) if event == "start" else None,
                language_code=LANGUAGES[user_id % 3],
            )
        )
    await written(database_url, *interactions)
    pool = await connect(database_url, 1)
    assert await add_up(pool, datetime(2026, 11, 2, tzinfo=UTC)) == 1
    await pool.close()


@pytest.fixture
async def bot(api):
    """Handler 1 shows button `a`; there is no handler 2, and no button `b`."""
    button = await api.create("buttons", label="Prices", data="a")
    keyboard = await api.create("keyboards", name="menu", layout=[[button["id"]]])
    await api.create(
        "handlers",
        pattern="/start",
        title="Welcome",
        message="Hello!",
        action=[{"type": "reply"}],
        keyboard_id=keyboard["id"],
    )


def utc(moment):
    return datetime.fromisoformat(moment).astimezone(UTC)


def cases():
    for zone in ZONES:
        for since, until in PERIODS:
            yield {"from": since, "to": until, "tz": zone}


def period_of(answer):
    return Period(utc(answer["from"]), utc(answer["to"]), ZoneInfo(answer["tz"]))


async def count(database, column, period, event="%"):
    query = f"SELECT {column}, count(*) FROM statistics WHERE {WITHIN} AND event LIKE $3 GROUP BY 1"  # noqa: S608 - names
    rows = await database.fetch(query, *period[:2], event)
    return Counter({key: number for key, number in rows if key is not None})


def grown(now, before):
    return round((now - before) / before, 4) if before else None


@pytest.mark.usefixtures("crowd", "bot")
async def test_what_is_used_most_is_what_the_rows_say(api, database):
    for asked in cases():
        told = await api.get("/stats/heatmap", **asked)
        period = period_of(told)
        heat = [[0] * 24 for _ in range(7)]
        for weekday, hour, number in await database.fetch(HEAT, *period[:2], asked["tz"]):
            heat[weekday][hour] = number
        assert told["counts"] == heat, asked
        starts = await api.get("/stats/heatmap", **asked, event="start")
        assert starts["total"] == (await count(database, "event", period))["start"]

        handlers = await api.get("/stats/handlers", **asked)
        now = await count(database, "handler_id", period)
        before = await count(database, "handler_id", period.before())
        names = {1: ("/start", "Welcome"), 2: (None, None)}
        assert [
            (one["handler_id"], one["count"], one["before"], one["change"])
            for one in handlers["items"]
        ] == [
            (key, now[key], before[key], grown(now[key], before[key]))
            for key in sorted(now, key=lambda key: (-now[key], key))
        ], asked
        for one in handlers["items"]:
            assert (one["pattern"], one["title"]) == names[one["handler_id"]]

        shown = {"a": now[1], "b": 0}
        buttons = await api.get("/stats/buttons", **asked)
        now = await count(database, "callback_data", period)
        before = await count(database, "callback_data", period.before())
        assert buttons["items"] == [
            {
                "callback_data": key,
                "label": "Prices" if key == "a" else None,
                "count": now[key],
                "before": before[key],
                "change": grown(now[key], before[key]),
                "shown": shown[key],
                "click_through": round(now[key] / shown[key], 4) if shown[key] else None,
            }
            for key in sorted(now, key=lambda key: (-now[key], key))
        ], asked

        sources = await api.get("/stats/sources", **asked)
        now = await count(database, "payload", period, "start")
        before = await count(database, "payload", period.before(), "start")
        people = dict(await database.fetch(FIRST_LINKS, *period[:2]))
        assert {
            one["source"]: (one["starts"], one["before"], one["people"]) for one in sources["items"]
        } == {key: (now[key], before[key], people.get(key, 0)) for key in now}, asked

        languages = await api.get("/stats/languages", **asked)
        active = await count(database, "user_id", period)
        assert languages["people"] == len(active)
        assert {one["language_code"]: one["people"] for one in languages["items"]} == Counter(
            LANGUAGES[user_id % 3] for user_id in active
        ), asked


@pytest.mark.usefixtures("crowd")
async def test_retention_is_what_the_rows_say(api, database):
    rows = await database.fetch("SELECT user_id, timestamp FROM statistics ORDER BY timestamp DESC")
    first = dict(map(tuple, rows))
    for asked in cases():
        for bucket in ("day", "week"):
            told = await api.get("/stats/retention", **asked, bucket=bucket)
            edges = list(pairwise(borders(period_of(told), bucket)))
            active = [{user for user, at in rows if since <= at < until} for since, until in edges]
            for number, (since, until) in enumerate(edges):
                cohort = {user for user, at in first.items() if since <= at < until}
                one = told["items"][number]
                assert (utc(one["from"]), one["size"]) == (since, len(cohort)), asked
                assert one["active"] == [len(cohort & later) for later in active[number:]], asked
    too_many = "/stats/retention?from=2026-01-01&to=2026-11-01"
    assert await api.refused(422, "GET", too_many) == [("bucket", "range")]


@pytest.mark.usefixtures("crowd", "bot")
async def test_a_deleted_handler_is_called_what_it_was_called_last(api):
    await api.patch("/handlers/1", title="Farewell")
    await api.delete("/handlers/1")
    period = {"from": "2026-10-01", "to": "2026-11-20"}
    known = {
        one["handler_id"]: (one["pattern"], one["title"], one["deleted"])
        for one in (await api.get("/stats/handlers", **period))["items"]
    }
    assert known == {1: ("/start", "Farewell", True), 2: (None, None, True)}


@pytest.mark.usefixtures("crowd", "bot")
async def test_before_and_after_a_change_are_as_long_as_each_other(api, database):
    seq = await database.fetchval("SELECT seq FROM config_events WHERE entity = 'handler'")
    at = datetime(2026, 10, 25, 0, 55, 30, 5, tzinfo=UTC)
    told = await api.get("/stats/changes", seq=seq)
    assert utc(told["after"]["to"]) - utc(told["mark"]["at"]) < timedelta(hours=1)
    await database.execute("ALTER TABLE config_events DISABLE TRIGGER USER")
    await database.execute("UPDATE config_events SET occurred_at = $1 WHERE seq = $2", at, seq)
    for hours in (1, 24, 36):
        told = await api.get("/stats/changes", seq=seq, hours=hours)
        mark = told["mark"]
        assert (mark["seq"], utc(mark["at"])) == (seq, at)
        assert (mark["actor_name"], mark["name"]) == ("BOTLOOM_ADMIN_TOKEN", "/start")
        length = timedelta(hours=hours)
        sides = {"before": (at - length, at), "after": (at, at + length)}
        for name, ends in sides.items():
            side = told[name]
            assert (utc(side["from"]), utc(side["to"])) == ends
            events = await count(database, "event", ends)
            assert (side["events"], side["total"]) == (events, events.total())
            assert side["people"] == len(await count(database, "user_id", ends))
            assert side["of_handler"] == (await count(database, "handler_id", ends))[1]
        for figure in ("total", "people", "of_handler"):
            before, after = (told[side][figure] for side in sides)
            assert told["change"][figure] == grown(after, before)
    assert await api.refused(404, "GET", "/stats/changes?seq=999") == [("seq", "exists")]
