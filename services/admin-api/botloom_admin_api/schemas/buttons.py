"""A button, to be placed on keyboards."""

from botloom_contracts.keyboards import ButtonEntry, ButtonKind, ButtonStyle
from msgspec import UNSET, Struct, UnsetType

from .fields import Stamped


class ButtonFields(
    ButtonEntry, frozen=True, kw_only=True, omit_defaults=False, forbid_unknown_fields=True
):
    """All that the author of a button sets: the body that creates one."""


class ButtonPatch(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The fields to change; what is left out stays."""

    label: str | UnsetType = UNSET
    data: str | UnsetType | None = UNSET
    kind: ButtonKind | UnsetType = UNSET
    url: str | UnsetType | None = UNSET
    style: ButtonStyle | UnsetType | None = UNSET
    icon: str | UnsetType | None = UNSET


class ButtonView(Stamped, frozen=True, kw_only=True):
    label: str
    data: str | None
    kind: ButtonKind
    url: str | None
    style: ButtonStyle | None
    icon: str | None
