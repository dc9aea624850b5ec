"""One attempt, over real connections to a server of the test."""

import asyncio
import time

import pytest
from aiohttp import web
from botloom_admin_api.webhooks.sender import Sender
from botloom_contracts.webhook_signature import new_secret, verify
from botloom_local.servers import free_port
from botloom_runtime.outgoing.addresses import parse_allowed_networks
from support.names import ScriptedNames
from support.receiver import Receiver

SECRET = new_secret()
HERE = "127.0.0.1"


@pytest.fixture
async def receiver():
    async with Receiver().serving() as receiver:
        yield receiver


async def send(url, allowed=HERE, names=(HERE,), seconds=5.0, secrets=(SECRET,)):
    names = ScriptedNames(list(names))
    sender = Sender(parse_allowed_networks(allowed), names, seconds)
    async with sender.running():
        return await sender.send(url, secrets, "an-id", b"{}")


async def test_a_message_is_signed_with_every_secret(receiver):
    before = new_secret()
    outcome = await send(receiver.url, secrets=(SECRET, before))
    assert (outcome.attempt.status, outcome.attempt.error) == (204, None)
    (taken,) = receiver.taken
    assert taken.headers["content-type"] == "application/json"
    for secret in (SECRET, before):
        assert verify(secret, taken.headers, taken.body, time.time()) == "an-id"


@pytest.mark.parametrize(
    ("status", "error"),
    [(200, None), (299, None), (302, "redirect"), (404, "status"), (410, "gone"), (500, "status")],
)
async def test_only_2xx_is_taken_and_redirects_are_not_followed(receiver, status, error):
    receiver.answers.append(web.Response(status=status, headers={"Location": receiver.url}))
    outcome = await send(receiver.url)
    assert (outcome.attempt.status, outcome.attempt.error) == (status, error)
    assert len(receiver.taken) == 1


async def test_a_receiver_may_ask_to_be_left_alone(receiver):
    receiver.answers.append(web.Response(status=503, headers={"Retry-After": "120"}))
    assert (await send(receiver.url)).retry_after == 120
    receiver.answers.append(web.Response(status=200, headers={"Retry-After": "120"}))
    assert (await send(receiver.url)).retry_after is None


async def test_a_slow_receiver_is_cut_off(receiver):
    receiver.open.clear()
    outcome = await send(receiver.url, seconds=0.2)
    assert (outcome.attempt.status, outcome.attempt.error) == (None, "timeout")
    assert 200 <= outcome.attempt.duration_ms < 4000


@pytest.mark.parametrize("names", [(HERE,), ("10.0.0.1",), ("169.254.169.254", "::1")])
async def test_a_name_that_stands_for_an_address_inside_is_refused(receiver, names):
    url = receiver.url.replace(HERE, "hook.example")
    outcome = await send(url, allowed="", names=names)
    assert outcome.attempt.error == "refused_address"
    assert not receiver.taken


async def test_an_address_inside_is_refused_when_it_is_allowed_no_more(receiver):
    assert (await send(receiver.url, allowed="")).attempt.error == "refused_address"
    assert not receiver.taken


async def test_nobody_there_is_an_outcome_too(receiver):
    assert (await send(f"http://{HERE}:{free_port()}/")).attempt.error == "unreachable"
    https = receiver.url.replace("http:", "https:")
    assert (await send(https)).attempt.error == "tls"


async def test_what_is_no_http_is_an_outcome_too():
    async def talk(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"SSH-2.0-OpenSSH_9.6\r\n")
        writer.close()

    async with await asyncio.start_server(talk, HERE, 0) as server:
        port = server.sockets[0].getsockname()[1]
        assert (await send(f"http://{HERE}:{port}/")).attempt.error == "bad_response"
