"""What goes out and what comes back, over real connections."""

import asyncio

import pytest
from aiohttp import web
from botloom_gateway.web_body import BODY_MAX
from botloom_gateway.web_requests import WebRequest, WebRequestError, WebRequests
from botloom_local.servers import free_port
from botloom_runtime.outgoing.connector import Names

from .web_sites import HOST, PUBLIC, Make, Site, fetch


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


async def test_cookies_are_not_kept(site: Site, requests: WebRequests) -> None:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(headers={"Set-Cookie": "a=b"})

    site.routes["/x"] = answer
    for _ in range(2):
        await fetch(requests, site.url("/x"))
    assert all("cookie" not in headers for headers in site.headers)


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
