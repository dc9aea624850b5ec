"""What is to be done so that the configuration is what a document says. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

import msgspec
from botloom_constructor.steps import Action
from botloom_contracts.events import Entity
from msgspec import Struct

from ..history.differences import FieldChange, field_changes
from ..operations import Delete, Operation, Put
from ..repository import Row
from ..resources import RESOURCES
from .desired import Desired
from .exporting import SECTIONS, Present
from .items import AnyFields, Item, Items, as_json
from .matching import Matching
from .shown_steps import rewrite_shown


class PlannedChange(Struct, frozen=True):
    """Of one object; it comes to one event of the log."""

    entity: Entity
    id: int | None
    """Null while there is none."""
    name: str
    """What the document calls it; of a button, its label."""
    place: str
    """In the document: `handlers./start`; of a button, the first of its places. Of what goes, the
    place that it has in an export."""
    change: Literal["created", "updated", "deleted"]
    fields: list[FieldChange]
    """As the document has them: names for ids, the buttons of a keyboard within its layout."""


class Planned(NamedTuple):
    operations: list[Operation]
    changes: list[PlannedChange]
    """One for each operation."""
    unchanged: int
    """Objects of the document that are as they should be."""
    names: dict[tuple[Entity, int], str]
    """Of all objects, for messages."""


Ids = Mapping[Entity, Sequence[int]]
"""For what is new, by the kind of object."""


def plan(desired: Desired, present: Present, matching: Matching, ids: Ids, delete: bool) -> Planned:
    return _Planning(desired, present, matching, ids).plan(delete)


class _Planning:
    def __init__(self, desired: Desired, present: Present, matching: Matching, ids: Ids) -> None:
        self._desired = desired
        self._present = present
        self._matching = matching
        self._new: set[int] = {one for some in ids.values() for one in some}
        self._handler_ids = _with_new(
            matching.handlers, len(desired.handlers), ids["handler"], desired.outside_handlers
        )
        self._keyboard_ids = _with_new(
            matching.keyboards, len(desired.keyboards), ids["keyboard"], desired.outside_keyboards
        )
        self._callback_ids = _with_new(matching.callbacks, len(desired.callbacks), ids["callback"])
        self._button_ids = {-number: one for number, one in enumerate(ids["button"], 1)}
        self._items = Items(
            _named(desired.handlers, self._handler_ids, present.items.handlers),
            _named(desired.keyboards, self._keyboard_ids, present.items.keyboards),
            {self._button_id(ref): one for ref, one in matching.buttons.contents.items()},
        )
        self._planned = Planned([], [], 0, {})

    def plan(self, delete: bool) -> Planned:
        """First what others refer to; then what goes, in the opposite order."""
        unchanged = sum([self._buttons(), self._keyboards(), self._handlers(), self._callbacks()])
        if delete:
            for entity in reversed([*RESOURCES]):
                self._delete(entity)
        return self._planned._replace(unchanged=unchanged)

    def _buttons(self) -> int:
        places: dict[int, str] = {}
        for name, layout in self._matching.buttons.layouts.items():
            for row, refs in enumerate(layout):
                for column, ref in enumerate(refs):
                    places.setdefault(ref, f"keyboards.{name}.layout[{row}][{column}]")
        for index, ref in enumerate(self._matching.buttons.loose):
            places[ref] = f"buttons[{index}]"
        return sum(
            self._put("button", self._button_id(ref), fields, fields.label, places[ref])
            for ref, fields in self._matching.buttons.contents.items()
        )

    def _keyboards(self) -> int:
        unchanged = 0
        for number, (name, keyboard) in enumerate(self._desired.keyboards.items(), 1):
            refs = self._matching.buttons.layouts[name]
            layout = [[self._button_id(ref) for ref in row] for row in refs]
            fields = msgspec.structs.replace(keyboard.fields, layout=layout)
            unchanged += self._put("keyboard", self._keyboard_ids[number], fields, name)
        return unchanged

    def _handlers(self) -> int:
        unchanged = 0
        for number, (name, given) in enumerate(self._desired.handlers.items(), 1):
            fields = msgspec.structs.replace(
                given,
                keyboard_id=_id(given.keyboard_id, self._keyboard_ids),
                action=self._action(given.action),
            )
            unchanged += self._put("handler", self._handler_ids[number], fields, name)
        return unchanged

    def _callbacks(self) -> int:
        unchanged = 0
        for number, (name, given) in enumerate(self._desired.callbacks.items(), 1):
            fields = msgspec.structs.replace(
                given,
                handler_id=_id(given.handler_id, self._handler_ids),
                action=self._action(given.action),
            )
            unchanged += self._put("callback", self._callback_ids[number], fields, name)
        return unchanged

    def _put(
        self,
        entity: Entity,
        object_id: int,
        fields: AnyFields,
        name: str,
        place: str | None = None,
    ) -> bool:
        """Whether nothing is to be done."""
        resource = RESOURCES[entity]
        self._planned.names[entity, object_id] = name
        row = self._present.rows[entity].get(object_id)
        columns = resource.columns(fields)
        if row is not None and row == {**row, **columns}:
            return True
        self._planned.operations.append(Put(resource, object_id, fields))
        after = {
            **_own_name(entity, columns),
            **self._items.item(fields, full=row is not None),
        }
        self._planned.changes.append(
            PlannedChange(
                entity=entity,
                id=None if object_id in self._new else object_id,
                name=name,
                place=place or f"{SECTIONS[entity]}.{name}",
                change="created" if row is None else "updated",
                fields=field_changes(self._item_before(entity, row, full=True), after),
            )
        )
        return False

    def _delete(self, entity: Entity) -> None:
        resource, present = RESOURCES[entity], self._present
        unnamed = self._matching.unnamed[entity]
        places = present.placed() if entity == "button" and unnamed else {}
        for one in unnamed:
            name = present.names[entity][one].name
            self._planned.names[entity, one] = name
            self._planned.operations.append(Delete(resource, one))
            before = self._item_before(entity, present.rows[entity][one], full=False)
            section = SECTIONS[entity]
            place = places.get(one, section) if entity == "button" else f"{section}.{name}"
            self._planned.changes.append(
                PlannedChange(entity, one, name, place, "deleted", field_changes(before, None))
            )

    def _item_before(self, entity: Entity, row: Row | None, full: bool) -> Item | None:
        if row is None:
            return None
        fields = self._present.fields(entity, row["id"])
        return {**_own_name(entity, row), **self._present.items.item(fields, full)}

    def _action(self, action: Any) -> Any:
        """With ids in place of numbers."""

        def with_id(_: str, step: Item) -> Item:
            return {**step, "handler_id": self._handler_ids[step["handler_id"]]}

        return msgspec.convert(rewrite_shown(as_json(action), with_id), Action)

    def _button_id(self, ref: int) -> int:
        return self._button_ids.get(ref, ref)


def _with_new(
    matched: Mapping[int, int], count: int, new: Sequence[int], outside: Sequence[int] = ()
) -> dict[int, int]:
    """The ids of all numbers."""
    left: Iterator[int] = iter(new)
    ids = {
        number: matched[number] if number in matched else next(left)
        for number in range(1, count + 1)
    }
    return ids | dict(enumerate(outside, count + 1))


def _named(
    given: Mapping[str, Any], ids: Mapping[int, int], present: Mapping[int, str]
) -> dict[int, str]:
    """By id: the names that the document has, and for the rest those of an export."""
    return {**present, **{ids[number]: name for number, name in enumerate(given, 1)}}


def _own_name(entity: Entity, columns: Row) -> Item:
    """How a pattern or callback data is written, which need not be the object's name."""
    fields = {"handler": "pattern", "callback": "callback_data"}
    field = fields.get(entity)
    return {} if field is None else {field: columns[field]}


def _id(number: int | None, ids: Mapping[int, int]) -> int | None:
    return None if number is None else ids[number]
