"""A person who may use the API."""

from msgspec import UNSET, UnsetType

from ..auth.principal import Role
from .confidential import Confidential
from .fields import Stamped


class AccountFields(Confidential, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The body that creates an account."""

    email: str
    name: str
    role: Role
    password: str


class AccountPatch(Confidential, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The fields to change; what is left out stays."""

    name: str | UnsetType = UNSET
    role: Role | UnsetType = UNSET
    disabled: bool | UnsetType = UNSET
    password: str | UnsetType = UNSET


class AccountView(Stamped, frozen=True, kw_only=True):
    email: str
    name: str
    role: Role
    disabled: bool
