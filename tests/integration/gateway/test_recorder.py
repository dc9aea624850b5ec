"""What the webhook and polling can't show of the recorder."""

import asyncio

import pytest
from botloom_contracts.cache import SEEN_CHUNK, SEEN_SECONDS, seen_key
from botloom_gateway.recorder import GROUP_MAX, NotRecordedError, Recorder
from redis.asyncio import Redis
from support.interactions import interaction

from .conftest import recorded


@pytest.fixture
def recorder(redis: Redis) -> Recorder:
    return Recorder(redis, 4242, 5_000)


async def test_more_than_a_group_at_once_is_recorded_in_their_order(
    recorder: Recorder, redis: Redis
) -> None:
    count = 2 * GROUP_MAX + 1
    await asyncio.gather(*(recorder.record(interaction(n)) for n in range(count)))
    assert [found.update_id for found in await recorded(redis)] == list(range(count))


async def test_what_can_not_be_written_is_told_and_later_ones_are_recorded(
    recorder: Recorder, redis: Redis
) -> None:
    with pytest.raises(NotRecordedError):
        await asyncio.wait_for(recorder.record(interaction(1, payload="\ud800")), 5)
    await recorder.record(interaction(2))
    assert [found.update_id for found in await recorded(redis)] == [2]


async def test_the_marks_of_updates_expire(recorder: Recorder, redis: Redis) -> None:
    await asyncio.gather(*(recorder.record(interaction(n)) for n in (1, SEEN_CHUNK)))
    for chunk in (0, 1):
        assert 0 < await redis.ttl(seen_key(4242, chunk)) <= SEEN_SECONDS


async def test_updates_of_another_bot_are_others(recorder: Recorder, redis: Redis) -> None:
    await recorder.record(interaction(1))
    await Recorder(redis, 4343, 5_000).record(interaction(1))
    assert len(await recorded(redis)) == 2
