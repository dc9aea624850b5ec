"""The cookie of a session, and what proves that a request with it comes from our own pages.

Browsers send cookies by themselves, so a request that changes something needs a header as well. Its
value follows from the cookie's and is told at the log-in: another site can't read it.
"""

from base64 import urlsafe_b64encode
from hashlib import sha256
from typing import Any

from litestar.connection import ASGIConnection
from litestar.datastructures import Cookie

from ..accounts.sessions import LONGEST

CSRF_HEADER = "X-CSRF-Token"

COOKIE = "botloom_session"
SECURE_COOKIE = f"__Host-{COOKIE}"
"""Browsers take it only with `Secure`, of this host alone, so no neighbour can plant one:
https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie#cookie_prefixes"""


class SessionCookie:
    def __init__(self, always_secure: bool) -> None:
        self._always_secure = always_secure

    def secret(self, connection: ASGIConnection[Any, Any, Any, Any]) -> str | None:
        return connection.cookies.get(self._name(connection)) or None

    def holding(self, secret: str, connection: ASGIConnection[Any, Any, Any, Any]) -> Cookie:
        return self._cookie(secret, int(LONGEST.total_seconds()), connection)

    def forgotten(self, connection: ASGIConnection[Any, Any, Any, Any]) -> Cookie:
        return self._cookie("", 0, connection)

    def _cookie(
        self, value: str, max_age: int, connection: ASGIConnection[Any, Any, Any, Any]
    ) -> Cookie:
        return Cookie(
            self._name(connection),
            value=value,
            max_age=max_age,
            secure=self._is_secure(connection),
            httponly=True,
            samesite="strict",
        )

    def _name(self, connection: ASGIConnection[Any, Any, Any, Any]) -> str:
        return SECURE_COOKIE if self._is_secure(connection) else COOKIE

    def _is_secure(self, connection: ASGIConnection[Any, Any, Any, Any]) -> bool:
        return self._always_secure or connection.scope["scheme"] == "https"


def csrf_token(secret: str) -> str:
    """Of the session with this cookie; does not tell the cookie."""
    return urlsafe_b64encode(sha256(f"csrf:{secret}".encode()).digest()).decode().rstrip("=")
