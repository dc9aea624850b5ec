"""One attempt to deliver a message: an HTTP request, bounded in time, to a checked address."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Literal

import aiohttp
import msgspec
import structlog
from aiohttp.abc import AbstractResolver
from botloom_contracts.webhook_signature import (
    ID_HEADER,
    SIGNATURE_HEADER,
    TIMESTAMP_HEADER,
    sign,
)
from botloom_runtime.outgoing.addresses import AllowedNetworks
from botloom_runtime.outgoing.client import is_refused, outgoing_session, refusal
from botloom_runtime.outgoing.connector import Names, RefusedAddressError
from yarl import URL

from .retries import read_retry_after

ATTEMPT_SECONDS = 10.0
"""For everything: the name, the connection, the answer."""

READ_MAX = 4096
"""Bytes of an answer; nothing in it matters."""

SendError = Literal[
    "bad_response", "gone", "redirect", "refused_address", "status", "timeout", "tls", "unreachable"
]

log = structlog.stdlib.get_logger()


class Attempt(msgspec.Struct, frozen=True, kw_only=True):
    at: datetime
    status: int | None = None
    """That the receiver answered with; null where there is no answer."""
    error: SendError | None = None
    """Null: it was taken (2xx). `gone` is a 410, `redirect` a 3xx, `status` any other."""
    duration_ms: int


class Outcome(msgspec.Struct, frozen=True):
    attempt: Attempt
    retry_after: float | None = None
    """Seconds that the receiver asked to be left alone for."""


class Sender:
    """Sends while `running`."""

    def __init__(
        self,
        allowed: AllowedNetworks,
        names: AbstractResolver | None = None,
        seconds: float = ATTEMPT_SECONDS,
    ) -> None:
        self._allowed = allowed
        self._names = names
        self._seconds = seconds
        self._session: aiohttp.ClientSession | None = None

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        names = self._names or Names()
        try:
            async with outgoing_session(names, self._allowed) as self._session:
                yield
        finally:
            self._session = None
            await names.close()

    async def send(
        self, url: str, secrets: Sequence[str], delivery_id: str, body: bytes
    ) -> Outcome:
        """Never raises for what the receiver or the network does."""
        at, began = datetime.now(UTC), time.perf_counter()
        status, error, retry_after = None, None, None
        try:
            async with asyncio.timeout(self._seconds):
                status, asked = await self._post(
                    url, _headers(secrets, delivery_id, at, body), body
                )
            error = _failure(status)
            retry_after = read_retry_after(asked, at) if error else None
        except TimeoutError:
            error = "timeout"
        except aiohttp.ClientSSLError:
            error = "tls"
        except (aiohttp.ClientConnectionError, OSError) as problem:
            error = "refused_address" if is_refused(problem) else "unreachable"
        except aiohttp.ClientError:
            error = "bad_response"
        except Exception:  # a queue that stops at one receiver is worse
            log.exception("webhook_attempt_failed")
            error = "unreachable"
        duration = round((time.perf_counter() - began) * 1000)
        return Outcome(
            Attempt(at=at, status=status, error=error, duration_ms=duration), retry_after
        )

    async def _post(self, url: str, headers: dict[str, str], body: bytes) -> tuple[int, str | None]:
        if self._session is None:
            raise RuntimeError("the sender is not running")
        place = URL(url)
        if refused := refusal(place, self._allowed):
            raise RefusedAddressError(refused.detail)
        async with self._session.post(
            place, headers=headers, data=body, allow_redirects=False
        ) as response:
            await response.content.read(READ_MAX)
            return response.status, response.headers.get("Retry-After")


def _headers(secrets: Sequence[str], delivery_id: str, at: datetime, body: bytes) -> dict[str, str]:
    timestamp = int(at.timestamp())
    return {
        "Accept-Encoding": "identity",
        "Content-Type": "application/json",
        "User-Agent": "Botloom",
        ID_HEADER: delivery_id,
        TIMESTAMP_HEADER: str(timestamp),
        SIGNATURE_HEADER: " ".join(sign(one, delivery_id, timestamp, body) for one in secrets),
    }


def _failure(status: int) -> SendError | None:
    if status == HTTPStatus.GONE:
        return "gone"
    match status // 100:
        case 2:
            return None
        case 3:
            return "redirect"
    return "status"
