"""An API token, which lets a program in."""

from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

from ..auth.principal import Role
from .accounts import PersonName

DAYS_MAX = 3650


class ApiTokenFields(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: PersonName
    role: Role
    expires_in_days: Annotated[int, Meta(ge=1, le=DAYS_MAX)] | None = None
    """Null: it does not expire."""


class ApiTokenView(Struct, frozen=True, kw_only=True):
    id: int
    name: str
    role: Role
    last_four: str
    """The end of the token."""
    created_by: str
    created_by_name: str
    """What the account or the token is called."""
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None
    """To the minute."""


class CreatedApiToken(ApiTokenView, frozen=True, kw_only=True):
    token: str
    """Shown this once, and kept nowhere."""

    def __repr__(self) -> str:
        return f"CreatedApiToken(id={self.id})"
