"""Finds out who sends a request: by an API token, an access token, or the cookie of a session."""

import hmac
from datetime import UTC, datetime
from typing import Any, cast

from litestar.connection import ASGIConnection
from litestar.types import HTTPScope
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..accounts.api_tokens import API_TOKEN_PREFIX, use_api_token
from ..accounts.sessions import use_cookie_session, use_token_session
from ..errors import Forbidden, Unauthorized
from .access_tokens import AccessTokens
from .cookies import CSRF_HEADER, SessionCookie, csrf_token
from .principal import Principal

ADMIN = Principal("token:admin", "owner", "BOTLOOM_ADMIN_TOKEN")

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
"""Which change nothing: https://www.rfc-editor.org/rfc/rfc9110#name-safe-methods"""

_Connection = ASGIConnection[Any, Any, Any, Any]


class Authentication:
    """Roles come from the present rows, so a change of them takes effect with the next request."""

    def __init__(
        self,
        sessions: async_sessionmaker[AsyncSession],
        admin_token: str | None,
        access_tokens: AccessTokens | None,
        cookie: SessionCookie,
    ) -> None:
        self._sessions = sessions
        self._admin_token = None if admin_token is None else admin_token.encode()
        self._access_tokens = access_tokens
        self._cookie = cookie

    async def principal(self, connection: _Connection) -> Principal:
        """Raises `Unauthorized`, and `Forbidden` where another site may have sent the request.

        A header `Authorization` comes before the cookie: https://www.rfc-editor.org/rfc/rfc6750
        """
        header = connection.headers.get("Authorization")
        if header is None:
            found = await self._of_cookie(connection)
        else:
            scheme, _, token = header.partition(" ")
            found = await self._of_token(token.strip()) if scheme.lower() == "bearer" else None
        if found is None:
            raise Unauthorized
        return found

    async def _of_token(self, token: str) -> Principal | None:
        # Of the same cost whatever is given, so that answers tell nothing about the token.
        if self._admin_token is not None and hmac.compare_digest(
            token.encode("latin-1"), self._admin_token
        ):
            return ADMIN
        if token.startswith(API_TOKEN_PREFIX):
            async with self._sessions.begin() as database:
                row = await use_api_token(database, token, datetime.now(UTC))
            return None if row is None else Principal(f"token:{row.id}", row.role, row.name)
        if self._access_tokens is None:
            return None
        session_id = self._access_tokens.session_of(token)
        if session_id is None:
            return None
        async with self._sessions.begin() as database:
            used = await use_token_session(database, session_id, datetime.now(UTC))
        if used is None:
            return None
        return Principal(used.actor, used.role, used.name, used.account_id, used.session_id)

    async def _of_cookie(self, connection: _Connection) -> Principal | None:
        secret = self._cookie.secret(connection)
        if secret is None:
            return None
        async with self._sessions.begin() as database:
            used = await use_cookie_session(database, secret, datetime.now(UTC))
        if used is None:
            return None
        expected = csrf_token(secret)
        given = connection.headers.get(CSRF_HEADER, "").encode("latin-1")
        method = cast(HTTPScope, connection.scope)["method"]
        if method not in SAFE_METHODS and not hmac.compare_digest(given, expected.encode()):
            detail = f"With a cookie, this needs the header {CSRF_HEADER} that the log-in answered."
            raise Forbidden(detail)
        return Principal(
            used.actor, used.role, used.name, used.account_id, used.session_id, expected
        )
