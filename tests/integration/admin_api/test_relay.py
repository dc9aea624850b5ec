import pytest
from botloom_admin_api.relay import Relay
from botloom_contracts.cache import DRAFTS, DraftHead
from botloom_contracts.codec import decode_entry, encode_json
from botloom_contracts.database.locks import AdvisoryLock
from botloom_contracts.events import CacheRebuildRequested, ConfigChanged, DraftsChanged
from botloom_contracts.streams import CONFIG_CHANGES
from botloom_runtime.redis_client import connect_redis
from pydantic import SecretStr
from support.eventually import eventually
from support.line import Line


@pytest.fixture
async def line(redis_url):
    line = Line(redis_url)
    await line.mend()
    yield line
    await line.cut()


def relay_of(settings):
    return Relay(
        settings.database_url.get_secret_value(),
        connect_redis(settings.redis_url.get_secret_value()),
    )


async def create_buttons(api, count):
    for number in range(count):
        await api.create("buttons", label=str(number), data="x")


async def published(redis):
    return [decode_entry(fields) for _, fields in await redis.xrange(CONFIG_CHANGES.name)]


async def published_seqs(redis, count):
    """Of all events on the stream, once there are at least `count`."""
    events = await eventually(lambda: published(redis), lambda events: len(events) >= count)
    return [event.seq for event in events]


async def noted(database, seq):
    """The relay has noted that all up to `seq` is published."""
    query = "SELECT published_seq FROM config_relay"
    await eventually(lambda: database.fetchval(query), lambda noted: noted == seq)


async def lock_holder(database):
    """The PostgreSQL process of the relay that publishes."""
    query = """
        SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND (classid::bigint << 32 | objid::bigint) = $1
    """
    return await eventually(lambda: database.fetchval(query, AdvisoryLock.RELAY))


async def test_committed_events_come_to_the_stream_in_their_order(api, redis):
    button = await api.create("buttons", label="x", data="x")
    path = f"/buttons/{button['id']}"
    patched = await api.patch(path, label="y")
    await api.delete(path)
    assert await published_seqs(redis, 3) == [1, 2, 3]

    first, second, third = await published(redis)
    assert isinstance(first, ConfigChanged)
    assert first.change == "button.created"
    assert (first.entity, first.entity_id, first.actor) == ("button", button["id"], "token:admin")
    assert (first.previous, first.state) == (None, button)
    assert (second.previous, second.state) == (button, patched)
    assert (third.previous, third.state) == (patched, None)


async def test_more_events_than_a_batch_holds_come_in_their_order(settings, api, redis, database):
    await create_buttons(api, 1)
    await noted(database, 1)
    # As if another relay had committed and died: 1200 copies of the event, and nobody told.
    await database.execute("""
        INSERT INTO config_events
        SELECT seq + n, gen_random_uuid(), occurred_at, actor, type, entity, entity_id, state
        FROM config_events, generate_series(1, 1200) AS n
    """)
    assert await published_seqs(redis, 1201) == list(range(1, 1202))


async def test_what_is_published_is_not_published_by_the_next_relay(settings, redis, database):
    for seq in (1, 2):
        await database.execute(
            "INSERT INTO config_events VALUES ($1, gen_random_uuid(), now(), 'test',"
            " 'button.created', 'button', $1, '{}', NULL)",
            seq,
        )
        async with relay_of(settings).running():
            await noted(database, seq)
    assert await published_seqs(redis, 2) == [1, 2]


async def test_of_two_relays_one_publishes(settings, api, redis, database):
    async with relay_of(settings).running():
        await create_buttons(api, 20)
        await noted(database, 20)
    assert await published_seqs(redis, 20) == list(range(1, 21))


async def test_when_a_relay_loses_postgresql_publishing_goes_on(settings, api, redis, database):
    async with relay_of(settings).running():
        await create_buttons(api, 1)
        await noted(database, 1)
        await database.execute("SELECT pg_terminate_backend($1)", await lock_holder(database))
        await create_buttons(api, 1)
        await noted(database, 2)
    assert await published_seqs(redis, 2) == [1, 2]


class TestWithRedisAway:
    @pytest.fixture
    def settings(self, settings, line):
        return settings.model_copy(update={"redis_url": SecretStr(line.url)})

    async def test_what_is_committed_meanwhile_is_published_after(self, api, line, redis, database):
        await create_buttons(api, 2)
        await noted(database, 2)
        await line.cut()
        await create_buttons(api, 3)
        await line.mend()
        await create_buttons(api, 1)
        assert await published_seqs(redis, 6) == [1, 2, 3, 4, 5, 6]

    async def test_connections_that_break_again_and_again_skip_nothing(
        self, api, line, redis, database
    ):
        for _ in range(5):
            await create_buttons(api, 2)
            await line.cut()
            await line.mend()
        await noted(database, 10)
        seqs = await published_seqs(redis, 10)
        assert list(dict.fromkeys(seqs)) == list(range(1, 11))

    async def test_the_service_is_not_ready_and_rebuilds_are_refused(self, api, client, line):
        await eventually(lambda: client.get("/readyz"), lambda answer: answer.status_code == 200)
        await line.cut()
        answer = await client.get("/readyz")
        assert (answer.status_code, answer.json()["reason"]) == (503, "Redis does not answer")
        problem = await api.problem(503, "POST", "/cache/rebuild")
        assert problem["code"] == "unavailable"
        assert (await client.get("/healthz")).status_code == 200
        await line.mend()
        await eventually(lambda: client.get("/readyz"), lambda answer: answer.status_code == 200)


async def test_a_rebuild_of_the_cache_is_put_on_the_stream(api, redis):
    response = await api.request("POST", "/cache/rebuild")
    assert response.status_code == 202
    (event,) = await published(redis)
    assert isinstance(event, CacheRebuildRequested)
    assert event.reason == "asked for by token:admin"


async def told_of_drafts(redis, versions):
    """The last that is told of them, as soon as it is this."""

    async def last():
        told = [one for one in await published(redis) if isinstance(one, DraftsChanged)]
        return told[-1].versions if told else None

    await eventually(last, lambda found: found == versions)


async def test_every_change_of_a_draft_is_told_of(api, redis):
    draft = await api.create("drafts", name="summer")
    await told_of_drafts(redis, {draft["id"]: 1})
    await api.create(f"drafts/{draft['id']}/buttons", label="x", data="x")
    await told_of_drafts(redis, {draft["id"]: 2})
    await api.delete(f"/drafts/{draft['id']}")
    await told_of_drafts(redis, {})


async def test_what_became_of_drafts_while_no_relay_ran_is_told_of_by_the_next(
    settings, database, redis
):
    in_cache = encode_json(DraftHead(version=1, testers=(), digest=""))
    await redis.hset(DRAFTS, mapping={"1": in_cache, "2": in_cache})
    await database.execute(
        "INSERT INTO drafts (name, version, created_by) VALUES ('changed', 2, 'x')"
    )
    async with relay_of(settings).running():
        await told_of_drafts(redis, {1: 2})


async def test_nothing_is_told_of_drafts_that_the_cache_has(settings, database, redis):
    await redis.hset(DRAFTS, "1", encode_json(DraftHead(version=1, testers=(), digest="")))
    await database.execute("INSERT INTO drafts (name, created_by) VALUES ('summer', 'x')")
    async with relay_of(settings).running():
        await database.execute("SELECT pg_notify('drafts', '')")
    assert await published(redis) == []
