"""Log-in, and what belongs to whoever is logged in."""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

from ..accounts.rules import EMAIL_MAX, PASSWORD_MAX
from ..auth.principal import Role
from .accounts import AccountView, NewPassword
from .confidential import Confidential

Password = Annotated[str, Meta(max_length=PASSWORD_MAX)]

REFRESH_TOKEN_MAX = 200


class Credentials(Confidential, frozen=True, kw_only=True, forbid_unknown_fields=True):
    email: Annotated[str, Meta(max_length=EMAIL_MAX)]
    password: Password


class LoggedIn(Confidential, frozen=True, kw_only=True):
    account: AccountView
    csrf_token: str
    """For the header `X-CSRF-Token`, which all but GET need with the cookie."""


class Tokens(Confidential, frozen=True, kw_only=True):
    """As in https://www.rfc-editor.org/rfc/rfc6749#section-5.1"""

    access_token: str
    token_type: Literal["Bearer"] = "Bearer"  # noqa: S105 - the type, no token
    expires_in: int
    """Seconds."""
    refresh_token: str
    """Good for one exchange."""


class RefreshRequest(Confidential, frozen=True, kw_only=True, forbid_unknown_fields=True):
    refresh_token: Annotated[str, Meta(max_length=REFRESH_TOKEN_MAX)]


class PasswordChange(Confidential, frozen=True, kw_only=True, forbid_unknown_fields=True):
    current_password: Password
    new_password: NewPassword


class Me(Confidential, frozen=True, kw_only=True):
    """Whoever sends the request."""

    actor: str
    """The name under which their changes stand in the log: `account:3`, `token:7`."""
    role: Role
    name: str
    account_id: int | None
    """Null for an API token."""
    session_id: int | None
    csrf_token: str | None
    """Of a session by cookie."""


class SessionView(Struct, frozen=True, kw_only=True):
    """What a log-in began."""

    id: int
    kind: Literal["cookie", "token"]
    current: bool
    """The one that this request uses."""
    created_at: datetime
    last_used_at: datetime
    """To the minute."""
    expires_at: datetime
    user_agent: str
    address: str


class Sessions(Struct, frozen=True):
    items: list[SessionView]
