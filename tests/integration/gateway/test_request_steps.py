"""The step `request` in a running gateway, where names stand for one address after another."""

import pytest
from aiohttp import web
from botloom_constructor.steps import Reply, Request, Set
from botloom_gateway import app
from botloom_gateway.settings import Settings
from botloom_gateway.web_requests import WebRequests
from redis.asyncio import Redis
from support.cache import fill, handler
from support.names import ScriptedNames
from support.person import Person

from .conftest import gateway
from .web_sites import HOST, PRIVATE, PUBLIC, Site


async def test_a_name_that_is_bound_to_a_protected_address_is_refused_and_the_bot_goes_on(
    webhook: Settings,
    redis: Redis,
    anna: Person,
    site: Site,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def answer(_: web.Request) -> web.Response:
        response = web.Response(text="found")
        response.force_close()  # so that the next request asks for the name's address again
        return response

    site.routes["/"] = answer
    names = ScriptedNames([PUBLIC], [PRIVATE])
    monkeypatch.setattr(app, "WebRequests", lambda allowed: WebRequests(allowed, names))
    failed = (Set("failed", add=1),)
    steps = (Request(site.url("/"), save={"found": ""}, on_error=failed), Reply())
    message = "{var.found|nothing}, failed: {var.failed|0}"
    await fill(redis, 1, handler("ask", action=steps, message=message))
    allowing = webhook.model_copy(update={"request_allowed_networks": PUBLIC})
    async with gateway(allowing):
        await anna.says("ask")
        await anna.sees("found, failed: 0")
        await anna.says("ask")
        await anna.sees("found, failed: 1")
    assert names.asked == [HOST, HOST]
    assert [address for address, _ in site.asked] == [PUBLIC]
