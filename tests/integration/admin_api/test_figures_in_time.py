"""Each figure is what a plain SQL count over the rows gives, whatever the zone and the borders."""

import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from botloom_admin_api.statistics.periods import Period, borders
from botloom_stats.monthly_sums import add_up
from botloom_stats.repository import Repository, connect
from support.interactions import interaction

from .people import moments_near

ZONES = ("UTC", "Europe/Berlin", "Asia/Kolkata", "Asia/Kathmandu", "America/Sao_Paulo")
FIRST = datetime(2026, 9, 28, tzinfo=UTC)
DAYS = 64
LAST_MONTH = datetime(2026, 11, 2, tzinfo=UTC)
"""Of the months of these days, two are over then."""
EVENTS = ("start", "message", "button_click", "stale_button", "blocked", "unblocked")
EDGES = [
    datetime(2026, 10, 25, 1, tzinfo=UTC),  # the clocks of Berlin go back
    datetime(2026, 11, 1, tzinfo=UTC),
    datetime(2026, 10, 14, 18, 30, tzinfo=UTC),  # midnight in Kolkata
    datetime(2026, 10, 14, 18, 15, tzinfo=UTC),  # in Kathmandu
]
PERIODS = (
    ("2026-10-01", "2026-11-20", "day"),
    ("2026-10-05", "2026-11-20", "week"),
    ("2026-09-28", "2026-12-01", "month"),
    ("2026-08-15", "2026-11-20", "month"),
    ("2026-10-24", "2026-10-27", "hour"),
    ("2026-10-14T18:07:31", "2026-11-01T05:38:02.5", "day"),
    ("2026-10-25T00:05:00", "2026-10-25T00:09:00", "hour"),
    ("2026-10-31T23:59:59", "2026-11-01T00:00:01", "hour"),
)

ACTIVE = "SELECT count(DISTINCT user_id) FROM statistics WHERE timestamp >= $1 AND timestamp < $2"
NEW = """
SELECT count(*) FROM (SELECT min(timestamp) AS first FROM statistics GROUP BY user_id) people
WHERE first >= $1 AND first < $2
"""
COUNTS = """
SELECT event, count(*) FROM statistics WHERE timestamp >= $1 AND timestamp < $2
    AND ($3::bigint IS NULL OR handler_id = $3) AND ($4::text IS NULL OR callback_data = $4)
    AND ($5::text[] IS NULL OR event = ANY($5)) GROUP BY event
"""


@pytest.fixture
async def crowd(database_url):
    """Interactions of 80 people, many of them near the borders of days and months."""
    chance = random.Random(5)
    moments = moments_near(EDGES, FIRST, DAYS, chance, anywhere=900, near_each=60)
    interactions = []
    for number, at in enumerate(moments, start=1):
        event = chance.choice(EVENTS)
        pressed = event in {"button_click", "stale_button"}
        interactions.append(
            interaction(
                number,
                event=event,
                user_id=1 + int(80 * chance.random() ** 2),
                at=at,
                handler_id=chance.choice([None, 1, 2]),
                callback_data=chance.choice("ab") if pressed else None,
            )
        )
    chance.shuffle(interactions)
    pool = await connect(database_url, 1)
    repository = Repository(pool)
    for first in range(0, len(interactions), 300):
        await repository.write(interactions[first : first + 300])
    assert await add_up(pool, LAST_MONTH) == 2
    await pool.close()


def utc(moment):
    return datetime.fromisoformat(moment).astimezone(UTC)


def cases():
    for zone in ZONES:
        for since, until, bucket in PERIODS:
            yield {"from": since, "to": until, "tz": zone}, bucket


def edges_of(answer):
    period = Period(utc(answer["from"]), utc(answer["to"]), ZoneInfo(answer["tz"]))
    edges = borders(period, answer["bucket"])
    assert [utc(one["from"]) for one in answer["items"]] == edges[:-1]
    return edges


async def counts(database, since, until, handler_id=None, data=None, events=None):
    return dict(await database.fetch(COUNTS, since, until, handler_id, data, events))


@pytest.mark.usefixtures("crowd")
async def test_a_summary_is_what_the_rows_say(api, database):
    for period, _ in cases():
        summary = await api.get("/stats/summary", **period)
        for told in (summary, summary["before"]):
            ends = utc(told["from"]), utc(told["to"])
            expected = await counts(database, *ends)
            assert told["events"] == expected, period
            assert told["total"] == sum(expected.values())
            assert told["people"] == await database.fetchval(ACTIVE, *ends)
        ends = utc(summary["from"]), utc(summary["to"])
        assert summary["new"] == await database.fetchval(NEW, *ends), period
        assert summary["new"] + summary["returning"] == summary["people"]


@pytest.mark.usefixtures("crowd")
async def test_a_series_is_what_the_rows_say(api, database):
    filters = ({}, {"handler_id": 1}, {"callback_data": "a"}, {"event": ["start", "message"]})
    for period, bucket in cases():
        for wanted in filters:
            told = await api.get("/stats/series", **period, bucket=bucket, **wanted)
            edges = edges_of(told)
            given = wanted.get("handler_id"), wanted.get("callback_data"), wanted.get("event")
            whole = Counter(await counts(database, edges[0], edges[-1], *given))
            assert told["total"] == whole.total()
            for ends, item in list(zip(pairwise(edges), told["items"], strict=True))[:40]:
                assert item["events"] == await counts(database, *ends, *given), (period, wanted)


@pytest.mark.usefixtures("crowd")
async def test_activity_is_what_the_rows_say(api, database):
    for period, bucket in cases():
        told = await api.get("/stats/activity", **period, bucket=bucket)
        edges = edges_of(told)
        zone = ZoneInfo(told["tz"])
        for ends, item in zip(pairwise(edges), told["items"], strict=True):
            assert item["active"] == await database.fetchval(ACTIVE, *ends), (period, item)
            assert item["new"] == await database.fetchval(NEW, *ends), (period, item)
            assert item["new"] + item["returning"] == item["active"]
            blocking = await counts(database, *ends)
            assert item["blocked"] == blocking.get("blocked", 0)
            for name, days in (("dau", 1), ("wau", 7), ("mau", 30)):
                last = (ends[1] - timedelta.resolution).astimezone(zone)
                first = last.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
                first = (first - timedelta(days=days - 1)).astimezone(UTC)
                assert item[name] == await database.fetchval(ACTIVE, first, ends[1]), (period, item)
