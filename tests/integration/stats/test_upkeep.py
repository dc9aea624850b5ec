"""What stats tidies up, on real servers."""

import asyncio
from datetime import UTC, datetime, timedelta

import asyncpg
import pytest
from botloom_contracts.database.locks import AdvisoryLock
from botloom_contracts.number_sets import decode_numbers
from botloom_contracts.quarters import quarter_of
from botloom_contracts.streams import INTERACTIONS
from botloom_runtime.batch import Entry
from botloom_runtime.consumer_group import dead_letter, ensure_group
from botloom_runtime.stream_state import measure
from botloom_stats import compaction, erasures
from botloom_stats.repository import Repository, connect
from botloom_stats.upkeep import Job, keep_up
from redis.asyncio import Redis
from support.eventually import eventually
from support.interactions import NOON, interaction, publish

SETS = "SELECT quarter, numbers FROM active_people ORDER BY quarter, id"


@pytest.fixture
async def pool(database_url: str):
    pool = await connect(database_url, 4)
    yield pool
    await pool.close()


async def test_the_rows_of_a_quarter_become_one_with_everyone_in_it(
    pool: asyncpg.Pool, database: asyncpg.Connection
) -> None:
    repository = Repository(pool)
    for number in range(6):
        at = NOON + timedelta(hours=number % 2, milliseconds=number)
        await repository.write([interaction(number, user_id=number, at=at)])
    later = NOON + timedelta(hours=3)
    async with database.transaction():  # of another process
        await database.execute("SELECT pg_advisory_xact_lock($1)", AdvisoryLock.COMPACTION)
        assert await compaction.compact(pool, later) == 0
    async with database.transaction():  # of a batch, which waits for nothing and keeps nobody
        await database.execute("INSERT INTO active_people (quarter, numbers) VALUES ($1, '')", NOON)
        assert await compaction.compact(pool, later) == 4
        await database.execute("DELETE FROM active_people WHERE numbers = ''")
    assert await compaction.compact(pool, later) == 0
    found = [
        (row["quarter"], set(decode_numbers(row["numbers"]))) for row in await pool.fetch(SETS)
    ]
    assert found == [
        (quarter_of(NOON), {1, 3, 5}),
        (quarter_of(NOON + timedelta(hours=1)), {2, 4, 6}),
    ]


async def test_a_quarter_to_which_batches_still_add_is_united_when_it_has_many_rows(
    pool: asyncpg.Pool, database: asyncpg.Connection
) -> None:
    repository = Repository(pool)
    await repository.write([interaction(1)])
    add = "INSERT INTO active_people (quarter, numbers) SELECT quarter, numbers FROM active_people"
    for _ in range(4):
        await database.execute(add)
    assert await compaction.compact(pool, NOON) == 0
    await database.execute(add)
    assert await compaction.compact(pool, NOON) == 31


class TestErasures:
    @pytest.fixture
    async def erased(self, database: asyncpg.Connection) -> None:
        """Half an hour, 2 days and 4 days ago."""
        await database.execute(
            "INSERT INTO erasures (user_id, erased_at) SELECT row_number() OVER (), now() - ago"
            " FROM unnest('{30 minutes,2 days,4 days}'::interval[]) ago"
        )

    async def left(self, database: asyncpg.Connection) -> list[int]:
        return [row["user_id"] for row in await database.fetch("SELECT * FROM erasures ORDER BY 1")]

    @pytest.mark.usefixtures("erased")
    async def test_they_are_kept_for_three_days(
        self, pool: asyncpg.Pool, redis: Redis, database: asyncpg.Connection
    ) -> None:
        await publish(redis, interaction(1))
        await erasures.purge(pool, redis)
        assert await self.left(database) == [1, 2]

    @pytest.mark.usefixtures("erased")
    async def test_they_are_kept_while_something_from_before_may_still_be_written(
        self, pool: asyncpg.Pool, redis: Redis, database: asyncpg.Connection
    ) -> None:
        five_days_ago = int((datetime.now(UTC) - timedelta(days=5)).timestamp() * 1000)
        await redis.xadd(INTERACTIONS.name, {"data": "x"}, id=f"{five_days_ago}-0")
        await ensure_group(redis, INTERACTIONS)
        await erasures.purge(pool, redis)
        assert await self.left(database) == [1, 2, 3]
        ((_, [(entry_id, fields)]),) = await redis.xreadgroup(
            INTERACTIONS.group, "one", {INTERACTIONS.name: ">"}
        )
        await erasures.purge(pool, redis)
        assert await self.left(database) == [1, 2, 3]

        await dead_letter(redis, INTERACTIONS, [Entry(entry_id, fields)], "no reason")
        await erasures.purge(pool, redis)
        assert await self.left(database) == [1, 2, 3]
        await redis.delete(INTERACTIONS.dead_letters)
        await erasures.purge(pool, redis)
        assert await self.left(database) == [1, 2]


async def test_the_state_of_a_stream_is_told_with_and_without_a_group(redis: Redis) -> None:
    nothing = await measure(redis, INTERACTIONS)
    assert (nothing.length, nothing.has_group, nothing.lag) == (0, False, 0)
    assert nothing.oldest_unfinished_seconds is None
    await publish(redis, *(interaction(n) for n in range(5)))
    ungrouped = await measure(redis, INTERACTIONS)
    assert (ungrouped.length, ungrouped.lag, ungrouped.pending) == (5, 5, 0)
    await ensure_group(redis, INTERACTIONS)
    await redis.xreadgroup(INTERACTIONS.group, "one", {INTERACTIONS.name: ">"}, count=2)
    state = await measure(redis, INTERACTIONS)
    assert (state.lag, state.pending, state.has_group) == (3, 2, True)
    assert [(one.name, one.pending) for one in state.consumers] == [("one", 2)]
    assert state.oldest_pending_seconds == state.oldest_unfinished_seconds is not None


async def test_a_job_that_fails_is_run_again_and_no_other_waits_for_it() -> None:
    stop, runs = asyncio.Event(), []

    async def fail() -> None:
        runs.append("failed")
        raise OSError("away")

    async def hang() -> None:
        await stop.wait()

    async def enough() -> bool:
        return runs.count("failed") >= 3

    upkeep = asyncio.create_task(keep_up([Job("hang", 1, hang), Job("fail", 0.001, fail)], stop))
    await eventually(enough)
    stop.set()
    await upkeep
