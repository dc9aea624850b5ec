"""What a resource is: three shapes, its rules, and who uses it. The rest is the same for all."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

import msgspec
from botloom_constructor.actions import encode_action
from botloom_contracts.errors import FieldProblem
from botloom_contracts.events import Entity

from ..errors import Conflict
from ..repository import Repository, Row
from ..schemas.problems import Reference

FieldsT = TypeVar("FieldsT", bound=msgspec.Struct)
PatchT = TypeVar("PatchT", bound=msgspec.Struct)
ViewT = TypeVar("ViewT", bound=msgspec.Struct)
StructT = TypeVar("StructT", bound=msgspec.Struct)


class Resource(ABC, Generic[FieldsT, PatchT, ViewT]):
    entity: ClassVar[Entity]
    fields: type[FieldsT]
    """All that its author sets."""
    patch: type[PatchT]
    """The same, with every field optional."""
    view: type[ViewT]
    """What responses show."""

    @property
    def plural(self) -> str:
        """Of the path and the tag."""
        return f"{self.entity}s"

    @abstractmethod
    async def check(self, fields: FieldsT, entity_id: int | None, rows: Repository) -> None:
        """Hold the fields against every rule; `entity_id` is None for what is new.

        Raises `InvalidInput` with all the broken rules, or else `Conflict`.
        """

    @abstractmethod
    async def users(self, entity_id: int, rows: Repository) -> Sequence[Reference]:
        """Who would break if it were deleted."""

    def complete(self, fields: FieldsT) -> FieldsT:
        """Fill in the defaults that depend on other fields."""
        return fields

    def patched(self, row: Row, patch: PatchT) -> FieldsT:
        """The fields of `row`, changed by what `patch` gives."""
        given = {
            name: value
            for name in patch.__struct_fields__
            if (value := getattr(patch, name)) is not msgspec.UNSET
        }
        return msgspec.structs.replace(_read(row, self.fields), **given)

    def view_of(self, row: Row) -> ViewT:
        return _read(row, self.view)

    def columns(self, fields: FieldsT) -> Row:
        """As the table holds them. Call it with checked fields only."""
        # Through JSON, so that they compare with what the table gives back: lists, no tuples.
        columns: Row = msgspec.json.decode(msgspec.json.encode(fields))
        if "action" in columns:
            columns["action"] = encode_action(columns["action"])
        return columns


def refuse_second(field: str, entity: Entity, holder: int | None, own_id: int | None) -> None:
    """Raises `Conflict` when another one than `own_id` holds a value that must be unique."""
    if holder is not None and holder != own_id:
        other = Reference(entity, holder)
        raise Conflict(FieldProblem(field, "unique", f"{other} has it already"), [other])


def _read(row: Row, shape: type[StructT]) -> StructT:
    values = {name: row[name] for name in shape.__struct_fields__}
    if "action" in values:
        values["action"] = msgspec.json.decode(values["action"])
    return msgspec.convert(values, shape)
