"""How far changes have come, as gateways that follow the cache report it."""

import asyncio

import pytest
from botloom_contracts.cache import GATEWAYS, gateway_key
from support.cache import apply, fill

from .gateways import gateway

PATH = "/propagation"


async def test_a_change_is_waited_for_until_all_gateways_run_it(api, config, redis):
    await api.create("buttons", label="Buy", data="buy")
    async with gateway(redis, "a"), gateway(redis, "b"):
        await api.get(PATH, wait=10)
        await api.create("buttons", label="Sell", data="sell")
        told = await api.get(PATH, seq=api.seq, wait=10)
        assert (told["seq"], told["live"], told["total"]) == (api.seq, 2, 2)
        assert [(one["id"], one["live"]) for one in told["gateways"]] == [("a", True), ("b", True)]
        assert all(0 <= one["after_ms"] < 10_000 for one in told["gateways"])
        assert told["recent"]["changes"] >= 1
        assert told["recent"]["p50_ms"] <= told["recent"]["p99_ms"]
        assert (await api.get(PATH, seq=1))["committed_at"] < told["committed_at"]
    assert (await api.get(PATH, wait=10))["total"] == 0


async def test_after_the_time_is_told_what_is_known(api, redis):
    await fill(redis, 0, {})
    async with gateway(redis, "a"):
        await api.create("buttons", label="Buy", data="buy")
        told = await api.get(PATH, wait=0.05)
    assert (told["seq"], told["live"], told["total"]) == (1, 0, 1)
    assert told["gateways"] == [{"id": "a", "live": False, "seq": 0, "after_ms": None}]


async def test_all_who_wait_are_told_when_the_last_gateway_runs_the_change(api, redis):
    await fill(redis, 0, {})
    await api.create("buttons", label="Buy", data="buy")
    async with gateway(redis, "a"), gateway(redis, "b"):
        waiting = [asyncio.create_task(api.get(PATH, wait=20)) for _ in range(5)]
        async with asyncio.timeout(10):
            await apply(redis, 0, {})
            told = [await each for each in waiting]
    assert {(one["live"], one["total"]) for one in told} == {(2, 2)}


async def test_a_gateway_that_is_gone_is_not_waited_for(api, redis):
    await api.create("buttons", label="Buy", data="buy")
    await redis.zadd(GATEWAYS, {"killed": 1})
    told = await api.get(PATH, wait=20)
    assert (told["live"], told["total"]) == (0, 0)
    assert not await redis.exists(gateway_key("killed"))


async def test_before_the_first_change_there_is_none_to_tell_of(api):
    told = await api.get(PATH)
    assert (told["seq"], told["committed_at"]) == (0, None)


@pytest.mark.parametrize("seq", [1, 2**63 - 1])
async def test_a_change_that_there_is_not_is_refused(api, seq):
    assert await api.refused(404, "GET", f"{PATH}?seq={seq}") == [("seq", "exists")]


@pytest.mark.parametrize("query", ["seq=0", "seq=x", f"seq={2**63}", "wait=-1", "wait=31"])
async def test_bounds_are_kept(api, query):
    ((field, _),) = await api.refused(422, "GET", f"{PATH}?{query}")
    assert field == query.partition("=")[0]
