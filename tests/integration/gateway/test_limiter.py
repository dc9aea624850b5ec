"""Telegram's limits over several gateways, on one Redis whose clock is the measure."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from botloom_contracts.cache import limit_key
from botloom_gateway.limit_script import BOT_BURST, CHAT_BURST, Limits, buckets
from botloom_gateway.limiter import Limiter
from redis.asyncio import Redis
from support.eventually import eventually

from .conftest import OwnRedis, metric

BOT = 4242
OFF = Limits(0, 0, 0)
LET_THROUGH = "botloom_gateway_limit_let_through_total"


class Gateways:
    """Limiters of several gateways of one bot."""

    def __init__(self, redis: Redis) -> None:
        self._redis = redis
        self._made: list[Limiter] = []

    def add(self, limits: Limits) -> Limiter:
        limiter = Limiter(self._redis, BOT, limits)
        self._made.append(limiter)
        return limiter

    async def aclose(self) -> None:
        for limiter in self._made:
            await limiter.aclose()


@pytest.fixture
async def gateways(redis: Redis) -> AsyncIterator[Gateways]:
    made = Gateways(redis)
    yield made
    await made.aclose()


async def clock(redis: Redis) -> float:
    seconds, microseconds = await redis.time()
    return float(seconds) + float(microseconds) / 1e6


async def seconds_for(
    redis: Redis, waits: list[tuple[Limiter, int | str]], weight: int = 1
) -> float:
    """By Redis' clock, for all these messages, asked for at once."""
    began = await clock(redis)
    stop = asyncio.Event()
    await asyncio.gather(*(limiter.wait(chat, stop, weight) for limiter, chat in waits))
    return await clock(redis) - began


async def test_all_gateways_together_send_no_more_than_the_bot_may(
    redis: Redis, gateways: Gateways
) -> None:
    limits = Limits(per_second=50)
    both = [gateways.add(limits), gateways.add(limits)]
    count = BOT_BURST + 40
    passed = await seconds_for(redis, [(both[n % 2], n + 1) for n in range(count)])
    assert passed >= (count - BOT_BURST) / 50


async def test_one_chat_gets_a_few_at_once_and_then_an_even_pace(
    redis: Redis, gateways: Gateways
) -> None:
    limits = Limits(per_chat_per_second=10)
    both = [gateways.add(limits), gateways.add(limits)]
    waits = [(both[n % 2], 7) for n in range(CHAT_BURST + 8)]
    assert await seconds_for(redis, waits) >= 8 / 10


async def test_a_group_has_a_limit_of_its_own(redis: Redis, gateways: Gateways) -> None:
    limits = Limits(per_chat_per_second=1000, per_group_per_minute=600)
    limiter = gateways.add(limits)
    count = CHAT_BURST + 6
    assert await seconds_for(redis, [(limiter, 7)] * count) < 0.5
    assert await seconds_for(redis, [(limiter, -7)] * count) >= 6 * buckets(limits).group.interval


def test_no_minute_of_a_group_has_more_than_its_limit() -> None:
    for limit in range(1, 60):
        interval, burst = buckets(Limits(per_group_per_minute=limit)).group
        # Of a full burst at once and the pace after it, as many as begin within a minute.
        assert burst + 59.999 // interval <= limit


async def test_an_album_counts_for_its_items(redis: Redis, gateways: Gateways) -> None:
    limits = Limits(per_chat_per_second=20)
    assert await seconds_for(redis, [(gateways.add(limits), 7)] * 3, weight=10) >= 17 / 20


async def test_messages_of_a_chat_go_in_their_order_and_no_chat_waits_for_another(
    gateways: Gateways,
) -> None:
    limiter = gateways.add(Limits(per_chat_per_second=20))
    passed: list[tuple[int, int]] = []

    async def send(chat: int, number: int) -> None:
        await limiter.wait(chat, asyncio.Event())
        passed.append((chat, number))

    slow = [send(1, number) for number in range(8)]
    await asyncio.gather(*slow, send(2, 0))
    assert [number for chat, number in passed if chat == 1] == list(range(8))
    assert passed.index((2, 0)) <= CHAT_BURST


async def test_one_that_is_given_up_costs_nothing(redis: Redis, gateways: Gateways) -> None:
    limiter = gateways.add(Limits(per_chat_per_second=2))
    await seconds_for(redis, [(limiter, 7)] * CHAT_BURST)
    given_up = [asyncio.ensure_future(limiter.wait(7, asyncio.Event())) for _ in range(50)]
    await asyncio.sleep(0)
    for task in given_up:
        task.cancel()
    await asyncio.wait(given_up)
    assert await seconds_for(redis, [(limiter, 7)]) < 5


async def test_waiting_ends_when_the_process_stops(gateways: Gateways) -> None:
    limiter = gateways.add(Limits())
    await limiter.block(None, 300)
    stop = asyncio.Event()
    waiting = asyncio.ensure_future(limiter.wait(1, stop))
    await asyncio.sleep(0)
    assert not waiting.done()
    stop.set()
    await asyncio.wait_for(waiting, 5)


@pytest.mark.parametrize("limits", [Limits(), OFF], ids=["limited", "unlimited"])
@pytest.mark.parametrize("chat", [7, None], ids=["chat", "bot"])
async def test_a_block_holds_for_every_gateway_until_it_ends(
    redis: Redis, gateways: Gateways, chat: int | None, limits: Limits
) -> None:
    blocking, other = gateways.add(limits), gateways.add(limits)
    began = await clock(redis)
    await blocking.block(chat, 0.7)
    assert not blocking.note_now(7)
    for limiter in (blocking, other):
        await limiter.wait(7, asyncio.Event())
        assert 0.7 <= await clock(redis) - began < 5


async def test_a_block_of_one_chat_leaves_the_others(redis: Redis, gateways: Gateways) -> None:
    limiter = gateways.add(Limits())
    await limiter.block(7, 300)
    assert await seconds_for(redis, [(limiter, 8)]) < 5
    assert limiter.note_now(8)


async def test_a_shorter_block_does_not_end_a_longer_one(redis: Redis, gateways: Gateways) -> None:
    limiter = gateways.add(Limits())
    began = await clock(redis)
    await limiter.block(7, 0.7)
    await limiter.block(7, 0.1)
    await limiter.wait(7, asyncio.Event())
    assert await clock(redis) - began >= 0.7


async def test_what_goes_at_once_is_counted_for_all_gateways(
    redis: Redis, gateways: Gateways
) -> None:
    limits = Limits(per_chat_per_second=2)
    first, second = gateways.add(limits), gateways.add(limits)
    assert [first.note_now(7) for _ in range(CHAT_BURST + 1)] == [True] * CHAT_BURST + [False]
    await eventually(lambda: redis.exists(limit_key(BOT, 7)))
    assert await seconds_for(redis, [(second, 7)]) >= 0.3
    assert not second.note_now(7)


async def test_the_bot_and_groups_are_limited_at_once_as_well(gateways: Gateways) -> None:
    limiter = gateways.add(Limits(per_chat_per_second=0))
    assert [limiter.note_now(-7) for _ in range(CHAT_BURST + 1)] == [True] * CHAT_BURST + [False]
    passed = [limiter.note_now(chat) for chat in range(1, BOT_BURST + 2)]
    assert passed.count(True) in (BOT_BURST - CHAT_BURST, BOT_BURST - CHAT_BURST + 1)
    assert not passed[-1]


async def test_nothing_goes_at_once_before_what_waits_in_its_chat(gateways: Gateways) -> None:
    limiter = gateways.add(OFF)
    waiting = asyncio.ensure_future(limiter.wait(7, asyncio.Event()))
    await asyncio.sleep(0)
    assert not limiter.note_now(7)
    await waiting
    assert limiter.note_now(7)


async def test_without_limits_everything_goes(redis: Redis, gateways: Gateways) -> None:
    limiter = gateways.add(OFF)
    assert await seconds_for(redis, [(limiter, 7)] * 1000) < 20
    assert all(limiter.note_now(-7) for _ in range(1000))
    assert not await redis.hget(limit_key(BOT, -7), "t")


async def test_keys_are_forgotten_when_they_say_nothing_more(
    redis: Redis, gateways: Gateways
) -> None:
    limiter = gateways.add(Limits())
    await limiter.wait(-7, asyncio.Event())
    await limiter.block(-7, 100)
    for key, most in ((limit_key(BOT), 3_000), (limit_key(BOT, -7), 102_000)):
        assert 0 < await redis.pttl(key) <= most
    await limiter.block(-7, 1)
    assert await redis.pttl(limit_key(BOT, -7)) > 90_000


async def test_without_redis_everything_but_the_blocked_goes_and_is_counted(
    own_redis: OwnRedis,
) -> None:
    async with Redis.from_url(own_redis.url) as redis:
        limiter = Limiter(redis, BOT, Limits())
        await own_redis.stop()
        before = metric(LET_THROUGH)
        async with asyncio.timeout(20):
            await asyncio.gather(*(limiter.wait(7, asyncio.Event()) for _ in range(20)))
        assert metric(LET_THROUGH) == before + 20
        await limiter.block(7, 300)
        blocked = asyncio.ensure_future(limiter.wait(7, asyncio.Event()))
        await limiter.wait(8, asyncio.Event())
        assert not blocked.done()
        await own_redis.start()
        await limiter.wait(9, asyncio.Event())
        assert metric(LET_THROUGH) == before + 21
        blocked.cancel()
        await limiter.aclose()
