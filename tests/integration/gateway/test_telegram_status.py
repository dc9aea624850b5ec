"""What a gateway reports of how updates come: its mode, the webhook, and failed polls."""

import asyncio
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from aiohttp import web
from botloom_contracts.cache import GATEWAYS, gateway_key
from botloom_contracts.gateway_report import GatewayReport, PollFailure, WebhookInfo, decode_report
from botloom_gateway import snapshot_feed, telegram_status
from botloom_gateway.settings import Settings
from redis.asyncio import Redis
from support.cache import fill, handler
from support.eventually import eventually
from support.person import Person
from support.simulator import Simulator

from .conftest import TOKEN, BotApi, gateway, metric, refused, settings, succeeded

OTHER_POLLER = "Conflict: terminated by other getUpdates request; make sure that only one bot runs"
WEBHOOK_ACTIVE = "Conflict: can't use getUpdates method while webhook is active"


@pytest.fixture(autouse=True)
async def often(redis: Redis, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asks and reports as often as tests can wait for."""
    monkeypatch.setattr(telegram_status, "ASK_SECONDS", 0.05)
    monkeypatch.setattr(snapshot_feed, "CHECK_SECONDS", 0.05)
    await fill(redis, 1, handler("/start", message="Hi"))


async def report(redis: Redis) -> GatewayReport | None:
    """Of the one gateway that runs."""
    for gateway_id in await redis.zrange(GATEWAYS, 0, -1):
        found = await redis.get(gateway_key(gateway_id.decode()))
        return None if found is None else decode_report(found)
    return None


async def told(redis: Redis) -> WebhookInfo:
    found = await eventually(lambda: report(redis), lambda one: one is not None and one.webhook)
    assert found is not None
    assert found.webhook is not None
    return found.webhook


async def failure(redis: Redis) -> PollFailure:
    found = await eventually(
        lambda: report(redis), lambda one: one is not None and one.poll_failure
    )
    assert found is not None
    assert found.poll_failure is not None
    return found.poll_failure


async def test_a_polling_gateway_tells_that_no_webhook_is_set(
    polling: Settings, redis: Redis
) -> None:
    async with gateway(polling):
        webhook = await told(redis)
        found = await report(redis)
    assert found is not None
    assert (found.mode, found.poll_failure) == ("polling", None)
    assert (webhook.origin, webhook.own, webhook.last_error_date) == ("", False, None)
    assert datetime.now(UTC) - webhook.asked_at < timedelta(seconds=20)


async def test_a_gateway_with_a_webhook_tells_what_is_set_but_not_its_path(
    webhook: Settings, redis: Redis
) -> None:
    async with gateway(webhook):
        found = await told(redis)
        (gateway_id,) = await redis.zrange(GATEWAYS, 0, -1)
        stored = await redis.get(gateway_key(gateway_id.decode()))
    assert (found.origin, found.own) == (f"http://127.0.0.1:{webhook.gateway_port}", True)
    assert (found.max_connections, found.pending_update_count) == (100, 0)
    assert found.allowed_updates is not None
    assert "message" in found.allowed_updates
    assert b"/telegram" not in stored
    assert TOKEN.encode() not in stored


async def test_what_telegram_could_not_bring_is_told(
    webhook: Settings, redis: Redis, anna: Person
) -> None:
    # Nothing answers there: the gateway listens at another port.
    nowhere = webhook.model_copy(update={"webhook_url": "http://127.0.0.1:9/telegram"})
    async with gateway(nowhere):
        assert (await told(redis)).origin == "http://127.0.0.1:9"
        await anna.says("/start")
        found = await eventually(
            lambda: told(redis), lambda one: one.last_error_message and one.pending_update_count
        )
    assert found.pending_update_count == 1
    assert found.last_error_date is not None
    assert metric("botloom_gateway_webhook_pending_updates") == 1
    assert metric("botloom_gateway_webhook_last_error_timestamp_seconds") > 0


async def test_a_secret_in_an_address_or_an_error_is_not_told(
    bot_api: BotApi, redis_url: str, redis: Redis
) -> None:
    url = f"https://user:password@example.com:8443/{TOKEN}/x?key=sesame"
    info = {
        "url": url,
        "has_custom_certificate": True,
        "pending_update_count": 3,
        "ip_address": "203.0.113.7",
        "last_error_date": 1_800_000_000,
        "last_error_message": f"can't post to {url}, nor to /{TOKEN}/x",
        "last_synchronization_error_date": 1_800_000_001,
    }

    async def answer(_: web.Request) -> web.Response:
        return succeeded(info)

    bot_api.then("getWebhookInfo", *[answer] * 1000)
    async with gateway(settings(redis_url, bot_api.url)):
        found = await told(redis)
    assert (found.origin, found.own) == ("https://example.com:8443", False)
    assert found.last_error_message == "can't post to ***, nor to ***"
    assert found.last_error_date == datetime.fromtimestamp(1_800_000_000, UTC)
    assert found.last_synchronization_error_date == datetime.fromtimestamp(1_800_000_001, UTC)
    assert (found.has_custom_certificate, found.ip_address) == (True, "203.0.113.7")


async def test_where_telegram_does_not_tell_it_is_unknown_and_updates_are_answered(
    polling: Settings, redis: Redis, simulator: str, anna: Person
) -> None:
    async with gateway(polling):
        await told(redis)
        async with httpx.AsyncClient() as http:
            await Simulator(http, simulator).refuses(500, method="getWebhookInfo", times=100_000)
        found = await eventually(
            lambda: report(redis), lambda one: one is not None and one.webhook is None
        )
        assert found is not None
        assert found.mode == "polling"
        await anna.says("/start")
        await anna.sees("Hi")


async def test_a_gateway_that_waits_for_an_answer_about_its_webhook_stops_at_once(
    bot_api: BotApi, redis_url: str
) -> None:
    asked = asyncio.Event()

    async def never(_: web.Request) -> web.Response:
        asked.set()
        await asyncio.Event().wait()
        return web.Response()

    bot_api.then("getWebhookInfo", never)
    async with asyncio.timeout(telegram_status.ANSWER_SECONDS - 1):
        async with gateway(settings(redis_url, bot_api.url)):
            await asked.wait()


@pytest.mark.parametrize(
    ("status", "description", "code", "message"),
    [
        (409, OTHER_POLLER, "other_poller", OTHER_POLLER),
        (409, WEBHOOK_ACTIVE, "webhook_active", WEBHOOK_ACTIVE),
        (502, "Bad Gateway", "unreachable", ""),
        (401, "Unauthorized", "refused", "Unauthorized"),
    ],
)
async def test_it_is_told_why_polling_fails(
    bot_api: BotApi,
    redis_url: str,
    redis: Redis,
    status: int,
    description: str,
    code: str,
    message: str,
) -> None:
    bot_api.then("getUpdates", refused(status, description))
    before = metric("botloom_gateway_polls_failed_total", reason=code)
    async with gateway(settings(redis_url, bot_api.url)):
        found = await failure(redis)
    assert (found.code, found.message) == (code, message)
    assert metric("botloom_gateway_polls_failed_total", reason=code) == before + 1


async def test_a_failed_poll_is_forgotten_when_updates_come_again(
    bot_api: BotApi, redis_url: str, redis: Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    bot_api.then("getUpdates", refused(409, OTHER_POLLER))
    async with gateway(settings(redis_url, bot_api.url)):
        await failure(redis)
        await bot_api.updates.put([])
        monkeypatch.setattr(telegram_status, "REMEMBERED", timedelta())
        await eventually(
            lambda: report(redis), lambda one: one is not None and one.poll_failure is None
        )
