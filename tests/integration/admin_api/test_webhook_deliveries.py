"""Changes come to whoever is registered, whatever happens in between."""

import time
from datetime import datetime

import pytest
from aiohttp import web
from botloom_admin_api.webhooks import dispatcher, retries
from botloom_admin_api.webhooks.queue import trim
from botloom_contracts.webhook_signature import verify
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from support.eventually import eventually
from support.receiver import Receiver

from .conftest import Api, serving
from .webhooks import change, deliveries, let_time_pass, seconds, settled, tried


@pytest.fixture
async def receiver():
    async with Receiver().serving() as receiver:
        yield receiver


@pytest.fixture
async def other():
    """A receiver that shows, by what it gets, that the first one got nothing meanwhile."""
    async with Receiver().serving() as receiver:
        yield receiver


@pytest.fixture
def settings(settings):
    return settings.model_copy(update={"webhook_allowed_networks": "127.0.0.1"})


@pytest.fixture(autouse=True)
def delays(monkeypatch):
    """On a busy machine 5 s, the real first one, may go by before the test has looked."""
    monkeypatch.setattr(retries, "DELAYS", (600.0, *retries.DELAYS[1:]))


async def registered(api, receiver):
    return await api.create("webhooks", name="a", url=receiver.url)


def failing(status=500, **headers):
    return web.Response(status=status, headers=headers)


async def test_a_change_comes_signed_with_its_seq(api, receiver):
    await change(api)
    webhook = await registered(api, receiver)
    await change(api)
    taken = await receiver.next()
    moment = datetime.fromisoformat(taken.json.pop("timestamp"))
    assert abs(moment.timestamp() - time.time()) < 60
    assert taken.json | {"timestamp": ""} == {
        "type": "config.changed",
        "timestamp": "",
        "data": {"seq": 2},
        "seq": 2,
    }
    (delivery,) = await settled(api, webhook, "delivered")
    assert verify(webhook["secret"], taken.headers, taken.body, time.time()) == delivery["id"]
    assert (delivery["seq"], delivery["attempt_count"]) == (2, 1)
    assert delivery["attempts"][0].items() >= {"status": 204, "error": None}.items()
    assert delivery["next_attempt_at"] is None


async def test_what_is_changed_while_a_message_is_under_way_is_told_of_at_once(api, receiver):
    webhook = await registered(api, receiver)
    receiver.open.clear()
    await change(api)
    assert (await receiver.next()).json["seq"] == 1
    for _ in range(5):
        await change(api)
    receiver.open.set()
    assert (await receiver.next()).json["seq"] == 6
    await settled(api, webhook, "delivered", "delivered")
    assert len(receiver.taken) == 2


async def test_a_message_that_failed_comes_again_the_same(api, receiver, database):
    webhook = await registered(api, receiver)
    receiver.answers.append(failing())
    await change(api)
    first = await receiver.next()
    delivery = await tried(api, webhook, 1)
    (attempt,) = delivery["attempts"]
    assert (delivery["state"], attempt["status"], attempt["error"]) == ("pending", 500, "status")
    assert 470 < seconds(attempt["at"], delivery["next_attempt_at"]) < 730
    await let_time_pass(database)
    second = await receiver.next()
    assert (second.id, second.body) == (first.id, first.body)
    (delivery,) = await settled(api, webhook, "delivered")
    assert [one["status"] for one in delivery["attempts"]] == [500, 204]


async def test_after_the_last_attempt_it_is_given_up(api, receiver, database):
    webhook = await registered(api, receiver)
    receiver.answers.extend([failing(), failing()])
    await change(api)
    await tried(api, webhook, 1)
    await database.execute("UPDATE webhook_deliveries SET attempt_count = 9")
    await let_time_pass(database)
    (delivery,) = await settled(api, webhook, "failed")
    assert (delivery["attempt_count"], delivery["next_attempt_at"]) == (10, None)


async def test_a_newer_change_takes_the_place_of_what_is_to_be_tried_again(api, receiver):
    webhook = await registered(api, receiver)
    receiver.answers.append(failing())
    await change(api)
    first = await receiver.next()
    await tried(api, webhook, 1)
    await change(api)
    second = await receiver.next()
    assert second.json["seq"] == 2
    assert second.id != first.id
    await settled(api, webhook, "delivered", "superseded")


async def test_of_two_processes_one_delivers(api, second_api, receiver):
    webhook = await registered(api, receiver)
    for number in range(1, 9):
        await change((api, second_api)[number % 2])
        while (await receiver.next()).json["seq"] < number:
            pass
    await eventually(
        lambda: deliveries(api, webhook),
        lambda found: {one["state"] for one in found} == {"delivered"},
    )
    seqs = [taken.json["seq"] for taken in receiver.taken]
    assert seqs == sorted(set(seqs))
    assert len({taken.id for taken in receiver.taken}) == len(seqs)


async def test_a_slow_receiver_does_not_hold_up_another(api, receiver, other):
    await registered(api, receiver)
    await registered(api, other)
    receiver.open.clear()
    for seq in (1, 2, 3):
        await change(api)
        assert (await other.next()).json["seq"] == seq
    assert len(receiver.taken) == 1


async def test_a_paused_one_gets_nothing_and_then_the_newest(api, receiver, other):
    webhook = await registered(api, receiver)
    path = f"/webhooks/{webhook['id']}"
    await api.patch(path, paused=True)
    await registered(api, other)
    for seq in (1, 2):
        await change(api)
        assert (await other.next()).json["seq"] == seq
    assert not receiver.taken
    await api.patch(path, paused=False)
    assert (await receiver.next()).json["seq"] == 2
    await settled(api, webhook, "delivered")


async def test_a_receiver_that_is_gone_is_paused(api, receiver):
    webhook = await registered(api, receiver)
    receiver.answers.append(failing(410))
    await change(api)
    (delivery,) = await settled(api, webhook, "failed")
    assert delivery["attempts"][0]["error"] == "gone"
    found = await api.get(f"/webhooks/{webhook['id']}")
    assert (found["paused_by"], found["version"]) == ("receiver", 2)


async def test_a_receiver_that_asks_to_be_left_alone_is(api, receiver, other, database):
    webhook = await registered(api, receiver)
    await registered(api, other)
    receiver.answers.append(failing(503, **{"Retry-After": "1800"}))
    await change(api)
    delivery = await tried(api, webhook, 1)
    assert seconds(delivery["attempts"][0]["at"], delivery["next_attempt_at"]) > 1700
    await change(api)
    while (await other.next()).json["seq"] < 2:
        pass
    assert len(receiver.taken) == 1
    await let_time_pass(database)
    await settled(api, webhook, "delivered", "superseded")


async def test_a_replay_is_a_new_delivery_of_the_same_message(api, receiver):
    webhook = await registered(api, receiver)
    await change(api)
    first = await receiver.next()
    (past,) = await settled(api, webhook, "delivered")
    path = f"/webhooks/{webhook['id']}/deliveries/{past['id']}/replay"
    response = await api.request("POST", path)
    assert response.status_code == 202
    assert response.json().items() >= {"state": "pending", "replay_of": past["id"]}.items()
    second = await receiver.next()
    assert second.id == response.json()["id"] != first.id
    assert second.body == first.body
    await settled(api, webhook, "delivered", "delivered")


async def test_a_deleted_one_gets_nothing_more(api, receiver, other, database):
    webhook = await registered(api, receiver)
    await registered(api, other)
    receiver.open.clear()
    await change(api)
    await receiver.next()
    await api.delete(f"/webhooks/{webhook['id']}")
    receiver.open.set()
    await let_time_pass(database)
    await change(api)
    while (await other.next()).json["seq"] < 2:
        pass
    assert len(receiver.taken) == 1
    query = "SELECT count(*) FROM webhook_deliveries WHERE webhook_id = $1"
    assert await database.fetchval(query, webhook["id"]) == 0


async def test_what_was_committed_while_nobody_sent_is_sent_at_the_start(
    settings, receiver, database
):
    async with serving(settings) as client:
        await registered(Api(client), receiver)
    await database.execute(
        "INSERT INTO config_events VALUES (1, gen_random_uuid(), now(), 'test',"
        " 'button.created', 'button', 1, '{}', NULL)"
    )
    async with serving(settings):
        assert (await receiver.next()).json["seq"] == 1


async def test_an_attempt_of_a_process_that_died_is_made_again(
    settings, receiver, database, monkeypatch
):
    receiver.open.clear()
    async with serving(settings) as client:
        monkeypatch.setattr(dispatcher, "FINISH_SECONDS", 0.01)
        webhook = await registered(Api(client), receiver)
        await change(Api(client))
        first = await receiver.next()
    receiver.open.set()
    await database.execute("UPDATE webhooks SET leased_until = now()")
    async with serving(settings) as client:
        await let_time_pass(database)
        assert (await receiver.next()).id == first.id
        (delivery,) = await settled(Api(client), webhook, "delivered")
    assert (delivery["attempt_count"], len(delivery["attempts"])) == (2, 1)


async def test_sending_goes_on_when_postgresql_drops_the_connections(api, receiver, database):
    await registered(api, receiver)
    await change(api)
    await receiver.next()
    await database.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    await change(api)
    while (await receiver.next()).json["seq"] < 2:
        pass


async def test_what_is_over_and_old_is_forgotten(api, receiver, database, database_url):
    webhook = await registered(api, receiver)
    receiver.answers.extend([failing(), web.Response()])
    await change(api)
    await tried(api, webhook, 1)
    await change(api)
    await settled(api, webhook, "delivered", "superseded")
    await database.execute(
        "UPDATE webhook_deliveries SET created_at = now() - interval '31 days' WHERE seq = 1"
    )
    engine = create_async_engine(database_url)
    async with AsyncSession(engine) as session, session.begin():
        await trim(session)
    await engine.dispose()
    assert [one["seq"] for one in await deliveries(api, webhook)] == [2]


async def test_attempts_are_metered(api, client, receiver):
    webhook = await registered(api, receiver)
    await change(api)
    await settled(api, webhook, "delivered")
    shown = await eventually(
        lambda: client.get("/metrics"),
        lambda answer: "botloom_admin_api_webhook_deliveries_pending 0.0" in answer.text,
    )
    assert 'botloom_admin_api_webhook_attempts_total{result="delivered"}' in shown.text
