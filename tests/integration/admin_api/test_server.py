import asyncio
import socket

import pytest
from botloom_admin_api.server import serve
from botloom_contracts.streams import CONFIG_CHANGES
from botloom_local.servers import free_port
from httpx import AsyncClient, ConnectError
from support.eventually import eventually
from support.in_process import serving


@pytest.fixture
def settings(settings):
    return settings.model_copy(update={"admin_api_port": free_port()})


async def test_it_serves_until_it_is_to_stop(settings):
    async with AsyncClient(base_url=f"http://127.0.0.1:{settings.admin_api_port}") as client:
        async with serving(serve, settings):
            answer = await eventually(lambda: client.get("/readyz"), lambda one: one.is_success)
            assert answer.json() == {"status": "ready"}
        with pytest.raises(ConnectError):
            await client.get("/healthz")


async def test_what_was_answered_is_on_the_stream_when_it_has_stopped(settings, redis):
    token = settings.admin_token.get_secret_value()
    address = f"http://127.0.0.1:{settings.admin_api_port}"
    async with AsyncClient(
        base_url=address, headers={"Authorization": f"Bearer {token}"}
    ) as client:
        async with serving(serve, settings):
            await eventually(lambda: client.get("/readyz"), lambda one: one.is_success)
            body = {"label": "x", "data": "x"}
            answers = [await client.post("/api/v1/buttons", json=body) for _ in range(5)]
        assert [answer.status_code for answer in answers] == [201] * 5
    assert await redis.xlen(CONFIG_CHANGES.name) == 5


async def test_a_taken_port_is_named(settings):
    port = settings.admin_api_port
    with (
        socket.create_server(("127.0.0.1", port)),
        pytest.raises(SystemExit, match=f"Port {port} on 127.0.0.1"),
    ):
        await serve(settings, asyncio.Event())
