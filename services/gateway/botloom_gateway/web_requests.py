"""The bot's own HTTP requests, of `request` steps: bounded in time and size, to the internet only.

Redirects are followed here and not by aiohttp, so that each place is checked like the first.
"""

import asyncio
import re
from collections.abc import Mapping
from typing import Literal

import aiohttp
import msgspec
import structlog
from aiohttp.abc import AbstractResolver
from botloom_contracts.errors import BotloomError
from botloom_runtime.outgoing.addresses import AllowedNetworks
from botloom_runtime.outgoing.client import is_refused, outgoing_session, refusal
from botloom_runtime.outgoing.connector import CONNECTIONS_MAX, Names
from yarl import URL

from .web_body import BODY_MAX, BadBodyError, BodyReader, TooLargeError

log = structlog.stdlib.get_logger()

SECONDS_MAX = 30.0
REDIRECTS_MAX = 5
URL_MAX = 8 * 1024
HEADERS_MAX = 32
HEADERS_MAX_BYTES = 8 * 1024

Reason = Literal[
    "bad_request",
    "bad_response",
    "refused_address",
    "timeout",
    "too_large",
    "too_many_redirects",
    "unreachable",
]

_METHODS = frozenset({"DELETE", "GET", "HEAD", "PATCH", "POST", "PUT"})
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[\t\x20-\x7e\x80-\U0010ffff]*")
_FORBIDDEN = frozenset(
    {
        "accept-encoding",
        "connection",
        "content-length",
        "expect",
        "host",
        "keep-alive",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    }
)
_OF_A_BODY = frozenset({"content-encoding", "content-language", "content-type"})
_FOR_ANYONE = _OF_A_BODY | {"accept", "accept-language", "user-agent"}
"""Any other header may be a secret between the bot and the place it was meant for."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_REDIRECTS_KEEPING_METHOD = frozenset({307, 308})


class WebRequest(msgspec.Struct, frozen=True):
    method: str
    url: str
    headers: Mapping[str, str] = {}
    body: bytes | None = None
    timeout_seconds: float = 10.0
    """For everything together, redirects too; at most `SECONDS_MAX`."""


class WebResponse(msgspec.Struct, frozen=True):
    status: int
    headers: Mapping[str, str]
    """Names in small letters; what stands in several headers of a name is joined by commas."""
    body: bytes
    """Unpacked, at most `BODY_MAX` bytes."""


class WebRequestError(BotloomError):
    """`reason` is stable; `str()` is for the log."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason: Reason = reason


class WebRequests:
    """One client for all requests of this process. Made in a running event loop."""

    def __init__(self, allowed: AllowedNetworks, names: AbstractResolver | None = None) -> None:
        self._allowed = allowed
        self._names = names or Names()
        self._free = asyncio.Semaphore(CONNECTIONS_MAX)
        # Of time the whole request has one bound, see `fetch`; `BodyReader` unpacks, and counts.
        self._session = outgoing_session(self._names, allowed)

    async def aclose(self) -> None:
        await self._session.close()
        await self._names.close()

    async def fetch(self, request: WebRequest) -> WebResponse:
        """Raises `WebRequestError`. A status of failure is a response like any other."""
        _check(request)
        try:
            async with asyncio.timeout(min(request.timeout_seconds, SECONDS_MAX)), self._free:
                return await self._follow(request)
        except WebRequestError:
            raise
        except TimeoutError:
            raise WebRequestError("timeout") from None
        except TooLargeError:
            raise WebRequestError("too_large", f"more than {BODY_MAX} bytes") from None
        except BadBodyError as error:
            raise WebRequestError("bad_response", str(error)) from None
        except (aiohttp.ClientConnectionError, OSError) as error:
            reason: Reason = "refused_address" if is_refused(error) else "unreachable"
            raise WebRequestError(reason, str(error)) from None
        except aiohttp.ClientError as error:
            raise WebRequestError("bad_response", repr(error)) from None
        except Exception as error:
            log.exception("web_request_failed")
            raise WebRequestError("bad_response", repr(error)) from None

    async def _follow(self, request: WebRequest) -> WebResponse:
        method, body = request.method, request.body
        headers = {name.lower(): value for name, value in request.headers.items()}
        url = _parsed(request.url)
        for _ in range(REDIRECTS_MAX + 1):
            if refused := refusal(url, self._allowed):
                raise WebRequestError("refused_address", refused.detail)
            response = await self._request(method, url, headers, body)
            location = response.headers.get("location")
            if response.status not in _REDIRECTS or location is None:
                return response
            if response.status not in _REDIRECTS_KEEPING_METHOD:
                method, body = ("HEAD" if method == "HEAD" else "GET"), None
                headers = {key: value for key, value in headers.items() if key not in _OF_A_BODY}
            try:
                following = url.join(URL(location))
            except ValueError as error:
                raise WebRequestError("bad_response", f"redirects to no URL: {error}") from None
            if _origin(following) != _origin(url):
                headers = {key: value for key, value in headers.items() if key in _FOR_ANYONE}
            url = following
        raise WebRequestError("too_many_redirects", f"more than {REDIRECTS_MAX}")

    async def _request(
        self, method: str, url: URL, headers: Mapping[str, str], body: bytes | None
    ) -> WebResponse:
        async with self._session.request(
            method,
            url,
            headers={"user-agent": "Botloom", **headers, "accept-encoding": "gzip, deflate"},
            data=body,
            allow_redirects=False,
        ) as response:
            found: dict[str, str] = {}
            for name, value in response.headers.items():
                key = name.lower()
                found[key] = f"{found[key]}, {value}" if key in found else value
            if response.status in _REDIRECTS and "location" in found:
                return WebResponse(response.status, found, b"")
            reader = BodyReader(found.get("content-encoding", ""))
            async for chunk in response.content.iter_any():
                reader.feed(chunk)
            return WebResponse(response.status, found, reader.end())


def _check(request: WebRequest) -> None:
    if request.method not in _METHODS:
        raise WebRequestError("bad_request", "the method is not known")
    if request.body is not None and len(request.body) > BODY_MAX:
        raise WebRequestError("bad_request", f"the body has more than {BODY_MAX} bytes")
    if not request.timeout_seconds > 0:
        raise WebRequestError("bad_request", "there is no time")
    headers = request.headers
    size = sum(len(name) + len(value) for name, value in headers.items())
    if len(headers) > HEADERS_MAX or size > HEADERS_MAX_BYTES:
        raise WebRequestError("bad_request", "the headers are too many or too long")
    for name, value in headers.items():
        if not _TOKEN.fullmatch(name) or not _VALUE.fullmatch(value):
            raise WebRequestError("bad_request", f"{name[:40]!r} is no header")
        if name.lower() in _FORBIDDEN or name.lower().startswith("proxy-"):
            raise WebRequestError("bad_request", f"the header {name!r} is set by the client itself")


def _parsed(url: str) -> URL:
    try:
        if len(url) > URL_MAX:
            raise ValueError(f"longer than {URL_MAX} characters")
        return URL(url)
    except ValueError as error:
        raise WebRequestError("bad_request", f"no URL: {error}") from None


def _origin(url: URL) -> tuple[str, str | None, int | None]:
    return url.scheme, url.raw_host, url.port
