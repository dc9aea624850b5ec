"""The cache follows the tables, through the real service on real servers."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import msgspec
import pytest
from botloom_config.app import serve
from botloom_config.settings import Settings
from botloom_contracts.cache import CONFIG_APPLIED, CONFIG_SEQ
from botloom_contracts.codec import decode_event, encode_event
from botloom_contracts.database.models import Button, Callback, Handler, Keyboard
from botloom_contracts.events import CacheRebuildRequested, CacheUpdateRequested, ConfigApplied
from botloom_contracts.streams import CONFIG_CHANGES
from redis.asyncio import Redis
from sqlalchemy.ext.asyncio import create_async_engine
from support.configuration import ConfigurationWriter
from support.eventually import eventually
from support.in_process import serving

REPLY = '[{"type":"reply"}]'


def handler(pattern: str, **columns: object) -> Handler:
    return Handler(**{"pattern": pattern, "match_key": pattern, "action": REPLY, **columns})


@pytest.fixture
def settings(database_url: str, redis_url: str) -> Settings:
    return Settings(database_url=database_url, redis_url=redis_url, config_port=0)


@pytest.fixture
async def configuration(database_url: str, redis: Redis) -> AsyncIterator[ConfigurationWriter]:
    engine = create_async_engine(database_url)
    yield ConfigurationWriter(engine, redis)
    await engine.dispose()


async def applied(redis: Redis, seq: int) -> None:
    await eventually(lambda: redis.get(CONFIG_SEQ), lambda value: value == str(seq).encode())


async def value(redis: Redis, key: str) -> dict[str, object]:
    return msgspec.json.decode(await redis.get(key) or b"null")


async def test_the_cache_is_built_at_start(
    settings: Settings, configuration: ConfigurationWriter, redis: Redis
) -> None:
    prices = await configuration.save(Button(label="Цены", data="prices", kind="callback"))
    menu = await configuration.save(Keyboard(name="menu", layout=[[prices]], kind="inline"))
    start = await configuration.save(handler("/start", message="Привет", keyboard_id=menu))
    await configuration.save(
        Callback(callback_data="prices", handler_id=start, action='[{"type":"edit"}]')
    )
    await redis.delete(CONFIG_CHANGES.name)
    await redis.set("handler:/gone", "{}")

    async with serving(serve, settings):
        await applied(redis, 4)

        cached = await value(redis, "handler:/start")
        assert cached["action"] == [{"type": "reply"}]
        assert cached["message"] == "Привет"
        assert cached["photo_url"] is None
        assert cached["keyboard_id"] == menu
        assert (await value(redis, "callback:prices"))["message"] == "Привет"
        assert (await value(redis, f"keyboard:{menu}"))["layout"] == [
            [{"label": "Цены", "data": "prices"}]
        ]
        assert not await redis.exists("handler:/gone")


async def test_a_change_is_applied_and_announced_with_its_keys(
    settings: Settings, configuration: ConfigurationWriter, redis: Redis
) -> None:
    async with serving(serve, settings), redis.pubsub() as announcements:
        await applied(redis, 0)
        await announcements.subscribe(CONFIG_APPLIED)
        await configuration.save(handler("/start", message="Hello"))

        announced = None
        while not (announced and announced["type"] == "message"):
            announced = await announcements.get_message(timeout=20)
        assert decode_event(announced["data"]) == ConfigApplied(
            seq=1, since=0, keys=("handler:/start",)
        )
        assert (await value(redis, "handler:/start"))["message"] == "Hello"


async def test_a_renamed_pattern_leaves_no_key_behind(
    settings: Settings, configuration: ConfigurationWriter, redis: Redis
) -> None:
    async with serving(serve, settings):
        saved = await configuration.save(handler("/old", message="x"))
        await configuration.save(handler("/new", id=saved, message="x"))
        await applied(redis, 2)
        assert not await redis.exists("handler:/old")
        assert await redis.exists("handler:/new")


async def test_a_disabled_and_a_deleted_handler_leave_the_cache(
    settings: Settings, configuration: ConfigurationWriter, redis: Redis
) -> None:
    async with serving(serve, settings):
        first = await configuration.save(handler("/a", message="x"))
        second = await configuration.save(handler("/b", message="x"))
        await configuration.save(handler("/a", id=first, message="x", enabled=False))
        await configuration.delete(Handler, second)
        await applied(redis, 4)
        assert await redis.keys("handler:*") == []


async def test_changing_a_button_changes_every_keyboard_with_it(
    settings: Settings, configuration: ConfigurationWriter, redis: Redis
) -> None:
    async with serving(serve, settings):
        button = await configuration.save(Button(label="Old", data="x", kind="callback"))
        other = await configuration.save(Button(label="Other", data="y", kind="callback"))
        first = await configuration.save(Keyboard(name="1", layout=[[other], [button]]))
        second = await configuration.save(Keyboard(name="2", layout=[[button, other]]))
        await configuration.save(Button(id=button, label="New", data="x", kind="callback"))
        await applied(redis, 5)
        assert (await value(redis, f"keyboard:{first}"))["layout"][1][0]["label"] == "New"
        assert (await value(redis, f"keyboard:{second}"))["layout"][0][0]["label"] == "New"


async def test_changing_a_handler_changes_the_callbacks_that_show_it(
    settings: Settings, configuration: ConfigurationWriter, redis: Redis
) -> None:
    async with serving(serve, settings):
        shown = await configuration.save(handler("/prices", message="Old"))
        await configuration.save(
            Callback(callback_data="prices", handler_id=shown, action='[{"type":"edit"}]')
        )
        await configuration.save(handler("/prices", id=shown, message="New"))
        await applied(redis, 3)
        assert (await value(redis, "callback:prices"))["message"] == "New"


async def test_a_requested_rebuild_repairs_the_cache(
    settings: Settings, configuration: ConfigurationWriter, redis: Redis
) -> None:
    async with serving(serve, settings):
        await configuration.save(handler("/start", message="x"))
        await applied(redis, 1)
        await redis.delete("handler:/start")
        await redis.set("keyboard:9", "{}")
        request = CacheRebuildRequested(at=datetime.now(UTC), reason="a test")
        await redis.xadd(CONFIG_CHANGES.name, {"data": encode_event(request)})
        await eventually(lambda: redis.exists("handler:/start"))
        await eventually(lambda: redis.exists("keyboard:9"), lambda there: not there)


async def test_a_request_to_update_applies_what_the_stream_did_not_bring(
    settings: Settings, database_url: str, redis: Redis
) -> None:
    engine = create_async_engine(database_url)
    unpublished = ConfigurationWriter(engine)
    async with serving(serve, settings):
        await applied(redis, 0)
        await unpublished.save(handler("/start", message="Hi"))
        request = CacheUpdateRequested(at=datetime.now(UTC), seq=1)
        await redis.xadd(CONFIG_CHANGES.name, {"data": encode_event(request)})
        await applied(redis, 1)
    assert (await value(redis, "handler:/start"))["message"] == "Hi"
    assert not await redis.exists(CONFIG_CHANGES.dead_letters)
    await engine.dispose()


async def test_a_cache_ahead_of_a_restored_database_is_built_anew(
    settings: Settings, configuration: ConfigurationWriter, redis: Redis
) -> None:
    async with serving(serve, settings):
        await applied(redis, 0)
        await redis.set(CONFIG_SEQ, 99)
        await redis.set("handler:/later", "{}")
        await configuration.save(handler("/start", message="x"))
        await applied(redis, 1)
        assert await redis.keys("handler:*") == [b"handler:/start"]


async def test_an_entry_that_does_not_decode_is_dead_lettered_and_the_rest_goes_on(
    settings: Settings, configuration: ConfigurationWriter, redis: Redis
) -> None:
    await redis.xadd(CONFIG_CHANGES.name, {"data": "{not json"})
    await redis.xadd(CONFIG_CHANGES.name, {"other": "field"})
    async with serving(serve, settings):
        await configuration.save(handler("/start", message="x"))
        await applied(redis, 1)
        dead = await eventually(
            lambda: redis.xrange(CONFIG_CHANGES.dead_letters), lambda entries: len(entries) == 2
        )
        assert dead[0][1][b"data"] == b"{not json"
        assert b"JSON" in dead[0][1][b"error"]
        await eventually(
            lambda: redis.xpending(CONFIG_CHANGES.name, CONFIG_CHANGES.group),
            lambda pending: pending["pending"] == 0,
        )


async def test_a_flushed_redis_gets_its_cache_and_its_group_back(
    settings: Settings, configuration: ConfigurationWriter, redis: Redis
) -> None:
    async with serving(serve, settings):
        await configuration.save(handler("/start", message="x"))
        await applied(redis, 1)
        await redis.flushdb()
        await eventually(lambda: redis.exists("handler:/start"))
        await configuration.save(handler("/help", message="x"))
        await applied(redis, 2)
        assert await redis.exists("handler:/help")
