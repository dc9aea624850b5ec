"""A person who is erased: no row and no key tells who it was, and every figure stays."""

from datetime import UTC, datetime, timedelta

import pytest
from botloom_constructor.run import SavedRun
from botloom_constructor.trigger import Trigger
from botloom_constructor.updates import Chat, User
from botloom_contracts.cache import limit_key, person_key, waits_keys
from botloom_contracts.codec import decode_entry, encode_event
from botloom_contracts.streams import INTERACTIONS
from botloom_gateway.people import People
from botloom_gateway.schedule import Due, Schedule, TimeOut, WaitingRun
from botloom_runtime.consumer_group import ensure_group
from botloom_stats.app import serve
from botloom_stats.settings import Settings as StatsSettings
from support.eventually import eventually
from support.in_process import serving
from support.interactions import interaction, publish, written

from .people import crowd

ANNA = 7_000_000_003
OTHER = 7_000_000_004

FIGURES = (
    "SELECT * FROM interaction_counts ORDER BY 1, 2, 3, 4",
    "SELECT * FROM start_counts ORDER BY 1, 2",
    "SELECT * FROM active_people ORDER BY id",
    "SELECT event_id, timestamp, event, handler_id, callback_data FROM statistics ORDER BY 1",
    "SELECT number, first_quarter, last_quarter, source, language_code, blocked_since FROM people"
    " ORDER BY number",
    "SELECT payload, count(*) FROM statistics WHERE event = 'start' GROUP BY 1 ORDER BY 1",
    "SELECT count(DISTINCT user_id) FROM statistics",
)


async def figures(database):
    return [await database.fetch(query) for query in FIGURES]


@pytest.fixture
async def people(database_url, api):
    await written(database_url, *crowd())
    await api.patch(f"/people/{ANNA}", tags=["vip"])


async def test_an_erased_person_is_nobody_and_every_figure_stays(api, people, database):
    before = await figures(database)
    others = await database.fetch("SELECT * FROM statistics WHERE user_id <> $1 ORDER BY id", ANNA)
    theirs = await database.fetch("SELECT * FROM statistics WHERE user_id = $1 ORDER BY id", ANNA)
    assert any(row["payload"] and row["event"] != "start" for row in theirs)
    assert {row["chat_id"] for row in theirs} == {ANNA, -1001}

    await api.delete(f"/people/{ANNA}")

    assert await figures(database) == before
    rows = await database.fetch("SELECT * FROM statistics WHERE user_id < 0 ORDER BY id")
    (nobody,) = {row["user_id"] for row in rows}
    assert [row["chat_id"] for row in rows] == [
        nobody if row["chat_id"] == ANNA else row["chat_id"] for row in theirs
    ]
    assert all(row["payload"] is None or row["event"] == "start" for row in rows)
    (person,) = await database.fetch("SELECT * FROM people WHERE user_id < 0")
    assert person["user_id"] == nobody
    assert [person[name] for name in ("first_name", "last_name", "username")] == [None] * 3
    assert person["tags"] == []
    for table in ("people", "statistics"):
        told = await database.fetch(f"SELECT t::text FROM {table} t")  # noqa: S608 - two constants
        assert not any(str(ANNA) in row["t"] for row in told)
    assert others == await database.fetch("SELECT * FROM statistics WHERE user_id > 0 ORDER BY id")

    assert all(one["user_id"] > 0 for one in (await api.get("/people", limit=200))["items"])
    assert (await api.get("/people/tags"))["items"] == []
    for path in ("", "/timeline"):
        for user_id in (ANNA, nobody):
            await api.problem(404, "GET", f"/people/{user_id}{path}")
    await api.problem(404, "DELETE", f"/people/{nobody}")
    await api.problem(404, "DELETE", "/people/5")


async def test_the_keys_of_an_erased_person_are_gone_and_no_others(api, people, redis, database):
    times, saved = waits_keys(77)
    schedule = Schedule(redis, 77)
    for user_id in (ANNA, OTHER):
        await People(redis, 77, 1000).save(user_id, {"city": "Kazan"})
        await redis.set(limit_key(77, user_id), "1")
        trigger = Trigger(User(id=user_id, first_name="Anna"), Chat(id=user_id, type="private"))
        run = WaitingRun(SavedRun(trigger, ()))
        await schedule.add(Due(f"question-{user_id}", TimeOut(user_id)), 1000)
        await schedule.add(Due(f"run-{user_id}", run), 1000)
        broken = b'{"user_id": %d, "at": ' % user_id
        whole = encode_event(interaction(ANNA, user_id=user_id))
        for data in (broken, whole):
            await redis.xadd(INTERACTIONS.dead_letters, {"data": data, "reason": "?", "id": "1-1"})

    keys = set(await redis.keys())
    await api.delete(f"/people/{ANNA}")
    gone = keys - set(await redis.keys())
    assert gone == {person_key(77, ANNA).encode(), limit_key(77, ANNA).encode()}
    left = {f"question-{OTHER}".encode(), f"run-{OTHER}".encode()}
    assert set(await redis.hkeys(saved)) == left == set(await redis.zrange(times, 0, -1))
    dead = [fields[b"data"] for _, fields in await redis.xrange(INTERACTIONS.dead_letters)]
    assert len(dead) == 2
    assert all(b'"user_id":%d' % OTHER in one.replace(b" ", b"") for one in dead)


async def test_what_stats_has_read_is_gone_from_the_stream_and_the_rest_is_left_to_it(
    api, people, redis
):
    await ensure_group(redis, INTERACTIONS)
    await publish(redis, *(interaction(n, user_id=ANNA + n % 2) for n in range(6)))
    await redis.xreadgroup(INTERACTIONS.group, "one", {INTERACTIONS.name: ">"}, count=4)
    await api.delete(f"/people/{ANNA}")
    left = [decode_entry(fields) for _, fields in await redis.xrange(INTERACTIONS.name)]
    assert [one.update_id for one in left] == [1, 3, 4, 5]
    (group,) = await redis.xinfo_groups(INTERACTIONS.name)
    assert group["lag"] == 2


async def test_an_erasure_that_did_not_come_to_redis_is_finished_by_asking_again(
    api, people, redis, database
):
    await api.delete(f"/people/{ANNA}")
    await redis.hset(person_key(77, ANNA), "var:city", "Kazan")
    before = await figures(database)
    await api.delete(f"/people/{ANNA}")
    assert not await redis.exists(person_key(77, ANNA))
    assert await figures(database) == before
    assert await database.fetchval("SELECT count(*) FROM erasures") == 1


async def test_whoever_writes_again_is_a_new_person(api, database_url, redis_url, redis, database):
    now = datetime.now(UTC)
    settings = StatsSettings(
        database_url=database_url, redis_url=redis_url, stats_port=0, stats_idle_seconds=0.2
    )

    async def rows(count):
        return await eventually(
            lambda: database.fetch("SELECT * FROM statistics ORDER BY event_id"),
            lambda found: len(found) >= count,
        )

    profile = {"user_id": ANNA, "chat_id": ANNA, "first_name": "Anna"}
    second = timedelta(seconds=1)
    async with serving(serve, settings):
        await publish(redis, interaction(1, at=now - second, **profile))
        await rows(1)
        await api.delete(f"/people/{ANNA}")
        await publish(
            redis,
            interaction(1, at=now - second, **profile),  # a copy
            interaction(2, at=now - second, **profile),  # still on its way
            interaction(3, at=now + 60 * second, **profile),
        )
        found = await rows(2)
    assert [row["event_id"] for row in found] == [1, 3]
    assert found[0]["user_id"] < 0
    assert found[1]["user_id"] == ANNA
    people = await database.fetch("SELECT user_id, number FROM people ORDER BY number")
    assert [person["user_id"] for person in people] == [found[0]["user_id"], ANNA]
    assert (await api.get(f"/people/{ANNA}"))["totals"]["interactions"] == 1

    await api.delete(f"/people/{ANNA}")
    nobodies = await database.fetch("SELECT DISTINCT user_id FROM statistics WHERE user_id < 0")
    assert len(nobodies) == 2
