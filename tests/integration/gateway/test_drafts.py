"""Testers of a draft get its answers, all others those of the live configuration."""

import asyncio
from collections.abc import AsyncIterator
from itertools import count

import pytest
from botloom_constructor.steps import Ask, Reply, Toast
from botloom_contracts.cache import CONFIG_SEQ, DRAFTS, DRAFTS_APPLIED, person_key
from botloom_gateway import draft_snapshots
from botloom_gateway.draft_snapshots import DraftSnapshots
from botloom_gateway.settings import Settings
from botloom_gateway.snapshot_feed import SnapshotFeed
from redis.asyncio import Redis
from support.cache import announce_drafts, apply, callback, drop_draft, fill, handler, put_draft
from support.eventually import eventually
from support.updates import PERSON_ID, message, press

from .conftest import gateway, recorded

TESTER, OTHER = 5, 6
CITY = Ask("city", "Where?", on_timeout=(Reply(),))


@pytest.fixture
async def snapshots(redis: Redis) -> AsyncIterator[DraftSnapshots]:
    """Over `/start`, live at seq 1."""
    await fill(redis, 1, handler("/start", 1, message="Hi"))
    feed, stop = SnapshotFeed(redis, "gateway-of-the-tests"), asyncio.Event()
    snapshots = DraftSnapshots(redis, feed)
    following = asyncio.gather(feed.run(stop), snapshots.run(stop))
    await feed.until_loaded(stop)
    # Whoever subscribes later reads what is there.
    await eventually(lambda: redis.pubsub_numsub(DRAFTS_APPLIED), lambda found: found[0][1] > 0)
    yield snapshots
    stop.set()
    await asyncio.wait_for(following, 10)


def answering(snapshots: DraftSnapshots, person_id: int, text: str = "/start") -> int | None:
    """The handler that answers a person."""
    found = snapshots.of_person(person_id).matcher.match(text)
    return None if found is None else found.target.id


async def comes_to_answer(snapshots: DraftSnapshots, handler_id: int, text: str = "/start") -> None:
    async def found() -> int | None:
        return answering(snapshots, TESTER, text)

    await eventually(found, lambda answers: answers == handler_id)


async def test_a_tester_gets_the_draft_and_nobody_else(
    redis: Redis, snapshots: DraftSnapshots
) -> None:
    await put_draft(redis, 3, (TESTER,), {**handler("/start", 7), **handler("/new", 8)})
    await announce_drafts(redis)
    await comes_to_answer(snapshots, 7)
    assert answering(snapshots, TESTER, "/new") == 8
    assert answering(snapshots, OTHER) == 1
    assert answering(snapshots, OTHER, "/new") is None
    assert snapshots.of_person(TESTER) is snapshots.of_person(TESTER)
    assert snapshots.of_person(TESTER).seq == 1


async def test_a_draft_lies_over_what_is_live_now(redis: Redis, snapshots: DraftSnapshots) -> None:
    await put_draft(redis, 3, (TESTER,), handler("/start", 7))
    await announce_drafts(redis)
    await comes_to_answer(snapshots, 7)
    await apply(redis, 1, handler("/live", 2))

    async def seq() -> int:
        return snapshots.of_person(TESTER).seq

    await eventually(seq, lambda found: found == 2)
    assert answering(snapshots, TESTER, "/live") == 2
    assert answering(snapshots, TESTER) == 7


async def test_a_key_that_a_draft_does_not_have_is_gone_for_its_testers(
    redis: Redis, snapshots: DraftSnapshots
) -> None:
    await put_draft(redis, 3, (TESTER,), {"handler:/start": None, **handler("/new", 7)})
    await announce_drafts(redis)
    await comes_to_answer(snapshots, 7, "/new")
    assert answering(snapshots, TESTER) is None
    assert answering(snapshots, OTHER) == 1


async def test_a_dropped_draft_leaves_its_testers_what_is_live(
    redis: Redis, snapshots: DraftSnapshots
) -> None:
    await put_draft(redis, 3, (TESTER,), handler("/start", 7))
    await announce_drafts(redis)
    await comes_to_answer(snapshots, 7)
    await drop_draft(redis, 3)
    await announce_drafts(redis)
    await comes_to_answer(snapshots, 1)


async def test_a_published_draft_is_kept_until_its_changes_are_live(
    redis: Redis, snapshots: DraftSnapshots
) -> None:
    await put_draft(redis, 3, (TESTER,), handler("/start", 7))
    await announce_drafts(redis)
    await comes_to_answer(snapshots, 7)
    # The gateway hears that the draft is gone before it hears of the changes.
    await redis.set(CONFIG_SEQ, 2)
    await drop_draft(redis, 3)
    await announce_drafts(redis)

    async def has_heard() -> bool:
        return snapshots.is_behind

    await eventually(has_heard)
    assert answering(snapshots, TESTER) == 7
    await apply(redis, 1, handler("/start", 9))
    await comes_to_answer(snapshots, 9)


async def test_a_missed_announcement_is_caught_up_with(
    redis: Redis, snapshots: DraftSnapshots, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(draft_snapshots, "CHECK_SECONDS", 0.05)
    await announce_drafts(redis)  # the wait under way is as long as it was
    await put_draft(redis, 3, (TESTER,), handler("/start", 7))
    await comes_to_answer(snapshots, 7)


async def test_what_can_not_be_read_leaves_what_was_there(
    redis: Redis, snapshots: DraftSnapshots
) -> None:
    await redis.hset(DRAFTS, "3", "{")
    await announce_drafts(redis)
    await put_draft(redis, 3, (TESTER,), handler("/start", 7))
    await announce_drafts(redis)
    await comes_to_answer(snapshots, 7)


async def test_a_question_of_a_draft_that_is_gone_is_still_answered(
    webhook: Settings, redis: Redis
) -> None:
    await fill(redis, 1, handler("/start", 1, message="Hi"))
    asking = handler("/city", 2, (CITY, Reply()), message="You live in {var.city}")
    await put_draft(redis, 3, (PERSON_ID,), asking | callback("x", 3, (Toast("of the draft"),)))
    async with gateway(webhook) as telegram:

        async def pressed() -> bool:
            """Whether the draft answers."""
            answer = await telegram.post(press(next(numbers), "x"))
            return bool(answer.body["text"] == "of the draft")

        numbers = count(1)
        await eventually(pressed)
        answer = await telegram.post(message(next(numbers), "/city"))
        assert answer.body["text"] == "Where?"
        await eventually(lambda: redis.hexists(person_key(4242, PERSON_ID), "ask"))
        await drop_draft(redis, 3)
        await announce_drafts(redis)
        await eventually(pressed, lambda answers: not answers)
        await telegram.post(message(next(numbers), "Omsk"))
        assert await redis.hgetall(person_key(4242, PERSON_ID)) == {b"var:city": b"Omsk"}
        assert (await recorded(redis))[-1].event == "answer"
