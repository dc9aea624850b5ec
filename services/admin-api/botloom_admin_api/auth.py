"""Who may use the API, and under which name their changes stand in the log."""

import hmac
from typing import Any

from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler
from litestar.types import Guard

from .errors import Unauthorized

ADMIN_ACTOR = "token:admin"


def bearer_guard(token: str) -> Guard:
    """Lets in who brings `Authorization: Bearer <token>`; raises `Unauthorized` otherwise.

    Then `Request.auth` is the actor. https://www.rfc-editor.org/rfc/rfc6750#section-2.1
    """
    expected = token.encode()

    def guard(connection: ASGIConnection[Any, Any, Any, Any], _handler: BaseRouteHandler) -> None:
        scheme, _, given = connection.headers.get("Authorization", "").partition(" ")
        # Of the same cost whatever is given, so that answers tell nothing about the token.
        matches = hmac.compare_digest(given.strip().encode("latin-1"), expected)
        if not matches or scheme.lower() != "bearer":
            raise Unauthorized
        connection.scope["auth"] = ADMIN_ACTOR

    return guard
