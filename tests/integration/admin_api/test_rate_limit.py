import re
import time

import pytest
from botloom_admin_api.rate_limit import Policy, RateLimiter
from pydantic import SecretStr
from structlog.testing import capture_logs

LEFT = re.compile(r'"default";r=(\d+);t=(\d+)')
ANONYMOUS = {"Authorization": "Bearer of-someone-else"}


@pytest.fixture
def settings(settings):
    return settings.model_copy(update={"api_limit_per_second": 0.2})


async def test_a_burst_is_let_in_over_all_replicas_and_then_told_when_to_come_again(
    api, second_api
):
    for sender, expected in ((api, "1"), (second_api, "0")):
        response = await sender.request("GET", "/handlers/1")
        assert response.headers["ratelimit-policy"] == '"default";q=2;w=10'
        assert LEFT.fullmatch(response.headers["ratelimit"])[1] == expected
    refused = await api.request("GET", "/handlers")
    assert refused.status_code == 429
    assert refused.json()["code"] == "too_many_requests"
    assert 1 <= int(refused.headers["retry-after"]) <= 5
    assert LEFT.fullmatch(refused.headers["ratelimit"])[1] == "0"


async def test_who_has_no_valid_token_uses_up_the_limit_of_an_address(api, client):
    statuses = [
        (await client.get("/api/v1/handlers", headers=ANONYMOUS)).status_code for _ in range(3)
    ]
    assert statuses == [401, 401, 429]
    assert (await api.request("GET", "/handlers")).status_code == 200


async def test_probes_and_the_schema_have_no_limit(client):
    for _ in range(4):
        response = await client.get("/healthz")
        assert response.status_code == 200
        assert "ratelimit" not in response.headers


async def test_room_comes_back_with_time(redis):
    limiter = RateLimiter(redis, Policy(2.0))
    for _ in range(limiter.policy.burst):
        assert (await limiter.take("x")).wait == 0
    assert 0 < (await limiter.take("x")).wait <= 0.5
    # As if half a second had gone by.
    at = int(await redis.get("ratelimit:x"))
    await redis.set("ratelimit:x", at - 500_000)
    assert (await limiter.take("x")).wait == 0
    assert 0 < await redis.pttl("ratelimit:x") <= 10_000


class TestWithoutRedis:
    @pytest.fixture
    def settings(self, settings):
        return settings.model_copy(update={"redis_url": SecretStr("redis://127.0.0.1:1/0")})

    async def test_everyone_is_let_in_and_the_log_tells_it_once(self, api):
        with capture_logs() as lines:
            start = time.perf_counter()
            statuses = {(await api.request("GET", "/handlers")).status_code for _ in range(5)}
        assert statuses == {200}
        assert time.perf_counter() - start < 5
        assert [one["event"] for one in lines].count("rate_limits_off") == 1
