"""A webhook that asks for a change to be live."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest
from botloom_contracts.cache import delivered_key
from botloom_contracts.codec import decode_entry
from botloom_contracts.events import CacheUpdateRequested
from botloom_contracts.streams import CONFIG_CHANGES
from botloom_contracts.webhook_signature import (
    ID_HEADER,
    SIGNATURE_HEADER,
    TIMESTAMP_HEADER,
    new_secret,
    sign,
)
from botloom_gateway import config_webhook
from botloom_gateway.config_webhook import BODY_MAX, PATH
from botloom_gateway.settings import Settings
from pydantic import SecretStr
from redis.asyncio import Redis
from support.cache import apply, fill, handler
from support.eventually import eventually

from .conftest import Gateway, gateway

CONFIG_SECRET = new_secret()


def with_config_webhook(known: Settings) -> Settings:
    return known.model_copy(update={"config_webhook_secret": SecretStr(CONFIG_SECRET)})


@pytest.fixture
async def signed(redis: Redis, polling: Settings) -> AsyncIterator[Gateway]:
    await fill(redis, 3, handler("/start", 1))
    async with gateway(with_config_webhook(polling)) as running:
        yield running


async def deliver(
    running: Gateway,
    body: object,
    delivery: str = "msg_1",
    secret: str = CONFIG_SECRET,
    age: int = 0,
    headers: dict[str, str] | None = None,
) -> tuple[int, Any]:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    at = int(time.time()) - age
    signing = {
        ID_HEADER: delivery,
        TIMESTAMP_HEADER: str(at),
        SIGNATURE_HEADER: sign(secret, delivery, at, data),
    }
    given = signing if headers is None else headers
    async with running._http.post(f"{running.url}{PATH}", data=data, headers=given) as response:
        return response.status, await response.json(content_type=None)


async def test_in_either_mode_what_runs_already_is_answered_at_once(
    redis: Redis, either: Settings
) -> None:
    await fill(redis, 3, handler("/start", 1))
    async with gateway(with_config_webhook(either)) as running:
        body = {"type": "config.changed", "data": {"seq": 2}, "seq": 2}
        assert await deliver(running, body) == (200, {"seq": 3})
        assert not await redis.exists(CONFIG_CHANGES.name)


async def test_a_change_is_asked_for_and_answered_when_it_is_live(
    redis: Redis, signed: Gateway
) -> None:
    waiting = asyncio.create_task(deliver(signed, {"seq": 4}))
    ((_, fields),) = await eventually(lambda: redis.xrange(CONFIG_CHANGES.name))
    requested = decode_entry(fields)
    assert isinstance(requested, CacheUpdateRequested)
    assert requested.seq == 4
    assert not waiting.done()
    await apply(redis, 3, handler("/help", 2))
    assert await waiting == (200, {"seq": 4})


async def test_what_is_not_live_in_time_is_only_accepted(
    signed: Gateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(config_webhook, "WAIT_SECONDS", 0.05)
    assert await deliver(signed, {"seq": 4}) == (202, {"seq": 3})


async def test_a_delivery_is_taken_once_by_all_gateways(redis: Redis, signed: Gateway) -> None:
    assert (await deliver(signed, {"seq": 3}))[0] == 200
    status, problem = await deliver(signed, {"seq": 3})
    assert (status, problem["code"]) == (409, "repeated")
    assert 300 < await redis.ttl(delivered_key("msg_1")) <= 600
    assert (await deliver(signed, {"seq": 3}, delivery="msg_2"))[0] == 200


@pytest.mark.parametrize(
    ("delivery", "code"),
    [
        ({"secret": new_secret()}, "signature"),
        ({"age": 301}, "timestamp"),
        ({"age": -301}, "timestamp"),
        ({"headers": {}}, "missing_header"),
    ],
)
async def test_what_is_not_signed_well_is_refused_and_not_remembered(
    redis: Redis, signed: Gateway, delivery: dict[str, Any], code: str
) -> None:
    status, problem = await deliver(signed, {"seq": 4}, **delivery)
    assert (status, problem["code"]) == (401, code)
    assert problem["detail"]
    assert not await redis.exists(delivered_key("msg_1"), CONFIG_CHANGES.name)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"{", 400),
        (b"\xff", 400),
        ({"data": {"seq": 4}}, 400),
        ({"seq": "4"}, 400),
        ({"seq": -1}, 400),
        ({"seq": 2**63}, 400),
        (b" " * (BODY_MAX + 1), 413),
        (b" " * (2 << 20), 413),
    ],
)
async def test_a_body_without_a_seq_and_one_that_is_too_large_are_refused(
    signed: Gateway, body: object, status: int
) -> None:
    assert (await deliver(signed, body))[0] == status


async def test_without_a_secret_there_is_no_such_address(redis: Redis, polling: Settings) -> None:
    await fill(redis, 3, {})
    async with gateway(polling) as running:
        assert await running.status(PATH) == 404
