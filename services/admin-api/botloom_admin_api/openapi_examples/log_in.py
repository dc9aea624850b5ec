"""Log-in, and what belongs to whoever is logged in."""

from .accounts import PASSWORD, account
from .example import AT, LATER, OperationExample

_CREDENTIALS = {"email": "anna@example.com", "password": PASSWORD}
_TOKENS = {
    "access_token": "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIyIn0.c2lnbmF0dXJl",
    "token_type": "Bearer",
    "expires_in": 900,
    "refresh_token": "kPpYV0uCq3mXl4o8rjC0y1mYw2c.Zk0dX8uQm1rLw7n5t9vB2pQh3s",
}

EXAMPLES: dict[str, OperationExample] = {
    "logIn": OperationExample(
        _CREDENTIALS,
        {
            "account": account("Anna", version=2),
            "csrf_token": "r4uRz6k1mX0b3vJ8Qf5tYw2n7sLp9dGhKcVxTzEoAiM",
        },
    ),
    "getTokens": OperationExample(_CREDENTIALS, _TOKENS),
    "refreshTokens": OperationExample({"refresh_token": _TOKENS["refresh_token"]}, _TOKENS),
    "getMe": OperationExample(
        None,
        {
            "actor": "account:1",
            "role": "editor",
            "name": "Anna",
            "account_id": 1,
            "session_id": 2,
            "csrf_token": None,
        },
    ),
    "listSessions": OperationExample(
        None,
        {
            "items": [
                {
                    "id": 2,
                    "kind": "token",
                    "current": True,
                    "created_at": AT,
                    "last_used_at": LATER,
                    "expires_at": "2026-11-29T10:05:00.123456Z",
                    "user_agent": "curl/8.5.0",
                    "address": "203.0.113.7",
                },
                {
                    "id": 1,
                    "kind": "cookie",
                    "current": False,
                    "created_at": AT,
                    "last_used_at": AT,
                    "expires_at": "2026-11-29T10:00:00.123456Z",
                    "user_agent": "Mozilla/5.0 (X11; Linux x86_64)",
                    "address": "203.0.113.7",
                },
            ]
        },
    ),
    "changePassword": OperationExample(
        {"current_password": PASSWORD, "new_password": "staple the battery to a horse"}
    ),
}
