"""Requests over real connections, to servers of the test on addresses of this machine.

The internet's part is played by 127.0.0.2, which is allowed; 127.0.0.1 stands for what is to be
protected.
"""

import asyncio
import gzip
import socket
import tracemalloc
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack

import pytest
from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult
from botloom_gateway.web_addresses import parse_allowed_networks
from botloom_gateway.web_body import BODY_MAX
from botloom_gateway.web_connector import CONNECTIONS_MAX, Names
from botloom_gateway.web_requests import (
    REDIRECTS_MAX,
    WebRequest,
    WebRequestError,
    WebRequests,
    WebResponse,
)
from botloom_local.servers import free_port

PUBLIC = "127.0.0.2"
PRIVATE = "127.0.0.1"
HOST = "shop.example"

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class ScriptedNames(AbstractResolver):
    """Answers each question with the next of these answers, and the last one for ever."""

    def __init__(self, *answers: list[str]) -> None:
        self._answers = list(answers)
        self.asked: list[str] = []

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        self.asked.append(host)
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in answer
        ]

    async def close(self) -> None:
        pass


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


async def test_a_request_goes_out_as_it_is_and_the_response_comes_back(
    site: Site, requests: WebRequests
) -> None:
    async def answer(_: web.Request) -> web.Response:
        response = web.Response(status=404, body=b'{"a":1}', content_type="application/json")
        response.headers.extend([("X-Two", "1"), ("X-Two", "2")])
        return response

    site.routes["/x"] = answer
    got = await requests.fetch(
        WebRequest("POST", site.url("/x?y=1"), {"X-Key": "k", "Content-Type": "text/z"}, b"body")
    )
    assert (got.status, got.body) == (404, b'{"a":1}')
    assert got.headers["content-type"] == "application/json"
    assert got.headers["x-two"] == "1, 2"
    assert site.asked == [(PUBLIC, "POST /x")]
    assert site.bodies == [b"body"]
    assert site.headers[0].items() >= {("x-key", "k"), ("content-type", "text/z")}
    assert site.headers[0]["host"] == f"{HOST}:{site.port}"


@pytest.mark.parametrize("method", ["HEAD", "PUT", "PATCH", "DELETE"])
async def test_other_methods_go_too(site: Site, requests: WebRequests, method: str) -> None:
    got = await requests.fetch(WebRequest(method, site.url("/x")))
    assert got.body == (b"" if method == "HEAD" else b"found")


@pytest.mark.parametrize(
    "host",
    [
        PRIVATE,
        "localhost",
        "LOCALHOST.",
        "x.localhost",
        "127.1",
        "127.0.0.1.",
        "2130706433",
        "017700000001",
        "0x7f000001",
        "0x7f.1",
        "0177.0.0.1",
        "①②⑦.0.0.1",
        "0.0.0.0",  # noqa: S104 - it is asked for
        "0",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[64:ff9b::127.0.0.1]",
        "[2002:7f00:1::]",
        "[fe80::1%25lo]",
        "10.0.0.1",
        "192.168.0.1",
        "172.16.0.1",
        "100.64.0.1",
        "169.254.169.254",
        "224.0.0.1",
        "[fd00:ec2::254]",
        f"{PUBLIC}@{PRIVATE}",
        f"x:y@{PUBLIC}",
    ],
)
async def test_an_address_inside_is_refused_however_it_is_written(
    site: Site, make: Make, host: str
) -> None:
    assert await fetch(make(Names()), site.url("/", host)) == "refused_address"
    assert not site.asked


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://{}/", "gopher://{}/", "//{}/", ""])
async def test_other_schemes_are_refused(requests: WebRequests, url: str) -> None:
    assert await fetch(requests, url.format(PUBLIC)) == "refused_address"


@pytest.mark.parametrize(
    "address", [PRIVATE, "10.0.0.1", "169.254.169.254", "::1", "::ffff:10.0.0.1", "fe80::1%lo"]
)
async def test_a_name_that_stands_for_an_address_inside_is_refused(
    site: Site, make: Make, address: str
) -> None:
    assert await fetch(make(ScriptedNames([address])), site.url("/")) == "refused_address"
    assert not site.asked


async def test_of_a_names_addresses_only_the_allowed_ones_are_connected_to(
    site: Site, make: Make
) -> None:
    requests = make(ScriptedNames([PRIVATE, PUBLIC, "10.0.0.1"]))
    assert isinstance(await fetch(requests, site.url("/")), WebResponse)
    assert [address for address, _ in site.asked] == [PUBLIC]


async def test_a_name_that_changes_its_address_meanwhile_gains_nothing(
    site: Site, make: Make
) -> None:
    async def once(_: web.Request) -> web.Response:
        response = web.Response(text="found")
        response.force_close()
        return response

    site.routes["/"] = once
    names = ScriptedNames([PUBLIC], [PRIVATE])
    requests = make(names)
    assert isinstance(await fetch(requests, site.url("/")), WebResponse)
    # One look-up for the check and the connection: there was no second one to be lied to.
    assert names.asked == [HOST]
    assert await fetch(requests, site.url("/")) == "refused_address"
    assert [address for address, _ in site.asked] == [PUBLIC]


async def test_an_allowed_name_may_stand_for_an_address_inside(site: Site) -> None:
    requests = WebRequests(parse_allowed_networks(HOST), ScriptedNames([PRIVATE]))
    assert isinstance(await fetch(requests, site.url("/")), WebResponse)
    assert await fetch(requests, site.url("/", "other.example")) == "refused_address"
    await requests.aclose()


async def test_proxies_of_the_environment_are_not_used(
    site: Site, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://{PRIVATE}:{site.port}")
    assert isinstance(await fetch(make(ScriptedNames([PUBLIC])), site.url("/")), WebResponse)
    assert [address for address, _ in site.asked] == [PUBLIC]


@pytest.mark.parametrize(
    "location",
    [
        f"http://{PRIVATE}:{{port}}/secret",
        f"//{PRIVATE}:{{port}}/secret",
        "http://[::ffff:127.0.0.1]:{port}/secret",
        "file:///etc/passwd",
        f"http://a:b@{PUBLIC}:{{port}}/secret",
    ],
)
async def test_a_redirect_is_checked_like_the_first_place(
    site: Site, requests: WebRequests, location: str
) -> None:
    site.routes["/x"] = redirect(location.format(port=site.port))
    assert await fetch(requests, site.url("/x")) == "refused_address"
    assert site.asked == [(PUBLIC, "GET /x")]


async def test_a_redirect_to_a_name_inside_is_refused(site: Site, make: Make) -> None:
    site.routes["/x"] = redirect(site.url("/secret", "inside.example"))
    requests = make(ScriptedNames([PUBLIC], [PRIVATE]))
    assert await fetch(requests, site.url("/x")) == "refused_address"
    assert site.asked == [(PUBLIC, "GET /x")]


@pytest.mark.parametrize(
    ("status", "followed", "body"),
    [
        (301, "GET", b""),
        (302, "GET", b""),
        (303, "GET", b""),
        (307, "POST", b"body"),
        (308, "POST", b"body"),
    ],
)
async def test_redirects_are_followed_as_browsers_do(
    site: Site, requests: WebRequests, status: int, followed: str, body: bytes
) -> None:
    site.routes["/x"] = redirect("../y?z=1", status)
    got = await fetch(requests, site.url("/x"), "POST", body=b"body")
    assert isinstance(got, WebResponse)
    assert got.body == b"found"
    assert site.asked[1] == (PUBLIC, f"{followed} /y")
    assert site.bodies[1] == body


async def test_secrets_stay_with_the_place_they_were_meant_for(
    site: Site, requests: WebRequests
) -> None:
    secrets = {"Authorization": "Bearer x", "X-Api-Key": "y", "Cookie": "z=1"}
    site.routes["/same"] = redirect("/end")
    await fetch(requests, site.url("/same"), headers=secrets)
    assert {"authorization", "x-api-key", "cookie"} <= site.headers[1].keys()
    site.routes["/other"] = redirect(site.url("/end", "other.example"))
    await fetch(requests, site.url("/other"), headers={**secrets, "Accept": "text/x"})
    sent = site.headers[3]
    assert not {"authorization", "x-api-key", "cookie"} & sent.keys()
    assert sent["accept"] == "text/x"


async def test_cookies_are_not_kept(site: Site, requests: WebRequests) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(headers={"Set-Cookie": "a=b"})

    site.routes["/x"] = answer
    for _ in range(2):
        await fetch(requests, site.url("/x"))
    assert all("cookie" not in headers for headers in site.headers)


async def test_redirects_have_an_end(site: Site, requests: WebRequests) -> None:
    site.routes["/x"] = redirect("/x")
    assert await fetch(requests, site.url("/x")) == "too_many_redirects"
    assert len(site.asked) == REDIRECTS_MAX + 1


@pytest.mark.parametrize("location", ["http://[", "http://x:99999999/"])
async def test_a_redirect_to_no_url_is_a_bad_response(
    site: Site, requests: WebRequests, location: str
) -> None:
    site.routes["/x"] = redirect(location)
    assert await fetch(requests, site.url("/x")) in {"bad_response", "refused_address"}


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


async def raw(reply: bytes) -> tuple[asyncio.Server, int]:
    """A server that sends these bytes to whoever connects."""

    async def handle(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(reply)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(handle, PUBLIC, 0)
    return server, server.sockets[0].getsockname()[1]


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (b"", "unreachable"),
        (b"SSH-2.0-OpenSSH_9.6\r\n", "bad_response"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx", "bad_response"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\nx", "bad_response"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nno gzip", "bad_response"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 20_000 + b"\r\n\r\n", "bad_response"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: x\r\n" * 5000 + b"\r\n", "bad_response"),
    ],
)
async def test_what_is_no_http_is_a_bad_response(
    requests: WebRequests, reply: bytes, reason: str
) -> None:
    server, port = await raw(reply)
    async with server:
        assert await fetch(requests, f"http://{HOST}:{port}/") == reason


async def test_where_nobody_listens_is_unreachable(requests: WebRequests) -> None:
    assert await fetch(requests, f"http://{HOST}:{free_port()}/") == "unreachable"
    assert await fetch(requests, f"https://{HOST}:{free_port()}/") == "unreachable"


async def test_a_name_that_nobody_knows_is_unreachable(site: Site, make: Make) -> None:
    assert await fetch(make(Names()), site.url("/", "nobody.invalid")) == "unreachable"


@pytest.mark.parametrize(
    "fields",
    [
        {"method": "CONNECT"},
        {"method": "GET / HTTP/1.1\r\nX: y"},
        {"url": "http://[/"},
        {"url": f"http://{HOST}/" + "x" * 10_000},
        {"headers": {"Host": "x"}},
        {"headers": {"content-LENGTH": "1"}},
        {"headers": {"Transfer-Encoding": "chunked"}},
        {"headers": {"Connection": "x"}},
        {"headers": {"Proxy-Authorization": "x"}},
        {"headers": {"X": "y\r\nZ: 1"}},
        {"headers": {"X\n": "y"}},
        {"headers": {"": "y"}},
        {"headers": {"X": "y" * 9000}},
        {"headers": {f"X-{n}": "y" for n in range(33)}},
        {"body": bytes(BODY_MAX + 1)},
        {"timeout_seconds": 0},
        {"timeout_seconds": float("nan")},
    ],
    ids=lambda fields: str(fields)[:40],
)
async def test_a_request_that_is_none_is_refused_before_it_goes(
    site: Site, requests: WebRequests, fields: dict[str, object]
) -> None:
    known = {"method": "GET", "url": site.url("/"), **fields}
    with pytest.raises(WebRequestError, match="bad_request"):
        await requests.fetch(WebRequest(**known))
    assert not site.asked
