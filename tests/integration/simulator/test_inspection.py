"""Ordered refusals, the log of calls, and what was fetched."""

import pytest
from aiogram.exceptions import (
    TelegramForbiddenError,
    TelegramRetryAfter,
    TelegramServerError,
)

from .conftest import CHAT


@pytest.fixture
def order(http):
    async def order(**fault: object) -> None:
        async with http.post("/api/faults", json=fault) as response:
            assert response.status == 201, await response.text()

    return order


@pytest.fixture
def calls(http):
    async def calls(**query: object) -> list[dict]:
        async with http.get("/api/calls", params={k: str(v) for k, v in query.items()}) as response:
            return await response.json()

    return calls


async def test_a_429_says_when_to_come_again(bot, met, order):
    await order(method="sendmessage", error_code=429, retry_after=2)
    with pytest.raises(TelegramRetryAfter) as error:
        await bot.send_message(CHAT, "a")
    assert error.value.retry_after == 2
    assert (await bot.send_message(CHAT, "a")).text == "a"


async def test_faults_come_as_often_as_ordered_and_only_where_they_fit(bot, met, order, http):
    await order(method="sendMessage", error_code=403, chat_id=CHAT, times=2)
    await order(error_code=500)
    for error in (TelegramForbiddenError, TelegramForbiddenError, TelegramServerError):
        with pytest.raises(error):
            await bot.send_message(CHAT, "a")
    assert await bot.send_message(CHAT, "a")
    async with http.get("/api/faults") as response:
        assert await response.json() == []


async def test_a_fault_has_the_description_it_was_given(bot, met, order, http):
    await order(method="sendPhoto", error_code=400, description="Bad Request: CHAT_RESTRICTED")
    async with http.post(f"/bot{bot.token}/sendPhoto", json={"chat_id": CHAT}) as response:
        assert (response.status, await response.json()) == (
            400,
            {"ok": False, "error_code": 400, "description": "Bad Request: CHAT_RESTRICTED"},
        )
    await order(method="sendMessage", error_code=429, retry_after=7, times=9)
    async with http.post(f"/bot{bot.token}/sendMessage", json={}) as response:
        assert response.headers["Retry-After"] == "7"
        assert (await response.json())["parameters"] == {"retry_after": 7}
    async with http.delete("/api/faults") as response:
        assert response.status == 204
    assert await bot.send_message(CHAT, "a")


async def test_calls_are_logged_with_their_outcome(bot, met, order, calls, http):
    await bot.send_message(CHAT, "One")
    await order(method="sendMessage", error_code=500)
    with pytest.raises(TelegramServerError):
        await bot.send_message(CHAT, "Two")
    await bot.get_updates()
    logged = await calls(chat_id=CHAT)
    assert [(c["method"], c["outcome"], c["parameters"]["text"]) for c in logged] == [
        ("sendMessage", "ok", "One"),
        ("sendMessage", "500", "Two"),
    ]
    assert logged[0]["time"] <= logged[1]["time"]
    assert (logged[1]["description"], logged[1]["via"]) == ("Internal Server Error", "request")
    assert [c["method"] for c in await calls(method="GETME")] == ["getMe"]
    async with http.delete("/api/calls") as response:
        assert response.status == 204
    assert await calls() == []


async def test_each_fetch_of_an_address_is_counted(bot, met, http):
    for _ in range(2):
        await bot.send_photo(CHAT, "https://example.org/a.jpg")
    async with http.get("/api/files") as response:
        assert await response.json() == [{"url": "https://example.org/a.jpg", "fetched": 2}]


@pytest.mark.parametrize(
    ("fault", "field"),
    [
        ({"method": "sendMessage"}, "body"),
        ({"error_code": 200}, "error_code"),
        ({"error_code": 500, "times": 0}, "times"),
        ({"error_code": 500, "metod": "a"}, "body"),
    ],
)
async def test_a_bad_fault_is_refused(http, fault, field):
    async with http.post("/api/faults", json=fault) as response:
        assert response.status == 422
        assert (await response.json())["errors"][0]["field"] == field
