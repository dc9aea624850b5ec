"""What a resource is: three shapes, its rules, and who uses it. The rest is the same for all."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cached_property
from typing import ClassVar, Generic, TypeVar

import msgspec
from botloom_constructor.actions import encode_action
from botloom_contracts.errors import FieldProblem
from botloom_contracts.events import Entity

from ..errors import Conflict
from ..listing import Filter, Listing, after, order_of
from ..projection import TABLES
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
    listing: Listing

    @property
    def plural(self) -> str:
        """Of the path and the tag."""
        return f"{self.entity}s"

    @abstractmethod
    def check_form(self, fields: FieldsT) -> list[FieldProblem]:
        """The rules that the fields break by themselves. Pure."""

    @abstractmethod
    async def check_links(
        self, fields: FieldsT, entity_id: int, rows: Repository
    ) -> list[FieldProblem]:
        """The rules that they break beside what else there is, whether or not they are written."""

    @abstractmethod
    async def check_conflicts(self, fields: FieldsT, entity_id: int, rows: Repository) -> None:
        """Raises `Conflict` when what they conflict with is in order by itself.

        Call it with fields that break no rule.
        """

    @abstractmethod
    async def users(self, entity_id: int, rows: Repository) -> Sequence[Reference]:
        """Who breaks if it is deleted, whether or not it still is there."""

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
        return msgspec.structs.replace(self.fields_of(row), **given)

    def view_of(self, row: Row) -> ViewT:
        return _read(row, self.view)

    @cached_property
    def part(self) -> type[msgspec.Struct]:
        """The view, with every field optional: what `fields` asks for."""
        fields = [
            (one.name, one.type | msgspec.UnsetType, msgspec.UNSET)
            for one in msgspec.structs.fields(self.view)
        ]
        name = f"{self.entity.capitalize()}Part"
        return msgspec.defstruct(name, fields, frozen=True, kw_only=True, module=__name__)

    def part_of(self, row: Row, fields: Sequence[str] | None) -> msgspec.Struct:
        """What a response shows of the row: `fields`, or all."""
        return self.view_of(row) if fields is None else _read(row, self.part, fields)

    def fields_of(self, row: Row) -> FieldsT:
        return _read(row, self.fields)

    def columns(self, fields: FieldsT) -> Row:
        """As the table holds them. Call it with fields in the right form only."""
        # Through JSON, so that they compare with what the table gives back: lists, no tuples.
        columns: Row = msgspec.json.decode(msgspec.json.encode(fields))
        if "action" in columns:
            columns["action"] = encode_action(columns["action"])
        return columns


def refuse_second(field: str, entity: Entity, holder: int | None) -> None:
    """Raises `Conflict` when there is another one that holds a value that must be unique."""
    if holder is not None:
        other = Reference(entity, holder)
        raise Conflict(FieldProblem(field, "unique", f"{other} has it already"), [other])


STAMPS = ("version", "created_at", "updated_at")


def resource_listing(
    entity: Entity,
    view: type[msgspec.Struct],
    sorts: Sequence[str],
    filters: Sequence[Filter],
    searched: Sequence[str],
) -> Listing:
    """`sorts` and `searched` are columns; what every resource has comes to them by itself."""
    table = TABLES[entity]
    changed = after("updated_after", table.c.updated_at, "Changed after this time.")
    return Listing(
        name=entity,
        table=table,
        sorts={name: order_of(table.c[name]) for name in (*sorts, *STAMPS)},
        filters=(*filters, changed),
        searched=tuple(table.c[name] for name in searched),
        fields=view.__struct_fields__,
    )


def _read(row: Row, shape: type[StructT], names: Sequence[str] | None = None) -> StructT:
    # A state of the log may be older than a field, which then has its default.
    values = {name: row[name] for name in names or shape.__struct_fields__ if name in row}
    if "action" in values:
        values["action"] = msgspec.json.decode(values["action"])
    return msgspec.convert(values, shape)
