"""What a person can see is saved: an answer, however quick, finds its question."""

import pytest
from aiohttp import web
from botloom_constructor.steps import Ask, Reply, Set
from botloom_contracts.cache import person_key
from botloom_gateway.settings import Settings
from redis.asyncio import Redis
from support.cache import fill, handler
from support.eventually import eventually
from support.updates import PERSON_ID, message

from .conftest import SENT, BotApi, gateway, settings, succeeded, with_webhook

KEY = person_key(4242, PERSON_ID)
RULES = handler("/ask", action=(Set("name", "Ann"), Ask("age", "Age?")))


async def saved(redis: Redis) -> set[bytes]:
    return set(await redis.hkeys(KEY))


@pytest.fixture
def known(redis_url: str, bot_api: BotApi) -> Settings:
    return settings(redis_url, bot_api.url)


async def test_a_question_and_variables_are_saved_before_the_question_is_sent(
    known: Settings, bot_api: BotApi, redis: Redis
) -> None:
    seen: list[set[bytes]] = []

    async def look(_: web.Request) -> web.Response:
        seen.append(await saved(redis))
        return succeeded(SENT)

    await fill(redis, 1, RULES)
    bot_api.then("sendMessage", look)
    async with gateway(known):
        await bot_api.updates.put([message(1, "/ask")])

        async def looked() -> list[set[bytes]]:
            return seen

        await eventually(looked)
    assert seen == [{b"ask", b"ask_id", b"var:name"}]


async def test_questions_and_answers_are_saved_before_a_response_shows_them(
    known: Settings, redis: Redis
) -> None:
    rule = handler("/ask", action=(Ask("age", "Age?"), Reply()), message="Kept {var.age}")
    await fill(redis, 1, rule)
    without_limits = known.model_copy(update={"limit_per_chat_per_second": 0})
    async with gateway(with_webhook(without_limits)) as telegram:
        for update_id in range(2, 22, 2):
            answer = await telegram.post(message(update_id, "/ask"))
            assert answer.body["text"] == "Age?"
            assert await saved(redis) == {b"ask", b"ask_id"}
            answer = await telegram.post(message(update_id + 1, "7"))
            assert answer.body["text"] == "Kept 7"
            assert await saved(redis) == {b"var:age"}
            await redis.delete(KEY)
