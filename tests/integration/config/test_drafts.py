"""Drafts come into the cache and leave it, through the real service on real servers."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from botloom_config.app import serve
from botloom_config.settings import Settings
from botloom_contracts.cache import (
    DRAFTS,
    DRAFTS_APPLIED,
    DRAFTS_ENTRIES,
    decode_draft_head,
    decode_keyboard,
)
from botloom_contracts.codec import encode_event
from botloom_contracts.database.models import Button, Draft, DraftChange, Keyboard
from botloom_contracts.events import CacheRebuildRequested, DraftsChanged
from botloom_contracts.streams import CONFIG_CHANGES
from botloom_runtime.cache_reader import read_draft_entries
from redis.asyncio import Redis
from sqlalchemy import delete, insert, update
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from support.configuration import ConfigurationWriter
from support.eventually import eventually
from support.in_process import serving

TESTER = 5


@pytest.fixture
async def engine(database_url: str) -> AsyncIterator[AsyncEngine]:
    engine = create_async_engine(database_url)
    yield engine
    await engine.dispose()


@pytest.fixture
async def configuration(
    engine: AsyncEngine, redis: Redis, database_url: str, redis_url: str
) -> AsyncIterator[ConfigurationWriter]:
    """Of a running service, with a keyboard of two buttons, of which a draft changes the first."""
    writer = ConfigurationWriter(engine, redis)
    for label in ("one", "two"):
        await writer.save(Button(label=label, data="x"))
    await writer.save(Keyboard(name="menu", layout=[[1], [2]]))
    async with engine.begin() as connection:
        draft = {"name": "summer", "testers": [TESTER], "created_by": "a test"}
        await connection.execute(insert(Draft).values(draft))
        times = dict.fromkeys(("created_at", "updated_at"), "2026-11-24T12:00:00Z")
        state = {"id": 1, "version": 2, "label": "of the draft", "data": "x", **times}
        change = {"entity": "button", "entity_id": 1, "state": state, "base_version": 1}
        await connection.execute(insert(DraftChange).values(draft_id=1, **change))
    settings = Settings(database_url=database_url, redis_url=redis_url, config_port=0)
    async with serving(serve, settings):
        yield writer


async def labels(redis: Redis) -> list[str] | None:
    """Of the keyboard in the draft; None where the draft is not in the cache."""
    found = await read_draft_entries(redis, [1])
    if not found:
        return None
    keyboard = decode_keyboard(bytes(found[1].entries["keyboard:1"]))
    return [button.label for line in keyboard.layout for button in line]


async def come_to_be(redis: Redis, expected: list[str] | None) -> None:
    await eventually(lambda: labels(redis), lambda found: found == expected)


async def tell(redis: Redis) -> None:
    told = DraftsChanged(at=datetime.now(UTC), versions={})
    await redis.xadd(CONFIG_CHANGES.name, {"data": encode_event(told)})


async def test_a_draft_is_in_the_cache_and_follows_what_is_live(
    configuration: ConfigurationWriter, redis: Redis
) -> None:
    await come_to_be(redis, ["of the draft", "two"])
    head = decode_draft_head(await redis.hget(DRAFTS, "1"))
    assert (head.version, head.testers) == (1, (TESTER,))
    await configuration.save(Button(id=2, label="live", data="x"))
    await come_to_be(redis, ["of the draft", "live"])


async def test_a_change_of_a_draft_is_announced_and_one_that_changes_nothing_is_not(
    configuration: ConfigurationWriter, redis: Redis, engine: AsyncEngine
) -> None:
    await come_to_be(redis, ["of the draft", "two"])
    async with redis.pubsub(ignore_subscribe_messages=True) as announcements:
        await announcements.subscribe(DRAFTS_APPLIED)
        await announcements.get_message(timeout=20)
        await tell(redis)
        await configuration.save(Button(label="of no keyboard", data="x"))
        async with engine.begin() as connection:
            await connection.execute(update(Draft).values(version=2, testers=[]))
        await tell(redis)
        assert await announcements.get_message(timeout=20)
        assert decode_draft_head(await redis.hget(DRAFTS, "1")).testers == ()


async def test_a_dropped_draft_leaves_the_cache(
    configuration: ConfigurationWriter, redis: Redis, engine: AsyncEngine
) -> None:
    await come_to_be(redis, ["of the draft", "two"])
    async with engine.begin() as connection:
        await connection.execute(delete(Draft))
    await tell(redis)
    await come_to_be(redis, None)
    assert not await redis.exists(DRAFTS, DRAFTS_ENTRIES)


async def test_a_requested_rebuild_repairs_drafts(
    configuration: ConfigurationWriter, redis: Redis
) -> None:
    await come_to_be(redis, ["of the draft", "two"])
    await redis.delete(DRAFTS_ENTRIES)
    await redis.hset(DRAFTS, "9", await redis.hget(DRAFTS, "1"))
    request = CacheRebuildRequested(at=datetime.now(UTC), reason="a test")
    await redis.xadd(CONFIG_CHANGES.name, {"data": encode_event(request)})
    await come_to_be(redis, ["of the draft", "two"])
    assert await redis.hkeys(DRAFTS) == [b"1"]
