"""A person who may use the API."""

from typing import Annotated

from msgspec import UNSET, Meta, UnsetType

from ..accounts.rules import EMAIL_MAX, NAME_MAX, PASSWORD_MAX, PASSWORD_MIN
from ..auth.principal import Role
from .confidential import Confidential
from .fields import Stamped

# These tell the rules of `accounts.rules`, which refuses in words for people.
_Email = Annotated[
    str, Meta(extra_json_schema={"extra": {"format": "email", "max_length": EMAIL_MAX}})
]
PersonName = Annotated[
    str, Meta(extra_json_schema={"extra": {"min_length": 1, "max_length": NAME_MAX}})
]
NewPassword = Annotated[
    str,
    Meta(extra_json_schema={"extra": {"min_length": PASSWORD_MIN, "max_length": PASSWORD_MAX}}),
]


class AccountFields(Confidential, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The body that creates an account."""

    email: _Email
    name: PersonName
    role: Role
    password: NewPassword


class AccountPatch(Confidential, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The fields to change; what is left out stays."""

    name: PersonName | UnsetType = UNSET
    role: Role | UnsetType = UNSET
    disabled: bool | UnsetType = UNSET
    password: NewPassword | UnsetType = UNSET


class AccountView(Stamped, frozen=True, kw_only=True):
    email: str
    name: str
    role: Role
    disabled: bool
