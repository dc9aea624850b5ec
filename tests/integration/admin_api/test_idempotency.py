import asyncio

import pytest
from botloom_contracts.database.locks import AdvisoryLock
from botloom_contracts.streams import CONFIG_CHANGES
from support.eventually import eventually

BODY = {"label": "x", "data": "x"}
WAITING = """
SELECT pid FROM pg_locks JOIN pg_database d ON d.oid = database
WHERE locktype = 'advisory' AND NOT granted AND datname = current_database()
"""


async def post(api, key="a-key", path="/buttons", body=BODY):
    return await api.request("POST", path, body, headers={"Idempotency-Key": key})


def answer_of(response):
    names = ("content-type", "etag", "location", "botloom-config-seq")
    headers = {name: response.headers.get(name) for name in names}
    return response.status_code, headers, response.content


async def count(api, plural="buttons"):
    return len((await api.get(f"/{plural}"))["items"])


@pytest.fixture
async def held_up(database):
    """While it is there, no command is carried out."""
    await database.execute("SELECT pg_advisory_lock($1)", AdvisoryLock.LOG_WRITER)

    async def waiting():
        return await eventually(lambda: database.fetchval(WAITING), bool)

    yield waiting
    await database.execute("SELECT pg_advisory_unlock_all()")


async def test_the_same_request_is_answered_the_same_and_carried_out_once(api, second_api):
    first = await post(api)
    assert first.status_code == 201
    assert "idempotency-replayed" not in first.headers
    for other in (api, second_api):
        again = await post(other)
        assert answer_of(again) == answer_of(first)
        assert again.headers["idempotency-replayed"] == "true"
    assert await count(api) == 1
    assert (await post(api, "another-key")).json()["id"] != first.json()["id"]


async def test_a_refusal_is_answered_the_same_too(api):
    first = await post(api, body={"label": "x", "data": "y" * 65})
    assert first.status_code == 422
    again = await post(api, body={"label": "x", "data": "y" * 65})
    assert answer_of(again) == answer_of(first)
    assert again.headers["idempotency-replayed"] == "true"
    assert await count(api) == 0


async def test_a_key_is_of_one_request_only(api):
    await post(api)
    for path, body in (("/buttons", {**BODY, "label": "y"}), ("/buttons?x=1", BODY)):
        response = await post(api, path=path, body=body)
        assert response.status_code == 422
        assert response.json()["code"] == "idempotency_mismatch"
        assert response.json()["errors"][0]["field"] == "Idempotency-Key"
    assert await count(api) == 1
    assert (await post(api)).status_code == 201


async def test_every_actor_has_keys_of_its_own(api, database):
    await post(api)
    await database.execute("UPDATE idempotency_keys SET actor = 'token:1'")
    response = await post(api)
    assert response.status_code == 201
    assert "idempotency-replayed" not in response.headers
    assert await count(api) == 2


async def test_while_the_first_is_under_way_others_are_told_to_wait(api, second_api, held_up):
    first = asyncio.create_task(post(api))
    await held_up()
    for other in (api, second_api):
        response = await post(other)
        assert response.status_code == 409
        assert response.json()["code"] == "idempotency_in_progress"
        assert response.headers["retry-after"] == "1"
    first.cancel()


async def test_a_request_whose_process_dies_before_the_commit_can_be_sent_again(
    api, second_api, held_up, database
):
    first = asyncio.create_task(post(api))
    await database.execute("SELECT pg_terminate_backend($1)", await held_up())
    assert (await first).status_code == 503
    await database.execute("SELECT pg_advisory_unlock_all()")
    again = await post(second_api)
    assert again.status_code == 201
    assert "idempotency-replayed" not in again.headers
    assert await count(api) == 1


async def test_after_a_day_a_key_is_forgotten_and_its_row_goes(api, database):
    await post(api, "old")
    await post(api, "older")
    await database.execute("UPDATE idempotency_keys SET expires_at = now()")
    assert "idempotency-replayed" not in (await post(api, "old")).headers
    assert await database.fetchval("SELECT string_agg(key, ',') FROM idempotency_keys") == "old"
    assert await count(api) == 3
    lifetime = await database.fetchval("SELECT expires_at - now() FROM idempotency_keys")
    assert 23.9 * 3600 < lifetime.total_seconds() <= 24 * 3600


async def test_what_is_no_command_has_keys_too(api, redis):
    for _ in range(2):
        assert (await post(api, path="/cache/rebuild", body=None)).status_code == 202
    assert await redis.xlen(CONFIG_CHANGES.name) == 1


@pytest.mark.parametrize(
    ("key", "rule"), [("", "length"), ("x" * 256, "length"), ("é", "characters")]
)
async def test_a_key_that_can_not_be_one_is_refused(api, key, rule):
    response = await post(api, key.encode("latin-1"))
    assert response.status_code == 422
    error = response.json()["errors"][0]
    assert (error["field"], error["rule"]) == ("Idempotency-Key", rule)
    assert await count(api) == 0


async def test_without_a_token_nothing_is_replayed(api, client):
    await post(api)
    headers = {"Idempotency-Key": "a-key"}
    response = await client.post("/api/v1/buttons", json=BODY, headers=headers)
    assert response.status_code == 401
