"""Differences between two states of an object, as people read them. Pure.

A state is a row of a table, or the same as the log has it (times as text).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, cast

import msgspec
from botloom_contracts.database.models import ConfigEvent
from botloom_contracts.events import Entity
from msgspec import Struct

from ..repository import Row

Configuration = Mapping[Entity, Mapping[int, Row]]
"""Each object that there is, by its kind and its id."""

KEPT_BY_ITSELF = frozenset({"id", "version", "created_at", "updated_at", "match_key"})
"""Columns that no author sets."""

PLACES_MAX = 50
"""A field that differs in more places is shown whole."""

NAMES: Mapping[Entity, str] = {
    "handler": "pattern",
    "callback": "callback_data",
    "button": "label",
    "keyboard": "name",
}
"""The column that people know an object by."""


class FieldChange(Struct, frozen=True):
    field: str
    """Its path: `message`, `action[1].text`, `options.silent`. Of what a list lost, it has the
    index before; else the index after."""
    before: Any
    """Null where there was nothing."""
    after: Any


class ObjectChange(Struct, frozen=True):
    entity: Entity
    id: int
    name: str
    """Pattern, callback data, label or name; as it is now, or was last."""
    change: Literal["created", "updated", "deleted"]
    fields: list[FieldChange]


def differences(before: Row | None, after: Row | None) -> list[FieldChange]:
    """Field by field; of an object that is made or deleted, all that it has."""
    old = None if before is None else _readable(before)
    return field_changes(old, None if after is None else _readable(after))


def field_changes(
    before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
) -> list[FieldChange]:
    """The same for what authors set, in any form of JSON."""
    old, new = dict(before or {}), dict(after or {})
    changes: list[FieldChange] = []
    for name in old | new:
        one, other = old.get(name), new.get(name)
        if one == other:
            continue
        if before is None or after is None:
            changes.append(FieldChange(name, one, other))
            continue
        places = list(_places(name, one, other))
        whole = [FieldChange(name, one, other)]
        changes += places if len(places) <= PLACES_MAX else whole
    return changes


def object_change(
    entity: Entity, entity_id: int, before: Row | None, after: Row | None
) -> ObjectChange | None:
    """None where nothing differs that an author sets."""
    row = after or before
    fields = differences(before, after)
    if row is None or not fields:
        return None
    change: Literal["created", "updated", "deleted"] = "updated"
    if before is None:
        change = "created"
    elif after is None:
        change = "deleted"
    return ObjectChange(entity, entity_id, name_of(entity, row), change, fields)


def object_changes(events: Sequence[ConfigEvent]) -> list[ObjectChange]:
    """What consecutive events come to in all, an object once, in the order of its first event."""
    states: dict[tuple[Entity, int], tuple[Row | None, Row | None]] = {}
    for event in events:
        key = cast(Entity, event.entity), event.entity_id
        before, _ = states.get(key, (event.previous, None))
        states[key] = before, event.state
    found = (object_change(*key, *state) for key, state in states.items())
    return [change for change in found if change is not None]


def name_of(entity: Entity, row: Row) -> str:
    return str(row[NAMES[entity]])


def _readable(row: Row | None) -> dict[str, Any]:
    """What authors set, without what is empty; actions as JSON instead of text."""
    fields = {
        name: msgspec.json.decode(value) if name == "action" else value
        for name, value in (row or {}).items()
        if name not in KEPT_BY_ITSELF
    }
    return {name: value for name, value in fields.items() if value not in (None, [], {})}


def _places(path: str, before: Any, after: Any) -> Iterator[FieldChange]:
    """The smallest parts that tell what differs."""
    if before == after:
        return
    if isinstance(before, dict) and isinstance(after, dict) and _are_alike(before, after):
        for name in before | after:
            yield from _places(f"{path}.{name}", before.get(name), after.get(name))
    elif isinstance(before, list) and isinstance(after, list):
        yield from _list_places(path, before, after)
    else:
        yield FieldChange(path, before, after)


def _are_alike(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """A step that becomes one of another type is another step, not a changed one."""
    return before.get("type") == after.get("type")


def _list_places(path: str, before: list[Any], after: list[Any]) -> Iterator[FieldChange]:
    """Of lists that begin and end alike, what is between."""
    shorter = min(len(before), len(after))
    start = 0
    while start < shorter and before[start] == after[start]:
        start += 1
    end = 0
    while end < shorter - start and before[-1 - end] == after[-1 - end]:
        end += 1
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    for index in range(max(len(old), len(new))):
        place = f"{path}[{start + index}]"
        if index >= len(old):
            yield FieldChange(place, None, new[index])
        elif index >= len(new):
            yield FieldChange(place, old[index], None)
        else:
            yield from _places(place, old[index], new[index])
