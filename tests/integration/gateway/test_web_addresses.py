"""Addresses inside are protected, however they are written and whatever names say."""

import pytest
from aiohttp import web
from botloom_gateway.web_requests import WebRequests, WebResponse
from botloom_runtime.outgoing.addresses import parse_allowed_networks
from botloom_runtime.outgoing.connector import Names
from support.names import ScriptedNames

from .web_sites import HOST, PRIVATE, PUBLIC, Make, Site, fetch


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
