"""`POST /webhooks/config-changed`: who changes the configuration asks that it be live at once.

A gateway never writes the configuration's keys: it asks `config` to bring the cache up to date, and
waits until it runs the change itself. Signed as Standard Webhooks has it, with a secret of its own.
"""

import time
from contextlib import suppress
from datetime import UTC, datetime
from typing import Annotated, NamedTuple

import msgspec
import structlog
from aiohttp import web
from botloom_contracts.cache import delivered_key
from botloom_contracts.codec import DATA_FIELD, encode_event
from botloom_contracts.events import CacheUpdateRequested
from botloom_contracts.streams import CONFIG_CHANGES
from botloom_contracts.webhook_signature import TOLERANCE_SECONDS, InvalidSignature, verify
from botloom_runtime.redis_client import OUTAGES
from redis.asyncio import Redis

from .metrics import CONFIG_WEBHOOKS
from .snapshot_feed import SnapshotFeed
from .webhook import RefusedError

PATH = "/webhooks/config-changed"

BODY_MAX = 64 * 1024

WAIT_SECONDS = 5.0
"""For the change to be live here; senders give up after some seconds."""

REMEMBERED_SECONDS = 2 * TOLERANCE_SECONDS
"""A copy of a delivery is not older, nor can its time be further ahead."""

log = structlog.stdlib.get_logger()


class _Body(msgspec.Struct):
    seq: Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]


_decoder = msgspec.json.Decoder(_Body)


class ConfigWebhook:
    def __init__(self, secret: str, redis: Redis, feed: SnapshotFeed) -> None:
        self._secret = secret
        self._redis = redis
        self._feed = feed

    async def handle(self, request: web.Request) -> web.Response:
        """200 when this gateway runs the change, 202 when it does not yet; else a problem."""
        try:
            live = await self._make_live(await self._accepted(request))
        except RefusedError as error:
            CONFIG_WEBHOOKS.labels(error.code).inc()
            log.warning("config_webhook_refused", code=error.code, detail=error.detail)
            return error.response()
        CONFIG_WEBHOOKS.labels("live" if live else "not_yet").inc()
        return web.json_response({"seq": self._feed.snapshot.seq}, status=200 if live else 202)

    async def _make_live(self, accepted: "_Accepted") -> bool:
        seq, key = accepted
        if self._feed.snapshot.seq >= seq:
            return True
        request = CacheUpdateRequested(at=datetime.now(UTC), seq=seq)
        try:
            await self._redis.xadd(CONFIG_CHANGES.name, {DATA_FIELD: encode_event(request)})
        except OUTAGES as error:
            with suppress(*OUTAGES):
                # It will be sent again, and is then to be taken.
                await self._redis.delete(key)
            raise _unavailable(error) from None
        return await self._feed.until_seq(seq, WAIT_SECONDS)

    async def _accepted(self, request: web.Request) -> "_Accepted":
        """A delivery that was not taken before. Raises `RefusedError`."""
        body = await _read(request)
        try:
            delivery = verify(self._secret, request.headers, body, time.time())
        except InvalidSignature as error:
            detail = "the signature is missing, wrong or too old"
            raise RefusedError(401, error.reason, detail) from None
        try:
            seq = _decoder.decode(body).seq
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise RefusedError(400, "body", f"the body has no seq: {error}") from None
        key = delivered_key(delivery)
        try:
            is_new = await self._redis.set(key, b"1", nx=True, ex=REMEMBERED_SECONDS)
        except OUTAGES as error:
            raise _unavailable(error) from None
        if not is_new:
            raise RefusedError(409, "repeated", f"the delivery {delivery} was taken before")
        return _Accepted(seq, key)


class _Accepted(NamedTuple):
    seq: int
    key: str
    """Under which it is remembered."""


def _unavailable(error: BaseException) -> RefusedError:
    return RefusedError(503, "unavailable", f"Redis does not answer: {error}")


async def _read(request: web.Request) -> bytes:
    with suppress(web.HTTPRequestEntityTooLarge):
        body = await request.read()
        if len(body) <= BODY_MAX:
            return body
    raise RefusedError(413, "body_size", f"more than {BODY_MAX} bytes")
