"""What the consumer does with a batch that its service can't consume just now."""

import asyncio
from collections.abc import Sequence

import pytest
from botloom_contracts.streams import INTERACTIONS
from botloom_runtime.batch import Batch
from botloom_runtime.consumer_group import ensure_group
from botloom_runtime.stream_consumer import ConsumePolicy, StreamConsumer
from botloom_runtime.trying import DeadLetter
from redis.asyncio import Redis
from support.eventually import eventually
from support.in_process import serving
from support.interactions import interaction, publish


class Service:
    """Takes each batch as its next plan says, and keeps what it was given."""

    def __init__(self, redis_url: str, redis: Redis, policy: ConsumePolicy) -> None:
        self.batches: list[list[bytes]] = []
        self.fails = asyncio.Event()
        self.refuses: bytes | None = None
        self.stumbles_over: bytes | None = None
        self.starts = 0
        self._consumer = StreamConsumer(
            redis_url, redis, INTERACTIONS, "test", self._handle, policy, self._on_start
        )

    async def _on_start(self) -> None:
        self.starts += 1

    async def _handle(self, entries: Batch) -> Sequence[DeadLetter]:
        self.batches.append([entry.id for entry in entries])
        if self.fails.is_set():
            raise RuntimeError("an outage")
        if self.stumbles_over in self.batches[-1]:
            raise TypeError("an int, not a str")
        return [DeadLetter(entry, "refused") for entry in entries if entry.id == self.refuses]

    async def serve(self, _: object, stop: asyncio.Event) -> None:
        await self._consumer.run(stop)

    async def calls(self) -> int:
        return len(self.batches)


@pytest.fixture
def service(redis_url: str, redis: Redis) -> Service:
    return Service(redis_url, redis, ConsumePolicy(block_ms=50, idle_ms=200, upkeep_seconds=0.1))


async def pending(redis: Redis) -> int:
    found: int = (await redis.xpending(INTERACTIONS.name, INTERACTIONS.group))["pending"]
    return found


async def consumed(redis: Redis) -> None:
    async def unfinished() -> int:
        groups = await redis.xinfo_groups(INTERACTIONS.name)
        if not groups:
            return 1
        return sum(group["pending"] + (group["lag"] or 0) for group in groups)

    await eventually(unfinished, lambda count: count == 0)


async def test_a_batch_that_fails_comes_again_as_it_was_until_it_is_consumed(
    service: Service, redis: Redis
) -> None:
    await publish(redis, interaction(1), interaction(2))
    service.fails.set()
    async with serving(service.serve, None):
        await eventually(service.calls, lambda calls: calls >= 3)
        assert await pending(redis) == 2
        service.fails.clear()
        await consumed(redis)
    assert all(batch == service.batches[0] for batch in service.batches)
    assert await redis.xlen(INTERACTIONS.dead_letters) == 0


async def test_a_batch_that_fails_while_the_process_stops_stays_for_another_consumer(
    service: Service, redis: Redis
) -> None:
    await publish(redis, interaction(1))
    service.fails.set()
    async with serving(service.serve, None):
        await eventually(service.calls)
    assert await pending(redis) == 1
    service.fails.clear()
    async with serving(service.serve, None):
        await consumed(redis)


async def test_what_the_service_refuses_is_dead_lettered_and_the_rest_acknowledged(
    service: Service, redis: Redis
) -> None:
    await ensure_group(redis, INTERACTIONS)
    await publish(redis, interaction(1), interaction(2), interaction(3))
    service.refuses = (await redis.xrange(INTERACTIONS.name))[1][0]
    async with serving(service.serve, None):
        await consumed(redis)
    ((_, letter),) = await redis.xrange(INTERACTIONS.dead_letters)
    assert (letter[b"id"], letter[b"reason"]) == (service.refuses, b"refused")


async def test_an_entry_over_which_the_service_stumbles_ends_alone_with_the_error(
    service: Service, redis: Redis
) -> None:
    await ensure_group(redis, INTERACTIONS)
    await publish(redis, *(interaction(n) for n in range(50)))
    ids = [entry_id for entry_id, _ in await redis.xrange(INTERACTIONS.name)]
    service.stumbles_over = ids[17]
    async with serving(service.serve, None):
        await consumed(redis)
    ((_, letter),) = await redis.xrange(INTERACTIONS.dead_letters)
    told = (letter[b"id"], letter[b"reason"], letter[b"error"])
    assert told == (ids[17], b"failed 5 times", b"TypeError: an int, not a str")
    assert service.batches.count([ids[17]]) == 5
    taken = [one for batch in service.batches if ids[17] not in batch for one in batch]
    assert set(taken) == {*ids} - {ids[17]}


async def test_a_lost_group_starts_the_consumer_anew(service: Service, redis: Redis) -> None:
    await publish(redis, interaction(1))
    async with serving(service.serve, None):
        await consumed(redis)
        await redis.xgroup_destroy(INTERACTIONS.name, INTERACTIONS.group)
        await publish(redis, interaction(2))
        await consumed(redis)
    assert service.starts == 2
