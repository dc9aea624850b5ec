"""How updates come to the bot, as gateways of several versions report it."""

from datetime import UTC, datetime

from botloom_contracts.cache import GATEWAYS, gateway_key
from botloom_contracts.gateway_report import GatewayReport, WebhookInfo, encode_report
from botloom_gateway.telegram_status import TelegramStatus
from support.cache import fill

from .gateways import gateway

PATH = "/bot"


async def reported(redis, gateway_id, report):
    await redis.set(gateway_key(gateway_id), report)
    await redis.zadd(GATEWAYS, {gateway_id: 1})


async def test_without_a_gateway_nothing_is_told(api):
    assert await api.get(PATH) == {"username": None, "name": None, "gateways": []}


async def test_gateways_tell_their_mode_and_what_is_wrong(api, redis):
    await fill(redis, 0, {})
    polls = TelegramStatus(None, "1:token")
    polls.webhook = WebhookInfo(asked_at=datetime.now(UTC), origin="https://x.example", own=False)
    async with gateway(redis, "a", polls), gateway(redis, "b"):
        first, second = (await api.get(PATH))["gateways"]
    assert (first["id"], first["mode"]) == ("a", "polling")
    assert first["webhook"]["url"] == "https://x.example"
    assert [problem["code"] for problem in first["problems"]] == ["webhook_while_polling"]
    assert second == {"id": "b", "mode": None, "webhook": None, "problems": []}


async def test_gateways_of_other_versions_are_told_beside_the_others(api, redis):
    now = datetime.now(UTC)
    await reported(redis, "new", encode_report(GatewayReport(1, now, mode="webhook")))
    await reported(redis, "old", b'{"seq":1,"at":"2026-11-23T12:00:00Z","bot_username":"shop_bot"}')
    later = b'{"seq":1,"at":"2026-11-23T12:00:00Z","mode":"by_post","webhook":null,"more":1}'
    await reported(redis, "later", later)
    told = await api.get(PATH)
    assert told["username"] == "shop_bot"
    modes = {one["id"]: (one["mode"], len(one["problems"])) for one in told["gateways"]}
    assert modes == {"later": (None, 1), "new": ("webhook", 1), "old": (None, 0)}
    assert (await api.get("/propagation"))["total"] == 3
