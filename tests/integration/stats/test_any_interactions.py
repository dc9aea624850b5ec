"""Whatever comes, however often, in which order, and wherever a process dies: the tables are those
of each interaction once."""

import asyncio
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any, NamedTuple

import asyncpg
from botloom_admin_api.database import connect_database
from botloom_admin_api.statistics.reconciling import reconcile
from botloom_contracts.events import Interaction
from botloom_contracts.streams import INTERACTIONS
from botloom_runtime.consumer_group import ensure_group
from botloom_stats import daily_uses, monthly_sums
from botloom_stats.repository import connect
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from redis.asyncio import Redis
from sqlalchemy import make_url
from sqlalchemy.ext.asyncio import AsyncEngine
from support.interactions import publish
from support.servers import EMPTY, asyncpg_arguments
from support.statistics_model import actual, counted, expected

from .crashing import Break, Consumer

MONTHS_END = datetime(2026, 11, 1, tzinfo=UTC)
AFTERWARDS = MONTHS_END + timedelta(days=2)
RENAMED = MONTHS_END + timedelta(minutes=3)
"""From then on everybody is called otherwise."""

people = st.integers(1, 4)
minutes = st.integers(-40, 40)
events = st.sampled_from(["start", "message", "button_click", "blocked", "unblocked"])
breaks = st.none() | st.builds(Break, st.integers(0, 12), st.booleans())


class Deed(NamedTuple):
    """What a person did, and how much later, in minutes, the clocks say that its copies were."""

    person: int
    event: str
    minute: int
    copies: list[int]
    handler_id: int | None
    callback_data: str | None
    payload: str | None


class Batches(NamedTuple):
    """Both consumers take a batch at once, of so many, and may break at a step of it; meanwhile
    days that are over may be packed, and months added up."""

    counts: tuple[int, int]
    breaks: tuple[Break | None, Break | None]
    packs: bool
    adds_up: bool


deeds = st.builds(
    Deed,
    people,
    events,
    minutes,
    st.lists(st.integers(-20, 20), max_size=2),
    st.none() | st.integers(1, 2),
    st.none() | st.sampled_from(["a", 'say "b"']),
    st.none() | st.sampled_from(["promo", "two\nlines", "],["]),
)
batches = st.builds(
    Batches,
    st.tuples(st.integers(1, 8), st.integers(1, 8)),
    st.tuples(breaks, breaks),
    st.booleans(),
    st.booleans(),
)
commands = st.lists(deeds, min_size=1, max_size=12) | batches


def interactions_of(deed: Deed, update_id: int, numbers: Any) -> list[Interaction]:
    return [
        Interaction(
            update_id=update_id,
            event=deed.event,
            user_id=deed.person,
            chat_id=deed.person,
            at=at,
            handler_id=deed.handler_id,
            callback_data=deed.callback_data,
            payload=deed.payload,
            first_name="Anna" if at < RENAMED else "Anna Maria",
        )
        for shift in (0, *deed.copies)
        # No two at one moment: which of them is the first would be open.
        for at in [MONTHS_END + timedelta(minutes=deed.minute + shift, microseconds=next(numbers))]
    ]


async def check(
    pool: asyncpg.Pool,
    engine: AsyncEngine,
    database: asyncpg.Connection,
    redis: Redis,
    history: list[Any],
) -> None:
    await database.execute(EMPTY)
    await redis.delete(INTERACTIONS.name)
    await ensure_group(redis, INTERACTIONS)
    consumers = [Consumer(pool, redis) for _ in range(2)]
    ids, numbers = count(1), count()
    published: list[Interaction] = []
    for command in history:
        if isinstance(command, Batches):
            await asyncio.gather(
                *(
                    consumer.consume(size, breaks)
                    for consumer, size, breaks in zip(
                        consumers, command.counts, command.breaks, strict=True
                    )
                ),
                *([daily_uses.pack(pool, AFTERWARDS)] if command.packs else []),
                *([monthly_sums.add_up(pool, AFTERWARDS)] if command.adds_up else []),
            )
        else:
            new = [one for deed in command for one in interactions_of(deed, next(ids), numbers)]
            new.sort(key=lambda one: one.at.microsecond * 7919 % 101)
            published += new
            await publish(redis, *new)
    while any([await one.consume(8) for one in consumers] + [await consumers[0].claim()]):
        pass
    await daily_uses.pack(pool, AFTERWARDS)
    await monthly_sums.add_up(pool, AFTERWARDS)
    there = expected(await counted(database, published), AFTERWARDS)
    assert await actual(database) == there
    reconciled = await reconcile(engine)
    assert (reconciled.interactions, reconciled.differences) == (len(ids_of(published)), [])
    progress = await database.fetchrow("SELECT * FROM stats_progress")
    assert (progress["written"] if progress else 0) == len(ids_of(published))


def ids_of(interactions: list[Interaction]) -> set[int]:
    return {one.update_id for one in interactions}


def test_the_tables_are_those_of_each_interaction_once(database_url: str, redis_url: str) -> None:
    with asyncio.Runner() as runner:
        pool = runner.run(connect(database_url, 4))
        engine = connect_database(database_url)
        arguments = asyncpg_arguments(make_url(database_url))
        database = runner.run(asyncpg.connect(**arguments))
        redis = Redis.from_url(redis_url)

        @settings(
            max_examples=40,
            deadline=None,
            phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink takes minutes
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        )
        @given(st.lists(commands, min_size=2, max_size=10))
        def examples(history: list[Any]) -> None:
            runner.run(check(pool, engine, database, redis, history))

        try:
            examples()
        finally:
            runner.run(redis.aclose())
            runner.run(database.close())
            runner.run(pool.close())
            runner.run(engine.dispose())
