"""How many requests a principal may send, over all replicas: a bucket of each in Redis.

The generic cell rate algorithm by Redis' clock: one time, at which all requests so far would have
come at an even pace. https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm
"""

import asyncio
import time
from math import ceil
from typing import Any, NamedTuple

import structlog
from botloom_contracts.cache import rate_limit_key
from botloom_runtime.redis_client import OUTAGES
from litestar.connection import ASGIConnection
from litestar.datastructures import MutableScopeHeaders
from litestar.handlers import BaseRouteHandler
from litestar.types import Guard, Message, Scope
from litestar.utils import ensure_async_callable
from redis.asyncio import Redis

from .errors import Forbidden, TooManyRequests, Unauthorized

WINDOW_SECONDS = 10
"""What one may send in so long, one may send at once."""

ANSWER_SECONDS = 0.25
"""A Redis that needs longer is away."""

PAUSE_SECONDS = 1.0
"""After that Redis is not asked for so long: an outage costs no request more than it must."""

# Times are microseconds. KEYS: the bucket. ARGV: the interval between requests, and the burst.
_SCRIPT = """
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local interval, burst = tonumber(ARGV[1]), tonumber(ARGV[2])
local at = math.max(tonumber(redis.call('GET', KEYS[1])) or 0, now)
local wait = at - now - (burst - 1) * interval
if wait <= 0 then
    at = at + interval
    redis.call('SET', KEYS[1], string.format('%.0f', at), 'PX', math.ceil((at - now) / 1000))
end
return {math.max(0, math.ceil(wait)), at - now}
"""

log = structlog.stdlib.get_logger()


class Policy(NamedTuple):
    per_second: float

    @property
    def burst(self) -> int:
        return max(1, int(self.per_second * WINDOW_SECONDS))

    @property
    def interval(self) -> float:
        """Seconds."""
        return 1 / self.per_second


class Standing(NamedTuple):
    """After a request: all in seconds."""

    wait: float
    """0 if the request was let in."""
    ahead: float
    """How long until nothing of the burst is used."""


class RateLimiter:
    def __init__(self, redis: Redis, policy: Policy) -> None:
        self.policy = policy
        self._script = redis.register_script(_SCRIPT)
        self._arguments = [ceil(policy.interval * 1e6), policy.burst]
        self._away_until = 0.0

    async def take(self, who: str) -> Standing | None:
        """Count a request. None while Redis is away: then all are let in, for an outage is when the
        API is needed most."""
        if time.monotonic() < self._away_until:
            return None
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                wait, ahead = await self._script(keys=[rate_limit_key(who)], args=self._arguments)
        except OUTAGES as error:
            if not self._away_until:
                log.warning("rate_limits_off", error=repr(error))
            self._away_until = time.monotonic() + PAUSE_SECONDS
            return None
        if self._away_until:
            self._away_until = 0.0
            log.info("rate_limits_on")
        return Standing(wait / 1e6, ahead / 1e6)


def limited(authenticate: Guard, limiter: RateLimiter | None) -> Guard:
    """`authenticate`, and then the limit: of the principal, or of the address that none comes from.

    Raises what `authenticate` raises, and `TooManyRequests`.
    """
    authenticated = ensure_async_callable(authenticate)

    async def guard(
        connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler
    ) -> None:
        try:
            await authenticated(connection, handler)
        except (Unauthorized, Forbidden):
            await _let_in(limiter, connection)
            raise
        await _let_in(limiter, connection)

    return guard


async def add_headers(message: Message, scope: Scope) -> None:
    """The hook `before_send`: what is left, as the draft has it.

    https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
    """
    limits = scope["state"].get(_STATE)
    if limits is None or message["type"] != "http.response.start":
        return
    headers = MutableScopeHeaders.from_message(message)
    for name, value in fields(*limits).items():
        headers[name] = value


def fields(policy: Policy, standing: Standing) -> dict[str, str]:
    left = max(0, int(policy.burst - standing.ahead * policy.per_second))
    return {
        "RateLimit-Policy": f'"default";q={policy.burst};w={WINDOW_SECONDS}',
        "RateLimit": f'"default";r={left};t={ceil(standing.ahead)}',
    }


_STATE = "rate_limit"


async def _let_in(
    limiter: RateLimiter | None, connection: ASGIConnection[Any, Any, Any, Any]
) -> None:
    standing = None if limiter is None else await limiter.take(_who(connection))
    if limiter is None or standing is None:
        return
    connection.scope["state"][_STATE] = (limiter.policy, standing)
    if standing.wait:
        seconds = ceil(standing.wait)
        detail = f"Too many requests; there is room for the next one in {seconds} s."
        raise TooManyRequests(detail, seconds)


def _who(connection: ASGIConnection[Any, Any, Any, Any]) -> str:
    principal = connection.scope.get("auth")
    if principal is not None:
        return str(principal.actor)
    client = connection.client
    return f"address:{client.host if client else ''}"
