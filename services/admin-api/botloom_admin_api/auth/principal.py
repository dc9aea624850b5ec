from typing import Any, Literal, get_args

from litestar import Request
from litestar.datastructures import State
from msgspec import Struct

from ..errors import Forbidden

Role = Literal["viewer", "editor", "owner"]
"""From the least to the most; each may do what those before it may."""

ROLES: tuple[Role, ...] = get_args(Role)

ANYONE: dict[str, Any] = {"role": "anyone"}
"""The `opt` of a route that needs no principal, such as the log-in itself."""

VIEWER: dict[str, Any] = {"role": "viewer"}
EDITOR: dict[str, Any] = {"role": "editor"}
OWNER: dict[str, Any] = {"role": "owner"}
"""The `opt` of a route: the least role that may use it. Every route under `/api/v1` has one."""


class Principal(Struct, frozen=True):
    """Who sends a request."""

    actor: str
    """As the log names them: `account:3`, `token:7`; `token:admin` is that of the environment."""
    role: Role
    name: str
    """For people."""
    account_id: int | None = None
    session_id: int | None = None
    csrf_token: str | None = None
    """Of a session by cookie."""

    def own(self) -> tuple[int, int]:
        """The account and the session. Raises `Forbidden` for an API token, which has neither."""
        if self.account_id is None or self.session_id is None:
            raise Forbidden("This is for accounts that have logged in; an API token has none.")
        return self.account_id, self.session_id


AuthRequest = Request[None, Principal, State]
