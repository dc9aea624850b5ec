"""How often a password may be tried."""

import asyncio

import pytest
from botloom_admin_api.auth.log_in_limit import FREE_OF_ACCOUNT, FREE_OF_ADDRESS, LogInLimit
from botloom_admin_api.errors import TooManyRequests
from botloom_contracts.cache import login_keys
from pydantic import SecretStr
from support.accounts import add_account

ADDRESS = "203.0.113.9"


@pytest.fixture
def limit(redis) -> LogInLimit:
    return LogInLimit(redis)


async def wait(limit: LogInLimit, email: str, address: str = ADDRESS) -> int:
    """Seconds to wait; 0 for an attempt that was let through."""
    try:
        await limit.attempt(email, address)
    except TooManyRequests as refused:
        return int(refused.headers["Retry-After"])
    return 0


async def let_time_pass(redis, email: str, address: str = ADDRESS) -> None:
    for key in login_keys(email, address):
        await redis.hset(key, "next", 0)


async def test_five_attempts_are_free_and_then_each_makes_the_wait_twice_as_long(limit, redis):
    assert [await wait(limit, "anna") for _ in range(FREE_OF_ACCOUNT + 1)] == [0] * 5 + [5]
    waits = []
    for _ in range(9):
        await let_time_pass(redis, "anna")
        assert await wait(limit, "anna") == 0
        waits.append(await wait(limit, "anna"))
    assert waits == [10, 20, 40, 80, 160, 320, 640, 900, 900]
    assert await wait(limit, "boris") == 0
    assert 0 < await redis.pttl(login_keys("anna", ADDRESS)[0]) <= (900 + 3600) * 1000


async def test_many_at_once_get_no_more_attempts(limit):
    waits = await asyncio.gather(*(wait(limit, "anna") for _ in range(30)))
    assert waits.count(0) == FREE_OF_ACCOUNT


async def test_one_address_can_not_try_one_password_on_everyone(limit):
    passed = [await wait(limit, f"person{n}") for n in range(FREE_OF_ADDRESS + 5)]
    assert passed.count(0) == FREE_OF_ADDRESS
    assert await wait(limit, "anna", "198.51.100.7") == 0
    assert await wait(limit, "anna", "2001:db8::1") == 0
    assert await wait(limit, "anna", ADDRESS) > 0


async def test_a_success_frees_the_account_and_gives_the_address_its_attempt_back(limit, redis):
    for _ in range(3):
        for _ in range(FREE_OF_ACCOUNT):
            assert await wait(limit, "anna") == 0
        await limit.succeeded("anna", ADDRESS)
    attempts = await redis.hget(login_keys("anna", ADDRESS)[1], "attempts")
    assert int(attempts) == 3 * (FREE_OF_ACCOUNT - 1)


async def test_too_many_attempts_are_refused_by_both_processes_even_with_the_right_password(
    api, second_api, database
):
    await add_account(database, "owner", "anna@example.com")
    body = {"email": "anna@example.com", "password": "wrong password"}
    for one in (api, second_api, api, second_api, api):
        await one.problem(401, "POST", "/auth/login", body)
    response = await second_api.request("POST", "/auth/login", body)
    assert response.status_code == 429
    assert response.headers["retry-after"] == "5"
    assert response.json()["code"] == "too_many_requests"


class TestWithoutRedis:
    @pytest.fixture
    def settings(self, settings):
        url = SecretStr("unix:///nonexistent/redis")
        return settings.model_copy(update={"redis_url": url})

    async def test_nobody_logs_in_by_password(self, api, database):
        await add_account(database, "owner", "anna@example.com")
        body = {"email": "anna@example.com", "password": "wrong password"}
        problem = await api.problem(503, "POST", "/auth/login", body)
        assert problem["code"] == "unavailable"
