"""Log-in by cookie and by tokens, and how sessions end."""

from datetime import UTC, datetime, timedelta

import pytest
from botloom_admin_api.auth.access_tokens import AccessTokens
from httpx import AsyncClient
from support.accounts import PASSWORD, add_account

CREDENTIALS = {"email": "anna@example.com", "password": PASSWORD}
NEW_PASSWORD = "another long password"


@pytest.fixture
async def account_id(database) -> int:
    return await add_account(database, "editor", CREDENTIALS["email"])


async def log_in(client: AsyncClient) -> dict[str, str]:
    """The client keeps the cookie. Returns the header that goes with it."""
    answer = await client.post("/api/v1/auth/login", json=CREDENTIALS)
    assert answer.status_code == 200, answer.text
    return {"X-CSRF-Token": answer.json()["csrf_token"]}


async def tokens(client: AsyncClient) -> tuple[dict[str, str], str]:
    """The header with the access token, and the refresh token."""
    answer = await client.post("/api/v1/auth/token", json=CREDENTIALS)
    assert answer.status_code == 200, answer.text
    return bearer(answer.json()["access_token"]), answer.json()["refresh_token"]


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


async def status(client: AsyncClient, headers: dict[str, str] | None = None) -> int:
    return (await client.get("/api/v1/auth/me", headers=headers)).status_code


async def test_a_log_in_sets_a_cookie_that_lets_the_browser_in_until_it_logs_out(
    client, account_id
):
    answer = await client.post(
        "/api/v1/auth/login", json={**CREDENTIALS, "email": " Anna@Example.COM "}
    )
    assert answer.json()["account"]["role"] == "editor"
    flags = answer.headers["set-cookie"].split("; ")
    assert flags[0].startswith("botloom_session=")
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= set(flags)
    assert "Secure" not in flags

    me = (await client.get("/api/v1/auth/me")).json()
    assert (me["actor"], me["role"], me["account_id"]) == (
        f"account:{account_id}",
        "editor",
        account_id,
    )
    csrf = answer.json()["csrf_token"]
    assert me["csrf_token"] == csrf
    spent = dict(client.cookies)
    done = await client.post("/api/v1/auth/logout", headers={"X-CSRF-Token": csrf})
    assert done.status_code == 204
    assert not client.cookies
    client.cookies.update(spent)
    assert await status(client) == 401


async def test_a_change_by_cookie_needs_the_csrf_token_and_stands_under_the_account(
    client, account_id, database
):
    headers = await log_in(client)
    button = {"label": "x", "data": "x"}
    for forged in ({}, {"X-CSRF-Token": "guessed"}):
        answer = await client.post("/api/v1/buttons", json=button, headers=forged)
        assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    assert (await client.post("/api/v1/buttons", json=button, headers=headers)).status_code == 201
    assert await database.fetch("SELECT actor FROM config_events") == [(f"account:{account_id}",)]


async def test_another_site_can_not_log_its_visitors_in(client, account_id):
    headers = {"Sec-Fetch-Site": "cross-site"}
    answer = await client.post("/api/v1/auth/login", json=CREDENTIALS, headers=headers)
    assert answer.status_code == 403


async def test_a_wrong_email_a_wrong_password_and_a_disabled_account_are_one_answer(
    client, account_id, database
):
    await add_account(database, "owner", "disabled@example.com", disabled=True)
    answers = [
        await client.post("/api/v1/auth/login", json=CREDENTIALS | wrong)
        for wrong in (
            {"email": "nobody@example.com"},
            {"password": "wrong password"},
            {"email": "disabled@example.com"},
        )
    ]
    assert {answer.status_code for answer in answers} == {401}
    assert len({answer.text for answer in answers}) == 1


async def test_an_access_token_lets_a_program_in_and_a_refresh_token_brings_the_next(
    client, account_id
):
    access, refresh = await tokens(client)
    assert await status(client, access) == 200
    answer = await client.post("/api/v1/auth/refresh", json={"refresh_token": refresh})
    following = answer.json()
    assert following["expires_in"] == 900
    assert await status(client, bearer(following["access_token"])) == 200
    assert (await client.post("/api/v1/auth/logout", headers=access)).status_code == 204
    assert await status(client, bearer(following["access_token"])) == 401
    again = await client.post(
        "/api/v1/auth/refresh", json={"refresh_token": following["refresh_token"]}
    )
    assert again.status_code == 401


async def test_a_refresh_token_that_comes_again_ends_its_session_and_no_other(client, account_id):
    access, stolen = await tokens(client)
    other, _ = await tokens(client)
    family, _, _ = stolen.partition(".")
    for token in (stolen, stolen):
        answer = await client.post("/api/v1/auth/refresh", json={"refresh_token": token})
    assert answer.status_code == 401
    assert await status(client, access) == 401
    assert await status(client, other) == 200
    answer = await client.post("/api/v1/auth/refresh", json={"refresh_token": f"{family}.x"})
    assert answer.status_code == 401


async def test_what_is_no_access_token_of_an_open_session_is_refused(client, account_id, settings):
    access, _ = await tokens(client)
    me = (await client.get("/api/v1/auth/me", headers=access)).json()
    now = datetime.now(UTC)
    ours = AccessTokens(settings.jwt_secret.get_secret_value())
    bad = {
        "expired": ours.issue(me["session_id"], now - timedelta(minutes=16)),
        "of another session": ours.issue(me["session_id"] + 1, now),
        "of a huge session": ours.issue(2**70, now),
        "of another secret": AccessTokens("x" * 32).issue(me["session_id"], now),
        "cut": access["Authorization"][7:-3],
    }
    refused = {what: await status(client, bearer(token)) for what, token in bad.items()}
    assert set(refused.values()) == {401}, refused


async def test_a_password_is_changed_with_the_present_one_and_ends_other_sessions(
    client, account_id
):
    other, _ = await tokens(client)
    headers = await log_in(client)
    path = "/api/v1/auth/password"
    for current, new, field in (
        ("not the present one", NEW_PASSWORD, "current_password"),
        (PASSWORD, "short", "new_password"),
        (PASSWORD, CREDENTIALS["email"], "new_password"),
    ):
        body = {"current_password": current, "new_password": new}
        answer = await client.post(path, json=body, headers=headers)
        assert [error["field"] for error in answer.json()["errors"]] == [field]
        assert current not in answer.text
        assert new not in answer.text
    body = {"current_password": PASSWORD, "new_password": NEW_PASSWORD}
    assert (await client.post(path, json=body, headers=headers)).status_code == 204
    assert await status(client) == 200
    assert await status(client, other) == 401
    assert (await client.post("/api/v1/auth/login", json=CREDENTIALS)).status_code == 401
    new = CREDENTIALS | {"password": NEW_PASSWORD}
    assert (await client.post("/api/v1/auth/login", json=new)).status_code == 200


async def test_an_account_sees_its_own_sessions_and_ends_one(client, account_id, database):
    await add_account(database, "owner", "other@example.com")
    body = {"email": "other@example.com", "password": PASSWORD}
    foreign = (await client.post("/api/v1/auth/token", json=body)).json()["access_token"]
    other, _ = await tokens(client)
    headers = await log_in(client)
    shown = (await client.get("/api/v1/auth/sessions")).json()["items"]
    assert [(one["kind"], one["current"]) for one in shown] == [("cookie", True), ("token", False)]
    assert shown[0]["address"] == "127.0.0.1"
    path = f"/api/v1/auth/sessions/{shown[1]['id']}"
    assert (await client.delete(path, headers=bearer(foreign))).status_code == 404
    assert (await client.delete(path, headers=headers)).status_code == 204
    assert await status(client, other) == 401


async def test_a_session_ends_a_week_after_its_last_use_and_a_month_after_its_log_in(
    client, account_id, database
):
    await log_in(client)
    unused = "UPDATE sessions SET last_used_at = now() - interval '1 day', expires_at = {}"
    await database.execute(unused.format("now() + interval '1 minute'"))
    assert await status(client) == 200
    left = "SELECT extract(day FROM expires_at - now()) FROM sessions"
    assert await database.fetchval(left) == 6
    month = "UPDATE sessions SET last_used_at = now() - interval '1 day', created_at = {}"
    await database.execute(month.format("now() - interval '29 days 12 hours'"))
    assert await status(client) == 200
    assert await database.fetchval(left) == 0
    await database.execute(unused.format("now()"))
    assert await status(client) == 401


async def test_by_https_or_by_setting_the_cookie_is_of_this_host_and_secure(
    client, account_id, settings
):
    answer = await client.post("https://api/api/v1/auth/login", json=CREDENTIALS)
    flags = answer.headers["set-cookie"].split("; ")
    assert flags[0].startswith("__Host-botloom_session=")
    assert "Secure" in flags
    assert await status(client) == 401  # by http it is not sent, nor looked for
    assert (await client.get("https://api/api/v1/auth/me")).status_code == 200


class TestBehindAProxy:
    @pytest.fixture
    def settings(self, settings):
        proxies = {"trusted_proxies": "127.0.0.1, 10.0.0.0/8", "jwt_secret": None}
        return settings.model_copy(update=proxies)

    async def test_its_word_for_the_client_is_taken_and_jwt_is_off_without_a_secret(
        self, client, account_id
    ):
        forwarded = {
            "X-Forwarded-For": "203.0.113.9, 198.51.100.7, 10.1.2.3",
            "X-Forwarded-Proto": "https",
        }
        answer = await client.post("/api/v1/auth/login", json=CREDENTIALS, headers=forwarded)
        cookie = answer.headers["set-cookie"].split(";")[0]
        assert cookie.startswith("__Host-")
        headers = {**forwarded, "Cookie": cookie}
        shown = (await client.get("/api/v1/auth/sessions", headers=headers)).json()["items"]
        assert shown[0]["address"] == "198.51.100.7"

        answer = await client.post("/api/v1/auth/token", json=CREDENTIALS)
        assert answer.status_code == 503
        assert "BOTLOOM_JWT_SECRET" in answer.json()["detail"]
        assert await status(client, bearer("a.b.c")) == 401
