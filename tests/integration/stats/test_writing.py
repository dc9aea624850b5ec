"""Every interaction is one row, through the real service on real servers."""

import asyncio

import asyncpg
import pytest
from botloom_contracts.streams import INTERACTIONS
from botloom_runtime.consumer_group import ensure_group
from botloom_stats.app import serve
from botloom_stats.settings import Settings
from redis.asyncio import Redis
from support.eventually import eventually
from support.in_process import serving
from support.interactions import NOON, interaction, publish


@pytest.fixture
def settings(database_url: str, redis_url: str) -> Settings:
    return Settings(
        database_url=database_url,
        redis_url=redis_url,
        stats_port=0,
        stats_batch_size=50,
        stats_idle_seconds=0.2,
    )


async def rows(database: asyncpg.Connection, count: int) -> list[asyncpg.Record]:
    return await eventually(
        lambda: database.fetch("SELECT * FROM statistics ORDER BY event_id"),
        lambda found: len(found) >= count,
    )


async def acknowledged(redis: Redis) -> None:
    async def unfinished() -> int:
        groups = await redis.xinfo_groups(INTERACTIONS.name)
        return sum(group["pending"] + (group["lag"] or 0) for group in groups)

    await eventually(unfinished, lambda count: count == 0)


async def test_an_interaction_becomes_a_row(
    settings: Settings, redis: Redis, database: asyncpg.Connection
) -> None:
    pressed = interaction(
        5, event="button_click", handler_id=3, callback_data="prices", payload="p", config_seq=9
    )
    await publish(redis, pressed)
    async with serving(serve, settings):
        (row,) = await rows(database, 1)
    assert row["event"] == "button_click"
    assert row["user_id"] == 7_000_000_001
    assert row["timestamp"] == pressed.at
    assert (row["event_id"], row["handler_id"], row["callback_data"]) == (5, 3, "prices")
    assert (row["payload"], row["config_seq"]) == ("p", 9)


async def test_what_was_written_before_the_first_start_is_counted(
    settings: Settings, redis: Redis, database: asyncpg.Connection
) -> None:
    await publish(redis, *(interaction(n) for n in range(300)))
    async with serving(serve, settings):
        assert len(await rows(database, 300)) == 300


async def test_a_second_copy_of_an_interaction_changes_nothing(
    settings: Settings, redis: Redis, database: asyncpg.Connection
) -> None:
    copies = [interaction(n % 10) for n in range(100)]
    await publish(redis, *copies)
    async with serving(serve, settings):
        await rows(database, 10)
        await acknowledged(redis)
        assert len(await rows(database, 10)) == 10


async def test_what_a_dead_consumer_left_is_claimed(
    settings: Settings, redis: Redis, database: asyncpg.Connection
) -> None:
    await ensure_group(redis, INTERACTIONS)
    await publish(redis, *(interaction(n) for n in range(30)))
    await redis.xreadgroup(INTERACTIONS.group, "dead", {INTERACTIONS.name: ">"}, count=20)
    async with serving(serve, settings):
        assert len(await rows(database, 30)) == 30
        await acknowledged(redis)


async def test_entries_that_do_not_decode_are_dead_lettered_and_their_batch_goes_on(
    settings: Settings, redis: Redis, database: asyncpg.Connection
) -> None:
    await publish(redis, interaction(1))
    await redis.xadd(INTERACTIONS.name, {"data": '{"type":"Interaction","update_id":"two"}'})
    await redis.xadd(INTERACTIONS.name, {"data": b"\xff\xfe"})
    await publish(redis, interaction(3))
    async with serving(serve, settings):
        assert [row["event_id"] for row in await rows(database, 2)] == [1, 3]
        await acknowledged(redis)
        dead = await redis.xrange(INTERACTIONS.dead_letters)
    assert [fields[b"data"] for _, fields in dead] == [
        b'{"type":"Interaction","update_id":"two"}',
        b"\xff\xfe",
    ]
    assert b"update_id" in dead[0][1][b"error"]


async def test_a_row_that_postgresql_refuses_is_dead_lettered_and_the_others_are_written(
    settings: Settings, redis: Redis, database: asyncpg.Connection
) -> None:
    await publish(
        redis,
        *(interaction(n) for n in range(5)),
        interaction(5, user_id=2**63),
        interaction(6, payload="null \x00 byte"),
        interaction(7, at=NOON.replace(year=9999)),
        *(interaction(n) for n in range(8, 12)),
    )
    async with serving(serve, settings):
        written = await rows(database, 9)
        await acknowledged(redis)
        assert [row["event_id"] for row in written] == [0, 1, 2, 3, 4, 8, 9, 10, 11]
        assert await redis.xlen(INTERACTIONS.dead_letters) == 3


async def test_an_entry_delivered_too_often_is_dead_lettered(
    settings: Settings, redis: Redis, database: asyncpg.Connection
) -> None:
    await ensure_group(redis, INTERACTIONS)
    await publish(redis, interaction(1), interaction(2))
    await redis.xreadgroup(INTERACTIONS.group, "dead", {INTERACTIONS.name: ">"})
    (first, _) = [entry_id for entry_id, _ in await redis.xrange(INTERACTIONS.name)]
    await redis.xclaim(INTERACTIONS.name, INTERACTIONS.group, "dead", 0, [first], retrycount=5)
    async with serving(serve, settings):
        (row,) = await rows(database, 1)
        await acknowledged(redis)
        assert row["event_id"] == 2
        ((_, letter),) = await redis.xrange(INTERACTIONS.dead_letters)
    assert b"5 times" in letter[b"reason"]


async def test_the_stream_is_trimmed_behind_what_is_acknowledged(
    settings: Settings, redis: Redis, database: asyncpg.Connection
) -> None:
    await publish(redis, *(interaction(n) for n in range(1000)))
    async with serving(serve, settings):
        await rows(database, 1000)
        # Redis trims whole nodes of the stream, of 100 entries each.
        await eventually(lambda: redis.xlen(INTERACTIONS.name), lambda length: length <= 100)


async def test_interactions_of_any_month_are_written(
    settings: Settings, redis: Redis, database: asyncpg.Connection
) -> None:
    moments = [NOON.replace(month=month, day=1, hour=0) for month in (1, 6, 12)]
    await publish(redis, *(interaction(n, at=moment) for n, moment in enumerate(moments)))
    async with serving(serve, settings):
        assert [row["timestamp"] for row in await rows(database, 3)] == moments


async def test_an_outage_of_postgresql_loses_and_dead_letters_nothing(
    settings: Settings, redis: Redis, database: asyncpg.Connection
) -> None:
    async with serving(serve, settings):
        await publish(redis, interaction(1))
        await rows(database, 1)
        await database.execute("ALTER TABLE statistics RENAME TO away")
        await publish(redis, *(interaction(n) for n in range(2, 200)))
        await eventually(
            lambda: redis.xpending(INTERACTIONS.name, INTERACTIONS.group),
            lambda pending: pending["pending"] > 0,
        )
        await database.execute("ALTER TABLE away RENAME TO statistics")
        assert len(await rows(database, 199)) == 199
        await acknowledged(redis)
        assert await redis.xlen(INTERACTIONS.dead_letters) == 0


async def test_a_flushed_redis_is_consumed_again(
    settings: Settings, redis: Redis, database: asyncpg.Connection
) -> None:
    async with serving(serve, settings):
        await publish(redis, interaction(1))
        await rows(database, 1)
        await redis.flushdb()
        await publish(redis, interaction(2))
        assert len(await rows(database, 2)) == 2


async def test_a_batch_that_takes_long_is_not_taken_for_left(
    settings: Settings, redis: Redis, database: asyncpg.Connection
) -> None:
    async with serving(serve, settings):
        await publish(redis, interaction(1))
        await rows(database, 1)
        async with database.transaction():
            await database.execute("LOCK TABLE statistics")
            await publish(redis, interaction(2))

            async def deliveries() -> list[tuple[int, int]]:
                pending = await redis.xpending_range(
                    INTERACTIONS.name, INTERACTIONS.group, "-", "+", 10
                )
                return [(p["times_delivered"], p["time_since_delivered"]) for p in pending]

            started = asyncio.get_running_loop().time()
            await eventually(
                deliveries,
                # Held for longer than an entry may idle, and touched since.
                lambda found: (
                    bool(found)
                    and asyncio.get_running_loop().time() - started
                    > 3 * settings.stats_idle_seconds
                ),
            )
            assert [count for count, _ in await deliveries()] == [1]
        await rows(database, 2)
        await acknowledged(redis)


async def test_a_stop_during_an_outage_counts_as_no_delivery(
    settings: Settings, redis: Redis, database: asyncpg.Connection
) -> None:
    # Long enough that a busy machine does not make the batch look left.
    settings = settings.model_copy(update={"stats_idle_seconds": 1.5})
    await ensure_group(redis, INTERACTIONS)
    await database.execute("ALTER TABLE statistics RENAME TO away")
    await publish(redis, interaction(1))
    async with serving(serve, settings):
        await eventually(
            lambda: redis.xpending(INTERACTIONS.name, INTERACTIONS.group),
            lambda pending: pending["pending"] == 1,
        )
    (left,) = await redis.xpending_range(INTERACTIONS.name, INTERACTIONS.group, "-", "+", 10)
    assert left["times_delivered"] == 0
    await database.execute("ALTER TABLE away RENAME TO statistics")
    async with serving(serve, settings):
        assert len(await rows(database, 1)) == 1
