"""The step `request`: other servers' answers, and what is refused, cut off or timed out.

127.0.0.2 is allowed to these gateways and plays the internet; 127.0.0.1 is to be protected.
"""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web
from botloom_local.servers import free_port
from support.person import Json, Person
from support.system import ALLOWED_HOST, System

from .conftest import AddHandler

pytestmark = pytest.mark.xdist_group("webhook")


@pytest.fixture
def system(webhook_system: System) -> System:
    return webhook_system


class Site:
    """A server on both addresses, which keeps the requests that came to it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.asked: list[tuple[str, str]] = []
        self.bodies: list[object] = []
        self.headers: list[dict[str, str]] = []
        self.sent = 0

    def url(self, path: str, host: str = ALLOWED_HOST) -> str:
        return f"http://{host}:{self.port}{path}"

    async def handle(self, request: web.BaseRequest) -> web.StreamResponse:
        assert request.transport is not None
        address = request.transport.get_extra_info("sockname")[0]
        self.asked.append((address, request.path_qs))
        self.headers.append({name.lower(): value for name, value in request.headers.items()})
        self.bodies.append(await request.json() if request.can_read_body else None)
        answers: dict[str, Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]] = {
            "/large": self._large,
            "/slow": self._slow,
            "/leads_inside": self._leads_inside,
        }
        answer = answers.get(request.path)
        if answer is not None:
            return await answer(request)
        if request.path == "/broken":
            return web.Response(status=500)
        return web.json_response({"items": [{"name": "Tea", "price": 3.5}], "total": 1})

    async def _large(self, request: web.BaseRequest) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": str(100 * 2**20)})
        await response.prepare(request)
        chunk = bytes(2**16)
        for _ in range(100 * 2**4):
            await response.write(chunk)
            self.sent += len(chunk)
        return response

    async def _slow(self, request: web.BaseRequest) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while True:
            await response.write(b" ")
            await asyncio.sleep(0.05)

    async def _leads_inside(self, _: web.BaseRequest) -> web.StreamResponse:
        raise web.HTTPFound(self.url("/inside", "127.0.0.1"))


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    site = Site(free_port())
    runner = web.ServerRunner(web.Server(site.handle, handler_cancellation=True))
    await runner.setup()
    for address in (ALLOWED_HOST, "127.0.0.1", "::1"):
        await web.TCPSite(runner, address, site.port).start()
    yield site
    await runner.cleanup()


def request(url: str, **fields: object) -> list[Json]:
    """Steps that ask a server, and then show the content."""
    failed = [{"type": "set", "variable": "failed", "add": 1}]
    step = {"type": "request", "url": url, "timeout_seconds": 2, "on_error": failed, **fields}
    return [step, {"type": "reply"}]


async def test_parts_of_the_answer_are_kept(
    person: Person, add_handler: AddHandler, site: Site
) -> None:
    action = request(
        site.url("/goods?q={1}"),
        method="POST",
        headers={"X-Who": "{first_name}"},
        body={"who": "{user_id}", "list": ["{1}", 2, None]},
        save={"name": "items[0].name", "price": "items[0].price", "all": ""},
    )
    await person.is_called(first_name="Anna")
    await add_handler("find *", message="{var.name}: {var.price}\n{var.all}", action=action)
    await person.says("find a&b/../c")
    shown = await person.sees("Tea: 3.5")
    assert shown["text"].endswith('{"items": [{"name": "Tea", "price": 3.5}], "total": 1}')
    assert site.asked == [(ALLOWED_HOST, "/goods?q=a%26b/../c")]
    assert site.bodies == [{"who": str(person.chat_id), "list": ["a&b/../c", 2, None]}]
    assert site.headers[0]["x-who"] == "Anna"


@pytest.mark.parametrize(
    "path", ["/broken", "/large", "/slow", "/leads_inside"], ids=lambda path: path[1:]
)
async def test_the_bot_goes_on_where_there_is_no_good_answer(
    person: Person, add_handler: AddHandler, site: Site, path: str
) -> None:
    action = request(site.url(path), timeout_seconds=1)
    await add_handler("get", message="Failed: {var.failed|0}", action=action)
    await add_handler("next", message="Next")
    await person.says("get")
    await person.sees("Failed: 1")
    await person.says("next")
    await person.sees("Next")
    assert [address for address, _ in site.asked] == [ALLOWED_HOST]
    assert site.sent < 20 * 2**20


REFUSED = {
    "loopback": "127.0.0.1",
    "loopback_name": "localhost",
    "loopback_ipv6": "[::1]",
    "loopback_in_ipv6": "[::ffff:127.0.0.1]",
    "loopback_as_a_number": "2130706433",
    "own_name": socket.gethostname(),
    "private": "10.0.0.1",
    "link_local": "169.254.169.254",
    "any": "0.0.0.0",  # noqa: S104 - to be refused
}


@pytest.mark.parametrize("host", REFUSED.values(), ids=REFUSED.keys())
async def test_addresses_that_are_not_of_the_internet_are_refused_and_the_bot_goes_on(
    person: Person, add_handler: AddHandler, site: Site, host: str
) -> None:
    await add_handler("get", message="Failed: {var.failed|0}", action=request(site.url("/", host)))
    await person.says("get")
    await person.sees("Failed: 1")
    assert site.asked == []
