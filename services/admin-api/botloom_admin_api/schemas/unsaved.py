"""The configuration as it stands in forms that are not saved."""

from typing import Annotated, cast

from botloom_contracts.events import Entity
from msgspec import Meta, Struct

from .buttons import ButtonFields
from .callbacks import CallbackFields
from .fields import Id
from .handlers import HandlerFields
from .keyboards import KeyboardFields

UNSAVED_MAX = 200
"""Objects that one question changes."""

FIRST_UNSAVED_ID = 9_000_000_000_000_000
"""The new object at `changes[n]` has this id plus n. Rows do not come to such ids, and numbers of
JavaScript hold them exactly."""


class _Unsaved(Struct, frozen=True, kw_only=True, tag_field="entity", forbid_unknown_fields=True):
    """What an object is to be; `fields` are as in the body that creates one."""

    id: Id | None = None
    """Null of a new one."""
    deleted: bool = False
    """Given instead of `fields`."""

    @property
    def entity(self) -> Entity:
        return cast(Entity, self.__struct_config__.tag)


class UnsavedHandler(_Unsaved, frozen=True, kw_only=True, tag="handler"):
    fields: HandlerFields | None = None


class UnsavedCallback(_Unsaved, frozen=True, kw_only=True, tag="callback"):
    fields: CallbackFields | None = None


class UnsavedButton(_Unsaved, frozen=True, kw_only=True, tag="button"):
    fields: ButtonFields | None = None


class UnsavedKeyboard(_Unsaved, frozen=True, kw_only=True, tag="keyboard"):
    fields: KeyboardFields | None = None


UnsavedObject = UnsavedHandler | UnsavedCallback | UnsavedButton | UnsavedKeyboard
UnsavedChanges = Annotated[list[UnsavedObject], Meta(max_length=UNSAVED_MAX)]
