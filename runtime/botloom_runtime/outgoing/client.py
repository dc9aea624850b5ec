"""A session for requests to places that others name.

Before each request, and before each redirect that is followed, ask `refusal`: a host that is an
address itself never comes to the resolver, which checks what names stand for.
"""

from typing import Literal, NamedTuple

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from .addresses import AllowedNetworks
from .connector import RefusedAddressError, checked_connector


class Refusal(NamedTuple):
    rule: Literal["scheme", "credentials", "address"]
    detail: str


def outgoing_session(names: AbstractResolver, allowed: AllowedNetworks) -> aiohttp.ClientSession:
    """Without cookies, proxies, bounds of time, and unpacking. Made in a running event loop.

    `names` outlives it, and is closed by whoever made it.
    """
    return aiohttp.ClientSession(
        connector=checked_connector(names, allowed),
        cookie_jar=aiohttp.DummyCookieJar(),
        timeout=aiohttp.ClientTimeout(total=None),
        auto_decompress=False,
        trust_env=False,
    )


def refusal(url: URL, allowed: AllowedNetworks) -> Refusal | None:
    """Why no request may go there, as far as the URL itself tells; None where one may."""
    if url.scheme not in ("http", "https") or not url.raw_host:
        return Refusal("scheme", "is neither http:// nor https://")
    if url.raw_user is not None or url.raw_password is not None:
        return Refusal("credentials", "has a name or a password in it")
    if not allowed.allow_host(url.raw_host):
        return Refusal("address", f"{url.raw_host} is not to be reached from here")
    return None


def is_refused(error: BaseException) -> bool:
    """Whether a request failed because its host stands for no allowed address."""
    return any(isinstance(one, RefusedAddressError) for one in (error, error.__cause__))
