"""A button, to be placed on keyboards."""

from botloom_contracts.keyboards import ButtonKind
from msgspec import UNSET, Struct, UnsetType

from .fields import Stamped


class ButtonFields(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that the author of a button sets: the body that creates one."""

    label: str
    data: str | None = None
    kind: ButtonKind = "callback"
    url: str | None = None


class ButtonPatch(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The fields to change; what is left out stays."""

    label: str | UnsetType = UNSET
    data: str | UnsetType | None = UNSET
    kind: ButtonKind | UnsetType = UNSET
    url: str | UnsetType | None = UNSET


class ButtonView(Stamped, frozen=True, kw_only=True):
    label: str
    data: str | None
    kind: ButtonKind
    url: str | None
