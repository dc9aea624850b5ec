"""What the stream consumer stands on, on a real Redis."""

from collections.abc import Iterable

import pytest
from botloom_contracts.streams import INTERACTIONS
from botloom_runtime.consumer_group import (
    Pending,
    acknowledge,
    claim,
    claimed_together,
    dead_letter,
    ensure_group,
    forget_consumer,
    forget_idle_consumers,
    idle_entries,
    trim_acknowledged,
)
from redis.asyncio import Redis
from redis.exceptions import ResponseError
from support.interactions import interaction, publish


@pytest.fixture(autouse=True)
async def group(redis: Redis) -> None:
    await ensure_group(redis, INTERACTIONS)


async def published(redis: Redis, count: int) -> list[bytes]:
    await publish(redis, *(interaction(n) for n in range(count)))
    return [entry_id for entry_id, _ in await redis.xrange(INTERACTIONS.name)]


async def read(redis: Redis, count: int, consumer: str = "first") -> None:
    await redis.xreadgroup(INTERACTIONS.group, consumer, {INTERACTIONS.name: ">"}, count=count)


async def consumers(redis: Redis) -> set[bytes]:
    rows: Iterable[dict[str, bytes]] = await redis.xinfo_consumers(
        INTERACTIONS.name, INTERACTIONS.group
    )
    return {row["name"] for row in rows}


async def test_a_group_that_is_there_is_left_as_it_is(redis: Redis) -> None:
    await published(redis, 3)
    await read(redis, 2)
    assert not await ensure_group(redis, INTERACTIONS)
    (known,) = await redis.xinfo_groups(INTERACTIONS.name)
    assert (known["pending"], known["lag"]) == (2, 1)


async def test_a_key_of_another_type_is_not_taken_for_a_group(redis: Redis) -> None:
    await redis.set(INTERACTIONS.name, "a string")
    with pytest.raises(ResponseError, match="WRONGTYPE"):
        await ensure_group(redis, INTERACTIONS)


async def test_an_entry_under_way_is_not_idle(redis: Redis) -> None:
    await published(redis, 3)
    await read(redis, 2)
    assert await idle_entries(redis, INTERACTIONS, 60_000, 10) == []
    found = await idle_entries(redis, INTERACTIONS, 0, 10)
    assert [entry.deliveries for entry in found] == [1, 1]


async def test_an_entry_is_claimed_by_one_of_two(redis: Redis) -> None:
    ids = await published(redis, 1)
    await read(redis, 1, "dead")
    assert [e.id for e in await claim(redis, INTERACTIONS, "second", 0, ids)] == ids
    assert not await claim(redis, INTERACTIONS, "third", 60_000, ids)
    (pending,) = await idle_entries(redis, INTERACTIONS, 0, 10)
    assert pending.deliveries == 2


async def test_claiming_nothing_asks_nothing(redis: Redis) -> None:
    assert not await claim(redis, INTERACTIONS, "first", 0, [])
    await acknowledge(redis, INTERACTIONS, [])
    await dead_letter(redis, INTERACTIONS, [], "nothing")
    assert not await redis.exists(INTERACTIONS.dead_letters)


async def test_an_entry_that_was_deleted_is_claimed_by_nobody(redis: Redis) -> None:
    ids = await published(redis, 2)
    await read(redis, 2)
    await redis.xdel(INTERACTIONS.name, ids[0])
    claimed = await claim(redis, INTERACTIONS, "second", 0, ids)
    assert [entry.id for entry in claimed if entry.fields] == ids[1:]


async def test_a_dead_letter_holds_the_entry_its_id_the_reason_and_the_error(redis: Redis) -> None:
    ids = await published(redis, 1)
    await read(redis, 1)
    entries = await claim(redis, INTERACTIONS, "first", 0, ids)
    await dead_letter(redis, INTERACTIONS, entries, "не читается", "ValueError: 5")
    ((_, letter),) = await redis.xrange(INTERACTIONS.dead_letters)
    told = {b"reason": "не читается".encode(), b"error": b"ValueError: 5"}
    assert letter == {**entries[0].fields, b"id": ids[0], **told}
    assert await idle_entries(redis, INTERACTIONS, 0, 10) == []


async def test_only_what_every_group_has_acknowledged_is_trimmed(redis: Redis) -> None:
    ids = await published(redis, 500)
    await redis.xgroup_create(INTERACTIONS.name, "another", id="0")
    await read(redis, 500)
    await acknowledge(redis, INTERACTIONS, ids)
    assert await trim_acknowledged(redis, INTERACTIONS) == 0

    await redis.xreadgroup("another", "x", {INTERACTIONS.name: ">"}, count=400)
    await redis.xack(INTERACTIONS.name, "another", *ids[:250])
    trimmed = await trim_acknowledged(redis, INTERACTIONS)
    assert 0 < trimmed <= 250
    assert (await redis.xrange(INTERACTIONS.name, ids[250], ids[250]))[0][0] == ids[250]


async def test_nothing_is_trimmed_while_the_streams_own_group_is_missing(redis: Redis) -> None:
    await published(redis, 300)
    await redis.xgroup_destroy(INTERACTIONS.name, INTERACTIONS.group)
    await redis.xgroup_create(INTERACTIONS.name, "another", id="$")
    assert await trim_acknowledged(redis, INTERACTIONS) == 0
    assert await redis.xlen(INTERACTIONS.name) == 300


async def test_a_consumer_is_forgotten_unless_entries_of_its_wait(redis: Redis) -> None:
    ids = await published(redis, 1)
    await read(redis, 1, "stopped")
    await forget_consumer(redis, INTERACTIONS, "stopped")
    assert await consumers(redis) == {b"stopped"}
    await acknowledge(redis, INTERACTIONS, ids)
    await forget_consumer(redis, INTERACTIONS, "stopped")
    assert await consumers(redis) == set()


async def test_names_of_dead_processes_are_removed_and_no_entry_with_them(redis: Redis) -> None:
    ids = await published(redis, 2)
    for consumer in ("done", "waiting"):
        await read(redis, 1, consumer)
    await acknowledge(redis, INTERACTIONS, ids[:1])
    assert await forget_idle_consumers(redis, INTERACTIONS, 60_000) == 0
    assert await forget_idle_consumers(redis, INTERACTIONS, 0) == 1
    assert await consumers(redis) == {b"waiting"}
    assert [entry.id for entry in await idle_entries(redis, INTERACTIONS, 0, 10)] == ids[1:]


def test_what_was_left_again_and_again_is_claimed_in_ever_smaller_parts() -> None:
    def claimed(deliveries: int) -> int:
        left = [Pending(b"%d-0" % number, deliveries) for number in range(8000)]
        return len(claimed_together([*left, Pending(b"9-0", deliveries + 1)], 8000))

    assert [claimed(deliveries) for deliveries in range(6)] == [8000, 400, 20, 1, 1, 1]
    assert claimed_together([], 8000) == []
