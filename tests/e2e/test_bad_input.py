"""Bad input gets a clear answer, loses nothing and stops nothing."""

import re

import asyncpg
import httpx
import pytest
from support.eventually import eventually
from support.system import WEBHOOK_SECRET, Admin, System, live

in_webhook_mode = pytest.mark.xdist_group("webhook")

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


@pytest.mark.parametrize(
    ("resource", "body", "status", "field", "rule"),
    [
        ("buttons", {"label": 5, "data": "x"}, 422, "label", "type"),
        ("buttons", {"label": "x", "data": "x" * 65}, 422, "data", "bytes"),
        ("keyboards", {"name": "x", "layout": [[999_999]]}, 422, "layout[0][0]", "exists"),
        ("keyboards", {"name": "x", "layout": "wide"}, 422, "layout", "type"),
        ("callbacks", {"callback_data": "я" * 33, "action": []}, 422, "callback_data", "bytes"),
        ("handlers", {"pattern": "/twice", "message": "x"}, 409, "pattern", "unique"),
        ("handlers", {"pattern": "x", "message": "<b>x"}, 422, "message", "markup"),
        ("handlers", {"message": "x"}, 422, "pattern", "required"),
    ],
)
async def test_the_admin_api_names_the_field_and_the_rule(
    admin: Admin, resource: str, body: dict[str, object], status: int, field: str, rule: str
) -> None:
    await admin.create("handlers", pattern="/twice", message="First")
    answer = await admin.http.post(resource, json=body)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("application/problem+json")
    problems = [(problem["field"], problem["rule"]) for problem in answer.json()["errors"]]
    assert (field, rule) in problems


async def test_malformed_json_is_a_400_of_the_admin_api(admin: Admin) -> None:
    answer = await admin.http.post(
        "buttons", content=b'{"label": ', headers={"content-type": "application/json"}
    )
    assert answer.status_code == 400
    assert answer.headers["content-type"].startswith("application/problem+json")


@in_webhook_mode
async def test_updates_of_unknown_kinds_are_skipped_and_counted_as_such(
    webhook_system: System, http: httpx.AsyncClient
) -> None:
    headers = {SECRET_HEADER: WEBHOOK_SECRET}
    for update_id, update in enumerate(({}, {"from_the_future": {"id": 1}}), 2_000_000_010):
        body = {"update_id": update_id, **update}
        answer = await http.post(webhook_system.webhook_url, json=body, headers=headers)
        assert (answer.status_code, answer.content) == (200, b"")
    metrics = (await http.get(f"{webhook_system.url('gateway')}/metrics")).text
    (skipped,) = re.findall(r'updates_skipped_total\{reason="kind"\} (\d+)', metrics)
    assert int(skipped) >= 2


@in_webhook_mode
@pytest.mark.parametrize(
    ("content", "secret", "status", "code"),
    [
        (b'{"update_id": 1, "message"', WEBHOOK_SECRET, 400, "not_an_update"),
        (b"", WEBHOOK_SECRET, 400, "not_an_update"),
        (b'{"message": {}}', WEBHOOK_SECRET, 400, "not_an_update"),
        (b"x" * (1024 * 1024 + 1), WEBHOOK_SECRET, 413, "body_size"),
        (b'{"update_id": 1}', "wrong", 401, "secret"),
        (b'{"update_id": 1}', "секрет", 401, "secret"),
    ],
    ids=["cut", "empty", "no_id", "too_large", "wrong_secret", "secret_not_ascii"],
)
async def test_the_webhook_refuses_what_is_no_update_of_telegram(
    webhook_system: System,
    http: httpx.AsyncClient,
    content: bytes,
    secret: str,
    status: int,
    code: str,
) -> None:
    answer = await http.post(
        webhook_system.webhook_url,
        content=content,
        headers=[(SECRET_HEADER.encode(), secret.encode())],
    )
    assert answer.status_code == status
    assert answer.json()["code"] == code


@in_webhook_mode
async def test_a_text_of_a_megabyte_is_counted_and_cut(
    webhook_system: System, http: httpx.AsyncClient
) -> None:
    chat = {"id": 5_000_000_009, "type": "private"}
    update = {
        "update_id": 2_000_000_001,
        "message": {
            "message_id": 1,
            "date": 1,
            "chat": chat,
            "from": {"id": chat["id"], "is_bot": False, "first_name": "Long"},
            "text": "x" * 1_000_000,
        },
    }
    headers = {SECRET_HEADER: WEBHOOK_SECRET}
    answer = await http.post(webhook_system.webhook_url, json=update, headers=headers)
    assert answer.status_code == 200
    database = await webhook_system.database()
    payload = await eventually(
        lambda: database.fetchval(
            "SELECT payload FROM statistics WHERE event_id = $1", update["update_id"]
        )
    )
    assert payload == "x" * 256
    await database.close()


@in_webhook_mode
async def test_an_update_that_is_sent_again_is_answered_again_and_counted_once(
    webhook_system: System, http: httpx.AsyncClient
) -> None:
    admin = webhook_system.admin()
    await admin.create("handlers", pattern="/again", message="Here")
    redis = webhook_system.redis()
    await live(redis, admin.last_seq)
    update = {
        "update_id": 2_000_000_002,
        "message": {
            "message_id": 1,
            "date": 1,
            "chat": {"id": 5_000_000_010, "type": "private"},
            "from": {"id": 5_000_000_010, "is_bot": False, "first_name": "Twice"},
            "text": "/again",
        },
    }
    for _ in range(3):
        answer = await http.post(
            webhook_system.webhook_url, json=update, headers={SECRET_HEADER: WEBHOOK_SECRET}
        )
        assert answer.json()["text"] == "Here"
    # A later update is written behind it, so when that one is there all copies were consumed.
    update["update_id"] = 2_000_000_003
    await http.post(
        webhook_system.webhook_url, json=update, headers={SECRET_HEADER: WEBHOOK_SECRET}
    )
    database: asyncpg.Connection = await webhook_system.database()
    count = "SELECT count(*) FROM statistics WHERE event_id = $1"
    await eventually(lambda: database.fetchval(count, 2_000_000_003))
    assert await database.fetchval(count, 2_000_000_002) == 1
    await database.close()
    await redis.aclose()
    await admin.tidy_up()
