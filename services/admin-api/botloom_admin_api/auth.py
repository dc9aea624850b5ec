"""Who may use the API, and under which name their changes stand in the log."""

import hmac
from typing import Any, Literal

from litestar import Request
from litestar.connection import ASGIConnection
from litestar.datastructures import State
from litestar.handlers import BaseRouteHandler
from litestar.types import Guard
from msgspec import Struct

from .errors import Unauthorized

Role = Literal["viewer", "editor", "owner"]
"""From the least to the most; each may do what those before it may."""

VIEWER: dict[str, Any] = {"role": "viewer"}
EDITOR: dict[str, Any] = {"role": "editor"}
OWNER: dict[str, Any] = {"role": "owner"}
"""The `opt` of a route: the least role that may use it. Every route under `/api/v1` has one."""


class Principal(Struct, frozen=True):
    """Who sends a request."""

    actor: str
    """As the log names them: `account:3`, `token:7`; `token:admin` is that of the environment."""
    role: Role


AuthRequest = Request[None, Principal, State]

ADMIN = Principal("token:admin", "owner")


def bearer_guard(token: str) -> Guard:
    """Lets in who brings `Authorization: Bearer <token>`; raises `Unauthorized` otherwise.

    Then `Request.auth` is the principal. https://www.rfc-editor.org/rfc/rfc6750#section-2.1
    """
    expected = token.encode()

    def guard(connection: ASGIConnection[Any, Any, Any, Any], _handler: BaseRouteHandler) -> None:
        scheme, _, given = connection.headers.get("Authorization", "").partition(" ")
        # Of the same cost whatever is given, so that answers tell nothing about the token.
        matches = hmac.compare_digest(given.strip().encode("latin-1"), expected)
        if not matches or scheme.lower() != "bearer":
            raise Unauthorized
        connection.scope["auth"] = ADMIN

    return guard
