"""Servers of the test on addresses of this machine, and clients that take them for the internet.

The internet's part is played by 127.0.0.2, which is allowed; 127.0.0.1 stands for what is to be
protected.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver
from botloom_gateway.web_requests import WebRequest, WebRequestError, WebRequests
from botloom_local.servers import free_port
from botloom_runtime.outgoing.addresses import parse_allowed_networks
from support.names import ScriptedNames

PUBLIC = "127.0.0.2"
PRIVATE = "127.0.0.1"
HOST = "shop.example"

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Site:
    """One server on both addresses, which notes on which of them it was asked for what."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.asked: list[tuple[str, str]] = []
        self.headers: list[dict[str, str]] = []
        self.bodies: list[bytes] = []
        self.routes: dict[str, Handler] = {}

    def url(self, path: str, host: str = HOST) -> str:
        return f"http://{host}:{self.port}{path}"

    async def handle(self, request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        address = request.transport.get_extra_info("sockname")[0]
        self.asked.append((address, f"{request.method} {request.path}"))
        self.headers.append({name.lower(): value for name, value in request.headers.items()})
        self.bodies.append(await request.read())
        handler = self.routes.get(request.path)
        return await handler(request) if handler else web.Response(text="found")


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    site = Site(free_port())
    # A request that its caller has given up ends at once.
    runner = web.ServerRunner(web.Server(site.handle, handler_cancellation=True))
    await runner.setup()
    for address in (PUBLIC, PRIVATE):
        await web.TCPSite(runner, address, site.port).start()
    yield site
    await runner.cleanup()


Make = Callable[[AbstractResolver], WebRequests]


@pytest.fixture
async def make() -> AsyncIterator[Make]:
    async with AsyncExitStack() as stack:

        def made(names: AbstractResolver) -> WebRequests:
            requests = WebRequests(parse_allowed_networks(PUBLIC), names)
            stack.push_async_callback(requests.aclose)
            return requests

        yield made


@pytest.fixture
async def requests(make: Make) -> WebRequests:
    """Every name stands for the public address."""
    return make(ScriptedNames([PUBLIC]))


async def fetch(requests: WebRequests, url: str, method: str = "GET", **fields: object) -> object:
    """The response, or why there is none."""
    try:
        return await requests.fetch(WebRequest(method, url, **fields))
    except WebRequestError as error:
        return error.reason


def redirect(location: str, status: int = 302) -> Handler:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=status, headers={"Location": location})

    return answer
