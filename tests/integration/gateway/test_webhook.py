"""Webhook mode, through the real gateway on a real Redis."""

import asyncio

import pytest
from botloom_constructor.steps import Reply, Toast
from botloom_contracts.cache import CONFIG_SEQ
from botloom_contracts.codec import encode_event
from botloom_contracts.streams import INTERACTIONS
from botloom_gateway.settings import Settings
from botloom_gateway.webhook import BODY_MAX
from botloom_runtime.redis_client import connect_redis
from redis.asyncio import Redis
from support.cache import callback, fill, handler, inline_keyboard
from support.eventually import eventually
from support.interactions import interaction
from support.person import Person
from support.updates import PERSON_ID, membership, message, press

from .conftest import Answer, OwnRedis, another, gateway, metric, recorded, settings, with_webhook

WELCOME = {
    "method": "sendMessage",
    "chat_id": PERSON_ID,
    "text": "Hi, Anna",
    "parse_mode": "HTML",
}


@pytest.fixture(autouse=True)
async def configuration(redis: Redis) -> None:
    values = handler("/start", message="Hi, {first_name}") | callback(
        "prices", action=(Reply(), Toast("Look")), message="Prices"
    )
    await fill(redis, 1, values)


async def test_the_answer_is_in_the_response(webhook: Settings, redis: Redis) -> None:
    async with gateway(webhook) as telegram:
        answer = await telegram.post(message(1, "/start"))
        assert answer == Answer(200, "application/json", WELCOME)
        (found,) = await recorded(redis)
    assert (found.update_id, found.event, found.user_id) == (1, "start", PERSON_ID)
    assert (found.handler_id, found.config_seq) == (1, 1)


async def test_a_keyboard_is_an_object_in_the_response(webhook: Settings, redis: Redis) -> None:
    await fill(redis, 2, handler("/menu", message="Menu", keyboard_id=1) | inline_keyboard(1, "x"))
    async with gateway(webhook) as telegram:
        answer = await telegram.post(message(1, "/menu"))
    (row,) = answer.body["reply_markup"]["inline_keyboard"]
    assert row == [{"text": "Button x", "callback_data": "x"}]


async def test_the_calls_after_the_first_are_made_behind_the_response(
    redis: Redis, webhook: Settings, anna: Person
) -> None:
    await fill(redis, 2, handler("/menu", message="Menu", keyboard_id=1)
        | inline_keyboard(1, "prices"))  # fmt: skip
    async with gateway(webhook):
        await anna.says("/menu")
        (menu,) = await anna.answered()
        await anna.presses(menu, "prices")
        await anna.sees("Prices")
        (answer,) = await anna.notified()
    assert answer["text"] == "Look"


async def test_an_update_without_an_answer_is_taken_with_an_empty_response(
    webhook: Settings, redis: Redis
) -> None:
    async with gateway(webhook) as telegram:
        for update in (message(1, "anything"), membership(2, "member", "kicked")):
            answer = await telegram.post(update)
            assert (answer.status, answer.body) == (200, None)
        assert [found.event for found in await recorded(redis)] == ["unmatched", "blocked"]


@pytest.mark.parametrize("secret", [None, "", "wrong", "секрет".encode().decode("latin-1")])
async def test_an_update_without_the_secret_is_refused(
    webhook: Settings, redis: Redis, secret: str | None
) -> None:
    async with gateway(webhook) as telegram:
        answer = await telegram.post(message(1, "/start"), secret=secret)
        assert (answer.status, answer.content_type) == (401, "application/problem+json")
        assert await recorded(redis) == []


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b"{}", b"\xff", b'{"update_id":"1"}', b"[" * 100_000,
     b'{"update_id":99999999999999999999}'],
)  # fmt: skip
async def test_what_is_no_update_is_refused(webhook: Settings, redis: Redis, body: bytes) -> None:
    async with gateway(webhook) as telegram:
        answer = await telegram.post(body)
        assert (answer.status, answer.body["code"]) == (400, "not_an_update")
        assert (await telegram.post(message(1, "/start"))).status == 200
        assert len(await recorded(redis)) == 1


async def test_a_body_beyond_the_limit_is_refused(webhook: Settings, redis: Redis) -> None:
    async with gateway(webhook) as telegram:
        answer = await telegram.post(message(1, "x" * BODY_MAX))
        assert answer.status == 413
        assert await recorded(redis) == []


async def test_a_long_text_is_counted_and_its_payload_cut(webhook: Settings, redis: Redis) -> None:
    async with gateway(webhook) as telegram:
        answer = await telegram.post(message(1, "x" * 1_000_000))
        assert answer.status == 200
        (found,) = await recorded(redis)
    assert found.payload == "x" * 256


async def test_an_update_of_another_kind_is_taken_and_counted_as_skipped(
    webhook: Settings, redis: Redis
) -> None:
    name = "botloom_gateway_updates_skipped_total"
    async with gateway(webhook) as telegram:
        before = metric(name, reason="kind")
        answer = await telegram.post({"update_id": 1, "poll_answer": {"poll_id": "1"}})
        assert (answer.status, answer.body) == (200, None)
        assert metric(name, reason="kind") == before + 1
        assert await recorded(redis) == []


async def test_updates_are_refused_until_the_configuration_is_loaded(
    webhook: Settings, redis: Redis
) -> None:
    await redis.delete(CONFIG_SEQ)
    async with gateway(webhook, ready=False) as telegram:
        await eventually(lambda: telegram.status("/healthz"), lambda status: status == 200)
        assert await telegram.status("/readyz") == 503
        answer = await telegram.post(message(1, "/start"))
        assert (answer.status, answer.body["code"]) == (503, "starting")
        assert await recorded(redis) == []


async def test_updates_are_refused_while_redis_is_gone_and_taken_when_they_come_again(
    own_redis: OwnRedis, simulator: str
) -> None:
    redis = connect_redis(own_redis.url)
    await fill(redis, 1, handler("/start", message="Hi, {first_name}"))
    async with gateway(with_webhook(settings(own_redis.url, simulator))) as telegram:
        await own_redis.stop()
        refused = await asyncio.gather(*(telegram.post(message(n, "/start")) for n in range(5)))
        assert {(each.status, each.body["code"]) for each in refused} == {(503, "not_recorded")}
        assert await telegram.status("/readyz") == 503
        assert await telegram.status("/healthz") == 200

        await own_redis.start()
        answers = await asyncio.gather(*(telegram.post(message(n, "/start")) for n in range(5)))
        assert {each.status for each in answers} == {200}
        assert sorted(found.update_id for found in await recorded(redis)) == [0, 1, 2, 3, 4]
    await redis.aclose()


async def test_updates_are_refused_while_the_stream_is_full(
    webhook: Settings, redis: Redis
) -> None:
    async with redis.pipeline(transaction=False) as pipeline:
        for n in range(1000):
            pipeline.xadd(INTERACTIONS.name, {"data": encode_event(interaction(n))})
        await pipeline.execute()
    async with gateway(webhook.model_copy(update={"stream_max_length": 1000})) as telegram:
        answer = await telegram.post(message(5000, "/start"))
        assert (answer.status, answer.body["code"]) == (503, "not_recorded")
        assert "STREAMFULL" in answer.body["detail"]
        assert await redis.xlen(INTERACTIONS.name) == 1000

        await redis.xtrim(INTERACTIONS.name, maxlen=0, approximate=False)
        assert await telegram.post(message(5000, "/start")) == Answer(
            200, "application/json", WELCOME
        )
        assert [found.update_id for found in await recorded(redis)] == [5000]


async def test_an_update_that_comes_again_is_answered_again_and_recorded_once(
    webhook: Settings, redis: Redis
) -> None:
    async with gateway(webhook) as telegram:
        first = await telegram.post(message(1, "/start"))
        second = await telegram.post(message(1, "/start"))
        assert first == second == Answer(200, "application/json", WELCOME)
        assert len(await recorded(redis)) == 1


async def test_each_update_of_many_at_once_is_recorded_once(
    webhook: Settings, redis: Redis
) -> None:
    ids = [*range(100), *range(2**16 - 50, 2**16 + 50)]
    async with gateway(webhook) as telegram:
        answers = await asyncio.gather(*(telegram.post(message(n, "/start")) for n in ids))
        assert {answer.status for answer in answers} == {200}
        assert sorted(found.update_id for found in await recorded(redis)) == ids


async def test_an_interaction_is_on_the_stream_before_its_response(
    webhook: Settings, redis: Redis
) -> None:
    async with gateway(webhook) as telegram:
        for count in range(1, 21):
            update = message(count, "/start") if count % 2 else press(count, "prices")
            await telegram.post(update)
            assert await redis.xlen(INTERACTIONS.name) == count


async def test_an_update_that_two_gateways_get_is_recorded_once(
    webhook: Settings, redis: Redis
) -> None:
    async with gateway(webhook) as first, gateway(another(webhook)) as second:
        answers = await asyncio.gather(
            *(each.post(message(n, "/start")) for n in range(20) for each in (first, second))
        )
        assert {answer.status for answer in answers} == {200}
        assert sorted(found.update_id for found in await recorded(redis)) == list(range(20))
