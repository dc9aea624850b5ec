"""What owners do to webhooks."""

import time

import pytest
from botloom_admin_api.webhooks.registry import WEBHOOKS_MAX
from botloom_contracts.webhook_signature import check_secret, verify
from support.receiver import Receiver

from .webhooks import change, settled

URL = "https://example.com/hook"


@pytest.fixture
async def receiver():
    async with Receiver().serving() as receiver:
        yield receiver


@pytest.fixture
def settings(settings):
    return settings.model_copy(update={"webhook_allowed_networks": "127.0.0.1"})


async def register(api, **fields):
    return await api.create("webhooks", **{"name": "a", "url": URL, **fields})


async def test_the_secret_is_shown_once(api):
    response = await api.request("POST", "/webhooks", {"name": "CRM", "url": URL})
    assert response.status_code == 201
    assert response.headers["etag"] == '"1"'
    webhook = response.json()
    assert response.headers["location"] == f"/api/v1/webhooks/{webhook['id']}"
    assert check_secret(webhook.pop("secret"))
    assert (
        webhook.items()
        >= {
            "name": "CRM",
            "url": URL,
            "paused": False,
            "paused_by": None,
            "version": 1,
            "created_by": "token:admin",
            "created_by_name": "BOTLOOM_ADMIN_TOKEN",
        }.items()
    )
    assert await api.get(f"/webhooks/{webhook['id']}") == webhook
    assert await api.get("/webhooks") == {"items": [webhook]}


async def test_a_patch_changes_what_it_gives_and_counts(api):
    webhook = await register(api)
    path = f"/webhooks/{webhook['id']}"
    patched = await api.patch(path, name="b", paused=True)
    assert (patched["name"], patched["url"], patched["version"]) == ("b", URL, 2)
    assert (patched["paused"], patched["paused_by"]) == (True, "owner")
    assert (await api.patch(path, paused=True, name="b"))["version"] == 2
    assert (await api.patch(path, paused=False))["paused_by"] is None


async def test_a_stale_owner_is_refused(api):
    webhook = await register(api)
    path, stale = f"/webhooks/{webhook['id']}", {"If-Match": '"1"'}
    await api.patch(path, name="b")
    for method, suffix, body in (
        ("PATCH", "", {"name": "c"}),
        ("DELETE", "", None),
        ("POST", "/rotate-secret", None),
    ):
        response = await api.request(method, path + suffix, body, headers=stale)
        assert (response.status_code, response.headers["etag"]) == (412, '"2"')
    assert (await api.get(path))["name"] == "b"


async def test_places_inside_are_refused_unless_they_are_allowed(api):
    body = {"name": "a", "url": "http://10.0.0.1/"}
    assert await api.refused(422, "POST", "/webhooks", body) == [("url", "address")]
    webhook = await register(api, url="http://127.0.0.1:1/")
    path = f"/webhooks/{webhook['id']}"
    assert await api.refused(422, "PATCH", path, body) == [("url", "address")]
    assert await api.refused(422, "POST", "/webhooks", {**body, "url": "x" * 2049}) == [
        ("url", "length")
    ]


async def test_there_are_at_most_so_many(api, database):
    await database.execute(
        "INSERT INTO webhooks (name, url, secret, noted_seq, created_by)"
        " SELECT 'a', 'https://example.com', 'x', 0, 'test' FROM generate_series(2, $1)",
        WEBHOOKS_MAX,
    )
    await register(api)
    body = {"name": "a", "url": URL}
    assert await api.refused(409, "POST", "/webhooks", body) == [("", "limit")]


@pytest.mark.parametrize("webhook_id", ["1", "0", str(2**63)])
async def test_a_webhook_that_is_not_there_is_not_found(api, webhook_id):
    path = f"/webhooks/{webhook_id}"
    replay = f"{path}/deliveries/7b3f1f0e-0000-4000-8000-000000000000/replay"
    for method, one, body in (
        ("GET", path, None),
        ("PATCH", path, {}),
        ("DELETE", path, None),
        ("POST", f"{path}/test", None),
        ("POST", f"{path}/rotate-secret", None),
        ("GET", f"{path}/deliveries", None),
        ("POST", replay, None),
    ):
        await api.problem(404, method, one, body)


async def test_a_test_message_is_sent_at_once_even_while_paused(api, receiver):
    webhook = await register(api, url=receiver.url, paused=True)
    path = f"/webhooks/{webhook['id']}"
    response = await api.request("POST", f"{path}/test")
    assert response.status_code == 200
    delivery = response.json()
    assert (delivery["type"], delivery["state"]) == ("test", "delivered")
    (attempt,) = delivery["attempts"]
    assert attempt["status"] == 204
    assert attempt["duration_ms"] >= 0
    taken = await receiver.next()
    assert taken.json.items() >= {"type": "test", "data": {"seq": 0}, "seq": 0}.items()
    assert verify(webhook["secret"], taken.headers, taken.body, time.time()) == delivery["id"]
    assert (await api.get(f"{path}/deliveries"))["items"] == [delivery]


async def test_for_a_day_both_secrets_sign_after_a_rotation(api, receiver, database):
    webhook = await register(api, url=receiver.url)
    path = f"/webhooks/{webhook['id']}"
    response = await api.request("POST", f"{path}/rotate-secret")
    rotated = response.json()
    assert (rotated["version"], response.headers["etag"]) == (2, '"2"')
    assert check_secret(rotated["secret"])
    assert rotated["secret"] != webhook["secret"]
    await change(api)
    taken = await receiver.next()
    for secret in (rotated["secret"], webhook["secret"]):
        verify(secret, taken.headers, taken.body, time.time())
    await database.execute("UPDATE webhooks SET previous_secret_until = now()")
    await change(api)
    taken = await receiver.next()
    assert len(taken.headers["webhook-signature"].split()) == 1
    verify(rotated["secret"], taken.headers, taken.body, time.time())


async def test_deliveries_are_listed_by_state_and_in_pages(api, receiver):
    webhook = await register(api, url=receiver.url)
    for number in (1, 2, 3):
        await change(api)
        await settled(api, webhook, *["delivered"] * number)
    path = f"/webhooks/{webhook['id']}/deliveries"
    first = await api.get(path, limit=2)
    assert [one["seq"] for one in first["items"]] == [3, 2]
    second = await api.get(path, limit=2, cursor=first["next_cursor"])
    assert [one["seq"] for one in second["items"]] == [1]
    assert second["next_cursor"] is None
    assert (await api.get(path, state="failed"))["items"] == []
    assert len((await api.get(path, state="delivered"))["items"]) == 3
    assert await api.refused(422, "GET", f"{path}?state=lost") == [("state", "choice")]
