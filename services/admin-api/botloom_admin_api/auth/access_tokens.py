"""Access tokens: short-lived JSON Web Tokens that name a session.

They say nothing else: the session is looked up with each request, and with it the present role.
https://www.rfc-editor.org/rfc/rfc7519, https://www.rfc-editor.org/rfc/rfc8725
"""

from datetime import datetime, timedelta

import jwt

LIFE = timedelta(minutes=15)

_ALGORITHM = "HS256"
_ISSUER = "botloom-admin-api"


class AccessTokens:
    def __init__(self, secret: str) -> None:
        self._secret = secret

    def issue(self, session_id: int, now: datetime) -> str:
        claims = {"iss": _ISSUER, "sub": str(session_id), "iat": now, "exp": now + LIFE}
        return jwt.encode(claims, self._secret, _ALGORITHM)

    def session_of(self, token: str) -> int | None:
        """None where the token is none of ours, or has expired."""
        try:
            claims = jwt.decode(
                token,
                self._secret,
                algorithms=[_ALGORITHM],  # pinned: the token's own header decides nothing
                issuer=_ISSUER,
                options={"require": ["exp", "iat", "sub"]},
            )
            return int(claims["sub"])
        except (jwt.InvalidTokenError, ValueError):
            return None
