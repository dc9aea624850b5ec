"""The gateway as the process that it is in production."""

import asyncio
from pathlib import Path

import msgspec
import pytest
from botloom_local.servers import free_port
from redis.asyncio import Redis
from support.cache import fill, handler
from support.eventually import eventually
from support.processes import process, stop

from .conftest import BotApi, refused

TOKEN = "4242:a-token_that-must_not-be-logged"
SECRET = "a-secret-that-must-not-be-logged"
PASSWORD = "p%40ss-word-that-must-not-be-logged"
SECRETS = (TOKEN, TOKEN.partition(":")[2], SECRET, PASSWORD, "p@ss-word-that-must-not-be-logged")


async def logged(log: Path, event: str) -> str:
    """All that is logged, once a line holds `event`."""

    async def look() -> str:
        return await asyncio.to_thread(log.read_text)

    text = await eventually(look, lambda found: event in found)
    for line in text.splitlines():
        msgspec.json.decode(line)
    return text


@pytest.mark.parametrize("redis_answers", [True, False])
async def test_secrets_are_not_logged_while_nothing_can_be_reached(
    tmp_path: Path, redis_url: str, redis_answers: bool
) -> None:
    log = tmp_path / "log"
    nowhere = f"127.0.0.1:{free_port()}"
    environment = {
        "BOTLOOM_LOG_LEVEL": "debug",
        "BOTLOOM_BOT_TOKEN": TOKEN,
        "BOTLOOM_BOT_API_URL": f"http://{nowhere}",
        "BOTLOOM_REDIS_URL": redis_url if redis_answers else f"redis://:{PASSWORD}@{nowhere}/0",
        "BOTLOOM_GATEWAY_PORT": str(free_port()),
        "BOTLOOM_WEBHOOK_URL": "https://example.org/telegram",
        "BOTLOOM_WEBHOOK_SECRET": SECRET,
    }
    with process("botloom_gateway", environment=environment, log=log):
        await logged(log, "telegram_unreachable")
        text = await logged(log, "cache_missing" if redis_answers else "cache_unreachable")
    for secret in SECRETS:
        assert secret not in text


async def test_secrets_are_not_logged_while_polling_fails(
    tmp_path: Path, redis: Redis, redis_url: str, bot_api: BotApi
) -> None:
    log = tmp_path / "log"
    await fill(redis, 1, handler("/start", message="Hi"))
    bot_api.then("getUpdates", refused(500, f"can't reach {bot_api.url}/bot{TOKEN}/getUpdates"))
    environment = {
        "BOTLOOM_LOG_LEVEL": "debug",
        "BOTLOOM_BOT_TOKEN": TOKEN,
        "BOTLOOM_BOT_API_URL": bot_api.url,
        "BOTLOOM_REDIS_URL": redis_url,
        "BOTLOOM_GATEWAY_PORT": str(free_port()),
    }
    with process("botloom_gateway", environment=environment, log=log) as gateway:
        text = await logged(log, "Failed to fetch updates")
        await asyncio.to_thread(stop, gateway)
        assert gateway.returncode == 0
    for secret in SECRETS:
        assert secret not in text


async def test_a_token_that_telegram_does_not_know_ends_the_process_with_a_sentence(
    tmp_path: Path, redis_url: str, bot_api: BotApi
) -> None:
    log = tmp_path / "log"
    bot_api.then("getMe", refused(401, "Unauthorized"))
    environment = {
        "BOTLOOM_BOT_TOKEN": TOKEN,
        "BOTLOOM_BOT_API_URL": bot_api.url,
        "BOTLOOM_REDIS_URL": redis_url,
        "BOTLOOM_GATEWAY_PORT": str(free_port()),
    }
    with process("botloom_gateway", environment=environment, log=log) as gateway:
        code = await asyncio.to_thread(gateway.wait, 20)
    assert code == 1
    assert log.read_text().splitlines()[-1] == (
        "BOTLOOM_BOT_TOKEN: Telegram does not know this token"
    )
