"""Redirects are followed, and each place is checked like the first."""

import pytest
from botloom_gateway.web_requests import REDIRECTS_MAX, WebRequests, WebResponse
from support.names import ScriptedNames

from .web_sites import PRIVATE, PUBLIC, Make, Site, fetch, redirect


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
