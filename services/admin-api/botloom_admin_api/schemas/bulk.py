"""Many changes of one kind of object at once: all of them, or none."""

from typing import Annotated, Generic, TypeVar

from msgspec import Meta, Struct

from .fields import Id

FieldsT = TypeVar("FieldsT")
ChangeT = TypeVar("ChangeT")
ViewT = TypeVar("ViewT")

OPERATIONS_MAX = 500

Version = Annotated[int, Meta(ge=1, le=2**31 - 1)]
_Many = Meta(max_length=OPERATIONS_MAX)


class Target(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An object that there is. With `version`, it must be at that version."""

    id: Id
    version: Version | None = None


class Bulk(
    Struct, Generic[FieldsT, ChangeT], frozen=True, kw_only=True, forbid_unknown_fields=True
):
    """They are carried out in the order of the fields; the rules must hold in the end only."""

    create: Annotated[list[FieldsT], _Many] = []
    update: Annotated[list[ChangeT], _Many] = []
    """Each is a target, with the fields to change."""
    delete: Annotated[list[Target], _Many] = []


class BulkResult(Struct, Generic[ViewT], frozen=True, kw_only=True):
    created: list[ViewT]
    """In the order of the request, as is `updated`."""
    updated: list[ViewT]
    deleted: list[int]
    seq: int
    """Of the last event; a gateway that runs it, or a later one, shows all changes."""
