"""Server-Sent Events of what people do, over HTTP."""

import asyncio
import json
from contextlib import asynccontextmanager

import httpx
import pytest
from botloom_admin_api.routes.stats import streams
from botloom_admin_api.server import serve
from botloom_admin_api.statistics import live_feed
from botloom_admin_api.statistics.live_feed import WAITING_MAX, StreamEntry, Watcher
from botloom_contracts.streams import INTERACTIONS
from botloom_local.servers import free_port
from support.accounts import PASSWORD, add_account
from support.eventually import eventually
from support.in_process import serving
from support.interactions import interaction, publish


@pytest.fixture
def settings(settings):
    return settings.model_copy(update={"admin_api_port": free_port()})


@asynccontextmanager
async def viewer(settings, database):
    """A client of a process, as someone who may only look."""
    await add_account(database, "viewer", "viewer@example.com")
    address = f"http://127.0.0.1:{settings.admin_api_port}"
    async with serving(serve, settings), httpx.AsyncClient(base_url=address) as client:
        await eventually(lambda: client.get("/readyz"), lambda one: one.is_success)
        body = {"email": "viewer@example.com", "password": PASSWORD}
        tokens = (await client.post("/api/v1/auth/token", json=body)).json()
        client.headers["Authorization"] = f"Bearer {tokens['access_token']}"
        yield client


@asynccontextmanager
async def watched(client, query="", **headers):
    """The events, as dictionaries of their fields."""
    async with client.stream("GET", f"/api/v1/stats/stream{query}", headers=headers) as response:
        assert response.status_code == 200
        assert response.headers["content-type"].startswith("text/event-stream")
        lines = response.aiter_lines()
        assert (await anext(lines)).startswith("retry: ")

        async def events():
            event = {}
            async for line in lines:
                name, _, value = line.partition(": ")
                if line == "":
                    if event:
                        yield event
                    event = {}
                elif name and not line.startswith(":"):
                    event[name] = json.loads(value) if name == "data" else value

        yield events()


async def taken(events, count):
    return [await asyncio.wait_for(anext(events), 10) for _ in range(count)]


async def test_everyone_who_watches_sees_what_comes_and_goes_on_where_they_were(
    settings, database, redis
):
    await publish(redis, interaction(1))
    async with viewer(settings, database) as client:
        async with watched(client) as first, watched(client) as second:
            await publish(redis, interaction(2, first_name="Anna"), interaction(3, payload="a\nb"))
            await redis.xadd(INTERACTIONS.name, {"data": b"{"})
            await publish(redis, interaction(4))
            events = await taken(first, 3)
            assert events == await taken(second, 3)
        assert [one["event"] for one in events] == ["interaction"] * 3
        at = interaction(2).at.isoformat().replace("+00:00", "Z")
        assert (events[0]["data"]["at"], events[0]["data"]["first_name"]) == (at, "Anna")
        assert events[1]["data"]["payload"] == "a\nb"
        ids = [entry_id.decode() for entry_id, _ in await redis.xrange(INTERACTIONS.name)]
        assert [one["id"] for one in events] == [ids[1], ids[2], ids[4]]

        async with watched(client, **{"Last-Event-ID": ids[1]}) as again:
            await publish(redis, interaction(5))
            assert [one["id"] for one in await taken(again, 2)] == [ids[2], ids[4]]
            (last,) = await taken(again, 1)
            assert last["data"]["at"] == interaction(5).at.isoformat().replace("+00:00", "Z")

        await redis.xtrim(INTERACTIONS.name, minid=ids[2], approximate=False)
        async with watched(client, **{"Last-Event-ID": ids[0]}) as late:
            gap, *others = await taken(late, 3)
            assert (gap["event"], gap["data"]) == ("gap", {"missed": None})
            assert [one["id"] for one in others] == [ids[2], ids[4]]
        assert await redis.xinfo_groups(INTERACTIONS.name) == []
        headers = {"Last-Event-ID": f"{2**64}-0"}
        refused = await client.get("/api/v1/stats/stream", headers=headers)
        assert refused.status_code == 422


async def test_only_those_that_are_asked_for_are_sent(settings, database, redis):
    async with (
        viewer(settings, database) as client,
        watched(client, "?event=unmatched") as unmatched,
        watched(client, "?handler_id=7") as handled,
    ):
        await publish(
            redis,
            interaction(1, handler_id=7),
            interaction(2, event="unmatched"),
            interaction(3, event="unmatched", handler_id=7),
        )
        ids = [entry_id.decode() for entry_id, _ in await redis.xrange(INTERACTIONS.name)]
        assert [one["id"] for one in await taken(unmatched, 2)] == ids[1:]
        assert [one["id"] for one in await taken(handled, 2)] == [ids[0], ids[2]]


async def test_a_client_that_is_gone_makes_room_for_another(settings, database, monkeypatch):
    monkeypatch.setattr(live_feed, "WATCHERS_MAX", 1)
    path = "/api/v1/stats/stream"
    async with viewer(settings, database) as client:
        async with watched(client):
            refused = await client.get(path)
            assert (refused.status_code, refused.headers["retry-after"]) == (503, "1")

        async def comes():
            async with client.stream("GET", path) as response:
                return response.status_code

        await eventually(comes, lambda status: status == 200)


async def test_a_client_that_takes_nothing_loses_its_place(settings, database, redis, monkeypatch):
    monkeypatch.setattr(streams, "SEND_SECONDS", 0.2)
    monkeypatch.setattr(live_feed, "WATCHERS_MAX", 1)
    path = "/api/v1/stats/stream"
    async with viewer(settings, database) as client:
        port = settings.admin_api_port
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1)
        head = f"Host: x\r\nAuthorization: {client.headers['Authorization']}\r\n\r\n"
        writer.write(f"GET {path} HTTP/1.1\r\n{head}".encode())
        assert await reader.readexactly(12) == b"HTTP/1.1 200"
        many = [interaction(number, payload="x" * 250) for number in range(500)]

        async def another():
            await publish(redis, *many)
            async with client.stream("GET", path) as response:
                return response.status_code

        await eventually(another, lambda status: status == 200)
        writer.close()


async def test_those_who_watch_are_let_go_when_the_process_stops(settings, database):
    async with viewer(settings, database) as client:
        stop = asyncio.Event()
        settings = settings.model_copy(update={"admin_api_port": free_port()})
        other = asyncio.create_task(serve(settings, stop))
        client.base_url = f"http://127.0.0.1:{settings.admin_api_port}"
        await eventually(lambda: client.get("/readyz"), lambda one: one.is_success)
        async with watched(client) as events:
            stop.set()
            assert await asyncio.wait_for(anext(events, None), 5) is None
        await asyncio.wait_for(other, 5)


async def test_of_what_comes_faster_than_it_is_taken_the_oldest_is_left_out():
    watcher = Watcher()
    entries = [StreamEntry(b"%d-0" % number, {}) for number in range(WAITING_MAX + 5)]
    watcher.put(entries[:10])
    watcher.put(entries[10:])
    assert await watcher.take(0) == (5, entries[5:])
    assert await watcher.take(0) == (0, [])
