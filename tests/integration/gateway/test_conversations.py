"""Questions, variables and waits: what the gateway keeps of them in Redis."""

import asyncio
from typing import Any

import pytest
from botloom_constructor.steps import Ask, Edit, Reply, Set, Toast, Wait
from botloom_contracts.cache import person_key, waits_keys
from botloom_gateway.settings import Settings
from redis.asyncio import Redis
from support.cache import callback, fill, handler
from support.eventually import eventually
from support.system import Person
from support.updates import PERSON_ID, message, person, press

from .conftest import Gateway, another, gateway, recorded

CITY = Ask("city", "Where?", cancel="Stop", on_timeout=(Toast("Too late"),))


@pytest.fixture(autouse=True)
async def configuration(redis: Redis) -> None:
    values = (
        handler("/city", 1, (CITY, Reply()), message="You live in {var.city}")
        | handler("/me", 2, message="{var.city|nowhere}")
        | handler("/help", 3, message="Help")
        | handler("/later", 4, (Toast("now"), Wait(1), Reply()), message="Later")
        | handler("/count", 5, (Set("n", add=1), Reply()), message="{var.n}")
        | callback("x", 6, (Edit(),), message="Edited")
    )
    await fill(redis, 1, values)


@pytest.fixture(autouse=True)
async def met(webhook: Settings, anna: Person) -> None:
    """The bot may write to Anna: its first call makes it known, and she has a chat with it."""
    async with gateway(webhook):
        await anna.is_called(first_name="Anna")


def of(anna: Person, update_id: int, text: str) -> dict[str, Any]:
    """What Anna says, as Telegram would send it."""
    chat = {"id": anna.chat_id, "type": "private", "first_name": "Anna"}
    return message(update_id, text, chat=chat, **{"from": person(id=anna.chat_id)})


async def asked(telegram: Gateway, anna: Person, redis: Redis) -> None:
    answer = await telegram.post(of(anna, 1, "/city"))
    assert answer.body["text"] == "Where?"

    async def waits() -> bool:
        return bool(await redis.hexists(person_key(4242, anna.chat_id), "ask"))

    await eventually(waits)


async def test_an_answer_is_kept_counted_and_goes_on(
    webhook: Settings, redis: Redis, anna: Person
) -> None:
    async with gateway(webhook) as telegram:
        await asked(telegram, anna, redis)
        answer = await telegram.post(of(anna, 2, "Omsk"))
        assert answer.body["text"] == "You live in Omsk"
        events = [(found.event, found.handler_id) for found in await recorded(redis)]
    assert events == [("command", 1), ("answer", 1)]
    assert await redis.hgetall(person_key(4242, anna.chat_id)) == {b"var:city": b"Omsk"}
    assert await redis.ttl(person_key(4242, anna.chat_id)) > 80 * 24 * 3600
    assert await redis.zcard(waits_keys(4242)[0]) == 0


async def test_of_two_answers_at_once_one_is_taken(
    webhook: Settings, redis: Redis, anna: Person
) -> None:
    async with gateway(webhook) as first, gateway(another(webhook)) as second:
        await asked(first, anna, redis)
        answers = await asyncio.gather(
            first.post(of(anna, 2, "Omsk")), second.post(of(anna, 3, "Perm"))
        )
        texts = [answer.body["text"] for answer in answers if answer.body]
    assert texts in ([f"You live in {city}"] for city in ("Omsk", "Perm"))


async def test_a_command_ends_the_question_and_is_answered(
    webhook: Settings, redis: Redis, anna: Person
) -> None:
    async with gateway(webhook) as telegram:
        await asked(telegram, anna, redis)
        assert (await telegram.post(of(anna, 2, "/help"))).body["text"] == "Help"
        assert not await redis.hexists(person_key(4242, anna.chat_id), "ask")
        assert (await telegram.post(of(anna, 3, "Omsk"))).body is None
    assert await redis.zcard(waits_keys(4242)[0]) == 0


async def test_another_gateway_goes_on_with_the_question(
    webhook: Settings, redis: Redis, anna: Person
) -> None:
    async with gateway(webhook) as telegram:
        await asked(telegram, anna, redis)
    async with gateway(another(webhook)) as telegram:
        answer = await telegram.post(of(anna, 2, "Omsk"))
    assert answer.body["text"] == "You live in Omsk"


async def test_a_question_whose_time_is_over_is_ended(
    webhook: Settings, redis: Redis, anna: Person
) -> None:
    times, _ = waits_keys(4242)
    async with gateway(webhook) as telegram:
        await asked(telegram, anna, redis)
        (waiting,) = await redis.zrange(times, 0, -1)
        await redis.zadd(times, {waiting: 1})
        await anna.sees("Too late")
        assert not await redis.hexists(person_key(4242, anna.chat_id), "ask")


async def test_a_wait_goes_on_after_a_restart_and_once_over_two_gateways(
    webhook: Settings, redis: Redis, anna: Person
) -> None:
    async with gateway(webhook) as telegram:
        await telegram.post(of(anna, 1, "/later"))

        async def scheduled() -> int:
            found: int = await redis.zcard(waits_keys(4242)[0])
            return found

        await eventually(scheduled)
    async with gateway(another(webhook)), gateway(another(webhook)):
        await anna.sees("Later")
        await eventually(scheduled, lambda count: count == 0)
        assert [said["text"] for said in await anna.answered()] == ["Later"]


async def test_variables_are_seen_by_the_next_update(
    webhook: Settings, redis: Redis, anna: Person
) -> None:
    async with gateway(webhook) as telegram:
        for update_id in (1, 2, 3):
            assert (await telegram.post(of(anna, update_id, "/count"))).body is None
            await anna.sees(str(update_id))
        await telegram.post(of(anna, 4, "/me"))
        await anna.sees("nowhere")


async def test_the_spinner_ends_at_once_where_the_message_has_to_wait(
    webhook: Settings, redis: Redis, anna: Person
) -> None:
    """Telegram allows about one message a second in a chat, and answers to presses always."""
    limited = webhook.model_copy(update={"limit_per_chat_per_second": 1})
    async with gateway(limited) as telegram:
        bodies = [(await telegram.post(press(update_id, "x"))).body for update_id in range(1, 6)]
    methods = [body["method"] for body in bodies]
    assert methods[:3] == ["editMessageText"] * 3
    assert methods[3:] == ["answerCallbackQuery"] * 2
    assert bodies[0]["chat_id"] == PERSON_ID
