"""The gateway follows the cache, through announcements and without them."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import msgspec
import pytest
from botloom_contracts.cache import (
    CONFIG_APPLIED,
    CONFIG_SEQ,
    CONFIG_TAKEN,
    GATEWAYS,
    gateway_key,
    read_taken,
    taken_key,
)
from botloom_contracts.codec import decode_entry
from botloom_contracts.events import CacheRebuildRequested, ConfigApplied
from botloom_contracts.streams import CONFIG_CHANGES
from botloom_gateway import reporting, snapshot_feed
from botloom_gateway.reporting import REPORT_SECONDS, Reporter
from botloom_gateway.snapshot_feed import SnapshotFeed
from redis.asyncio import Redis
from redis.exceptions import RedisError
from support.cache import announce, apply, callback, fill, handler
from support.eventually import eventually

NAME = "gateway-of-the-tests"


@asynccontextmanager
async def following(redis: Redis) -> AsyncIterator[SnapshotFeed]:
    feed = SnapshotFeed(redis, NAME)
    stop = asyncio.Event()
    task = asyncio.create_task(feed.run(stop))
    try:
        yield feed
    finally:
        stop.set()
        await asyncio.wait_for(task, 10)


@pytest.fixture
async def feed(redis: Redis) -> AsyncIterator[SnapshotFeed]:
    async with following(redis) as feed:
        yield feed


async def runs(feed: SnapshotFeed, seq: int) -> None:
    async def running() -> int:
        return feed.snapshot.seq

    await eventually(running, lambda found: found == seq)


@pytest.fixture
async def started(redis: Redis) -> AsyncIterator[SnapshotFeed]:
    """Follows a cache with `/start` and the callback `x`, at seq 1."""
    await fill(redis, 1, handler("/start", 1, message="Hi") | callback("x", 1, message="X"))
    async with following(redis) as feed:
        await runs(feed, 1)
        yield feed


async def test_an_announcement_brings_the_keys_that_changed(
    redis: Redis, started: SnapshotFeed
) -> None:
    before = started.snapshot
    changes = {**handler("/help", 2, message="Help"), "callback:x": None}
    await apply(redis, 1, changes)
    await runs(started, 2)
    after = started.snapshot
    assert sorted(after.handlers) == [1, 2]
    assert after.callback_rules == {}
    assert after.handlers[1] is before.handlers[1]
    assert sorted(before.handlers) == [1]


async def test_only_the_announced_keys_are_read(redis: Redis, started: SnapshotFeed) -> None:
    await redis.mset(handler("/unannounced", 9))
    await apply(redis, 1, handler("/help", 2))
    await runs(started, 2)
    assert sorted(started.snapshot.handlers) == [1, 2]


async def test_a_change_of_no_key_moves_the_seq(redis: Redis, started: SnapshotFeed) -> None:
    await apply(redis, 1, {})
    await runs(started, 2)
    assert sorted(started.snapshot.handlers) == [1]


@pytest.mark.parametrize("since", [0, 2, 5])
async def test_after_a_gap_everything_is_read(
    redis: Redis, started: SnapshotFeed, since: int
) -> None:
    await fill(redis, 6, handler("/missed", 2))
    await announce(redis, ConfigApplied(seq=6, since=since, keys=("handler:/other",)))
    await runs(started, 6)
    assert sorted(started.snapshot.handlers) == [1, 2]


async def test_an_announcement_of_another_database_of_the_server_changes_nothing(
    redis: Redis, started: SnapshotFeed
) -> None:
    await redis.delete(gateway_key(NAME))
    await announce(redis, ConfigApplied(seq=2, since=1, keys=("handler:/start",)))
    report = await eventually(lambda: redis.get(gateway_key(NAME)))
    assert msgspec.json.decode(report)["seq"] == started.snapshot.seq == 1


async def test_an_announcement_without_keys_reads_everything(
    redis: Redis, started: SnapshotFeed
) -> None:
    await fill(redis, 2, handler("/help", 2))
    await redis.delete("handler:/start")
    await announce(redis, ConfigApplied(seq=2))
    await runs(started, 2)
    assert sorted(started.snapshot.handlers) == [2]


async def test_a_missed_announcement_is_caught_up_with(
    redis: Redis, started: SnapshotFeed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot_feed, "CHECK_SECONDS", 0.05)
    await apply(redis, 1, {})  # the wait under way is as long as it was
    await fill(redis, 3, handler("/missed", 2))
    await runs(started, 3)
    assert sorted(started.snapshot.handlers) == [1, 2]


@pytest.mark.parametrize(
    "payload",
    [b"", b"{", b"\xff", b'{"type":"Unknown"}', b'{"type":"ConfigApplied","seq":"two"}',
     b'{"type":"CacheRebuildRequested","at":"2026-11-23T12:00:00Z","reason":"x"}'],
)  # fmt: skip
async def test_a_bad_announcement_is_passed_over(
    redis: Redis, started: SnapshotFeed, payload: bytes
) -> None:
    connections = await redis.pubsub_numsub(CONFIG_APPLIED)
    await redis.publish(CONFIG_APPLIED, payload)
    await apply(redis, 1, handler("/help", 2))
    await runs(started, 2)
    assert sorted(started.snapshot.handlers) == [1, 2]
    assert await redis.pubsub_numsub(CONFIG_APPLIED) == connections


async def test_a_missing_cache_is_asked_for_and_loaded_when_it_is_there(
    redis: Redis, feed: SnapshotFeed
) -> None:
    ((_, fields), *_) = await eventually(lambda: redis.xrange(CONFIG_CHANGES.name))
    requested = decode_entry(fields)
    assert isinstance(requested, CacheRebuildRequested)
    assert NAME in requested.reason
    assert not feed.loaded.is_set()

    await fill(redis, 1, handler("/start", 1))
    await announce(redis, ConfigApplied(seq=1))
    await asyncio.wait_for(feed.loaded.wait(), 10)
    assert sorted(feed.snapshot.handlers) == [1]


async def test_a_flushed_redis_leaves_the_gateway_answering(
    redis: Redis, started: SnapshotFeed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot_feed, "CHECK_SECONDS", 0.05)
    await apply(redis, 1, {})
    await runs(started, 2)
    await redis.flushdb()
    await eventually(lambda: redis.exists(CONFIG_CHANGES.name))
    assert sorted(started.snapshot.handlers) == [1]


async def test_an_empty_configuration_is_loaded(redis: Redis, feed: SnapshotFeed) -> None:
    await fill(redis, 0, {})
    await announce(redis, ConfigApplied(seq=0))
    await asyncio.wait_for(feed.loaded.wait(), 10)
    assert len(feed.snapshot) == 0


async def test_a_large_configuration_is_loaded_whole(redis: Redis, feed: SnapshotFeed) -> None:
    values = {k: v for n in range(2500) for k, v in callback(f"data-{n}", n).items()}
    await fill(redis, 1, values)
    await announce(redis, ConfigApplied(seq=1))
    await runs(feed, 1)
    assert len(feed.snapshot.callback_rules) == 2500


async def test_a_value_that_can_not_be_read_does_not_keep_the_others_out(
    redis: Redis, feed: SnapshotFeed
) -> None:
    await fill(redis, 1, handler("/start", 1))
    await redis.mset({"callback:bad": "{", "keyboard:bad": "{}", b"handler:\xff": "garbage"})
    await redis.hset("handler:/hash", "of another", "type")
    await announce(redis, ConfigApplied(seq=1))
    await asyncio.wait_for(feed.loaded.wait(), 10)
    assert sorted(feed.snapshot.handlers) == [1]

    await apply(redis, 1, {"handler:/start": b"garbage", **handler("/help", 2)})
    await runs(feed, 2)
    assert sorted(feed.snapshot.handlers) == [2]


async def test_a_seq_that_is_no_number_is_read_again_when_it_is_mended(
    redis: Redis, started: SnapshotFeed
) -> None:
    await redis.set(CONFIG_SEQ, "garbage")
    await announce(redis, ConfigApplied(seq=2))
    await announce(redis, ConfigApplied(seq=2))
    await fill(redis, 3, handler("/help", 2))
    await announce(redis, ConfigApplied(seq=3))
    await runs(started, 3)


async def test_changes_of_patterns_are_folded_beside_the_updates(
    redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot_feed, "FOLD_AT", 3)
    await fill(redis, 0, {k: v for n in range(50) for k, v in handler(f"{n} *", n).items()})
    async with following(redis) as feed:
        await asyncio.wait_for(feed.loaded.wait(), 10)
        for n in range(9):
            assert len(feed.snapshot.matcher) <= 5
            await apply(redis, n, {f"handler:{n} *": None, **handler(f"new {n} *", n)})
            await runs(feed, n + 1)
        await eventually(lambda: _unfolded(feed), lambda unfolded: unfolded <= 3)
        matcher = feed.snapshot.matcher
        assert [matcher.match(f"{n} x") is None for n in (8, 9)] == [True, False]
        assert matcher.match("new 8 x").target.id == 8


async def _unfolded(feed: SnapshotFeed) -> int:
    return feed.snapshot.unfolded


async def taken(redis: Redis) -> list[tuple[int, int]]:
    return [read_taken(member) for member in await redis.zrange(taken_key(NAME), 0, -1)]


async def test_what_a_gateway_takes_is_kept_with_its_time_and_announced(
    redis: Redis, started: SnapshotFeed
) -> None:
    began = time.time() * 1000
    async with redis.pubsub(ignore_subscribe_messages=True) as announcements:
        await announcements.subscribe(CONFIG_TAKEN)
        await announcements.get_message(timeout=5)
        await apply(redis, 1, handler("/help", 2))
        announced = await announcements.get_message(timeout=5)
    assert announced["data"] == NAME.encode()
    (first, _), (second, at) = await taken(redis)
    assert (first, second) == (1, 2)
    assert began - 1 <= at <= time.time() * 1000
    assert msgspec.json.decode(await redis.get(gateway_key(NAME)))["seq"] == 2
    assert await redis.zrange(GATEWAYS, 0, -1) == [NAME.encode()]
    assert 0 < await redis.ttl(taken_key(NAME)) <= REPORT_SECONDS


async def test_a_report_without_a_change_adds_nothing(redis: Redis, started: SnapshotFeed) -> None:
    await eventually(lambda: taken(redis))
    await announce(redis, ConfigApplied(seq=1))
    await apply(redis, 1, {})
    await eventually(lambda: taken(redis), lambda found: found[-1][0] == 2)
    assert [seq for seq, _ in await taken(redis)] == [1, 2]


async def test_where_the_log_was_lost_what_was_taken_of_it_is_forgotten(
    redis: Redis, started: SnapshotFeed
) -> None:
    await apply(redis, 1, {})
    await eventually(lambda: taken(redis), lambda found: len(found) == 2)
    await fill(redis, 0, {})
    await announce(redis, ConfigApplied(seq=0))
    await eventually(lambda: taken(redis), lambda found: [seq for seq, _ in found] == [0])


async def test_only_the_last_that_were_taken_are_kept(
    redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reporting, "TAKEN_MAX", 3)
    reporter = Reporter(redis, NAME)
    for seq in range(5):
        reporter.took(seq)
        await reporter.send()
    assert [seq for seq, _ in await taken(redis)] == [2, 3, 4]


async def test_what_could_not_be_sent_is_sent_with_the_next_report(redis: Redis) -> None:
    away = Redis(port=1)
    reporter = Reporter(away, NAME)
    reporter.took(1)
    with pytest.raises(RedisError):
        await reporter.send()
    await away.aclose()
    reporter._redis = redis
    reporter.took(2)
    await reporter.send()
    assert [seq for seq, _ in await taken(redis)] == [1, 2]


async def test_the_gateway_reports_what_it_runs_and_is_forgotten_when_it_is_gone(
    redis: Redis, redis_url: str
) -> None:
    await fill(redis, 4, handler("/start", 1))
    feed, stop = SnapshotFeed(redis, NAME), asyncio.Event()
    following = asyncio.create_task(feed.run(stop))
    report = await eventually(lambda: redis.get(gateway_key(NAME)))
    assert msgspec.json.decode(report)["seq"] == 4
    assert 0 < await redis.ttl(gateway_key(NAME)) <= REPORT_SECONDS
    since = msgspec.json.decode(report)["at"]

    await apply(redis, 4, handler("/help", 2))
    await runs(feed, 5)
    report = await eventually(
        lambda: redis.get(gateway_key(NAME)), lambda found: msgspec.json.decode(found)["seq"] == 5
    )
    assert msgspec.json.decode(report)["at"] > since

    stop.set()
    await following
    assert not await redis.exists(gateway_key(NAME), taken_key(NAME), GATEWAYS)
