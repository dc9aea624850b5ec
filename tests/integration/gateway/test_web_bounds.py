"""A response is bounded in size and in time."""

import asyncio
import gzip
import tracemalloc
from collections.abc import Callable, Iterator

import pytest
from aiohttp import web
from botloom_gateway.web_body import BODY_MAX
from botloom_gateway.web_requests import WebRequest, WebRequests, WebResponse
from botloom_runtime.outgoing.connector import CONNECTIONS_MAX

from .web_sites import Handler, Site, fetch


def endless(chunk: bytes, encoding: str = "identity", pause: float = 0) -> Handler:
    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Encoding": encoding})
        await response.prepare(request)
        try:
            while True:
                await response.write(chunk)
                await asyncio.sleep(pause)
        except ConnectionError:
            pass
        return response

    return answer


@pytest.fixture
def memory() -> Iterator[Callable[[], int]]:
    """The most bytes that were in use at a time."""
    tracemalloc.start()
    yield lambda: tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()


async def test_a_response_without_end_is_cut_off_and_takes_no_memory(
    site: Site, requests: WebRequests, memory: Callable[[], int]
) -> None:
    site.routes["/x"] = endless(bytes(65_536))
    assert await fetch(requests, site.url("/x"), timeout_seconds=30) == "too_large"
    assert memory() < 16 * BODY_MAX


async def test_a_response_that_unpacks_to_a_thousandfold_is_cut_off_and_takes_no_memory(
    site: Site, requests: WebRequests, memory: Callable[[], int]
) -> None:
    bomb = gzip.compress(bytes(100 * BODY_MAX), 1)
    tracemalloc.reset_peak()

    async def answer(_: web.Request) -> web.Response:
        return web.Response(body=bomb, headers={"Content-Encoding": "gzip"})

    site.routes["/x"] = answer
    assert await fetch(requests, site.url("/x"), timeout_seconds=30) == "too_large"
    assert memory() < 16 * BODY_MAX


async def test_a_packed_response_is_unpacked(site: Site, requests: WebRequests) -> None:
    async def answer(request: web.Request) -> web.Response:
        assert request.headers["Accept-Encoding"] == "gzip, deflate"
        response = web.Response(body=b"x" * 5000)
        response.enable_compression(web.ContentCoding.gzip)
        return response

    site.routes["/x"] = answer
    got = await requests.fetch(WebRequest("GET", site.url("/x")))
    assert got.headers["content-encoding"] == "gzip"
    assert got.body == b"x" * 5000


async def hanging(_: web.Request) -> web.Response:
    await asyncio.Event().wait()
    raise AssertionError


@pytest.mark.parametrize("handler", [hanging, endless(b"x", pause=0.01)], ids=["silent", "drip"])
async def test_a_slow_response_is_given_up_in_time(
    site: Site, requests: WebRequests, handler: Handler
) -> None:
    site.routes["/x"] = handler
    loop = asyncio.get_running_loop()
    began = loop.time()
    assert await fetch(requests, site.url("/x"), timeout_seconds=0.3) == "timeout"
    assert 0.3 <= loop.time() - began < 5


async def test_waiting_for_one_of_too_many_others_is_part_of_the_time(
    site: Site, requests: WebRequests
) -> None:
    site.routes["/x"] = hanging
    many = [fetch(requests, site.url("/x"), timeout_seconds=1) for _ in range(CONNECTIONS_MAX)]
    others = asyncio.gather(*many)
    while len(site.asked) < CONNECTIONS_MAX:  # noqa: ASYNC110 - of as many servers' events
        await asyncio.sleep(0.001)
    assert await fetch(requests, site.url("/"), timeout_seconds=0.1) == "timeout"
    assert set(await others) == {"timeout"}
    assert isinstance(await fetch(requests, site.url("/")), WebResponse)
