"""A keyboard: rows of buttons."""

from typing import Annotated

from botloom_contracts.keyboard_rules import PAGED_BUTTONS_MAX
from botloom_contracts.keyboards import KeyboardKind, KeyboardOptions
from botloom_contracts.telegram import REPLY_BUTTONS_MAX
from msgspec import UNSET, Meta, Struct, UnsetType

from .fields import Id, Stamped

Name = Annotated[str, Meta(min_length=1, max_length=128)]
Row = Annotated[list[Id], Meta(max_length=REPLY_BUTTONS_MAX)]
Layout = Annotated[list[Row], Meta(max_length=PAGED_BUTTONS_MAX)]
"""Rows of button ids; how many go on a keyboard and in a row depends on its kind."""


class KeyboardFields(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that the author of a keyboard sets: the body that creates one."""

    name: Name
    layout: Layout = []
    kind: KeyboardKind = "inline"
    options: KeyboardOptions = KeyboardOptions()


class KeyboardPatch(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The fields to change; what is left out stays. `options` are replaced as a whole."""

    name: Name | UnsetType = UNSET
    layout: Layout | UnsetType = UNSET
    kind: KeyboardKind | UnsetType = UNSET
    options: KeyboardOptions | UnsetType = UNSET


class KeyboardView(Stamped, frozen=True, kw_only=True):
    name: str
    layout: list[list[int]]
    kind: KeyboardKind
    options: KeyboardOptions
