"""Which events operations come to, from the rows that there are. Pure."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple

import msgspec
from botloom_contracts.database.models import ConfigEvent
from botloom_contracts.errors import FieldProblem
from botloom_contracts.events import Entity

from .errors import NotFound, Refusal
from .event_log import new_event
from .operations import AnyResource, Changed, Create, Delete, Operation, Put, Update
from .preconditions import require_match
from .repository import Row


class Known:
    """What is read beforehand, by kind of object."""

    def __init__(self) -> None:
        self.rows: defaultdict[Entity, dict[int, Row]] = defaultdict(dict)
        """Of the objects that operations name, by id."""
        self.new_ids: defaultdict[Entity, list[int]] = defaultdict(list)
        self.last_versions: defaultdict[Entity, dict[int, int]] = defaultdict(dict)
        """Of objects that are gone, by id."""


class Malformed(NamedTuple):
    place: int
    """Of the operation, from 0."""
    resource: AnyResource
    entity_id: int
    fields: Any
    problems: list[FieldProblem]


class Touched(NamedTuple):
    place: int
    """Of the last operation on it."""
    resource: AnyResource
    entity_id: int
    row: Row | None


class Decision(NamedTuple):
    changes: list[Changed]
    """One for each operation."""
    events: list[ConfigEvent]
    touched: dict[tuple[Entity, int], Touched]
    """Each object that is changed, as it is in the end."""
    malformed: list[Malformed]
    """Where there are some, the rest does not count."""


def decide(
    operations: Sequence[Operation],
    known: Known,
    last_seq: int,
    now: datetime,
    actor: str,
    cause: str | None,
    places: Sequence[str],
) -> Decision:
    """Raises `NotFound` and `Stale`, which name the operation as `places` does."""
    deciding = _Deciding(known, last_seq, now, actor, cause)
    for place, operation in enumerate(operations):
        try:
            deciding.add(place, operation)
        except Refusal as refusal:
            raise refusal.at(places[place]) from None
    return deciding.decision


class _Deciding:
    def __init__(
        self, known: Known, last_seq: int, now: datetime, actor: str, cause: str | None
    ) -> None:
        self._known = known
        self._last_seq = last_seq
        self._now = now
        self._actor = actor
        self._cause = cause
        self.decision = Decision([], [], {}, [])

    def add(self, place: int, operation: Operation) -> None:
        match operation:
            case Create(resource, fields):
                entity_id = self._known.new_ids[resource.entity].pop(0)
                self._create(place, resource, entity_id, resource.complete(fields), version=1)
            case Update(resource, entity_id, patch, if_match):
                present = self._present(resource, entity_id, if_match)
                self._update(place, resource, present, resource.patched(present, patch))
            case Put(resource, entity_id, fields):
                row = self._known.rows[resource.entity].get(entity_id)
                if row is None:
                    last = self._known.last_versions[resource.entity].get(entity_id, 0)
                    self._create(place, resource, entity_id, fields, version=last + 1)
                else:
                    self._update(place, resource, row, fields)
            case Delete(resource, entity_id, if_match):
                present = self._present(resource, entity_id, if_match)
                self._record(place, resource, entity_id, None, present)

    def _present(self, resource: AnyResource, entity_id: int, if_match: str | None) -> Row:
        row = self._known.rows[resource.entity].get(entity_id)
        if row is None:
            raise NotFound(f"There is no {resource.entity} {entity_id}.")
        require_match(if_match, row["version"], partial(resource.view_of, row))
        return row

    def _create(
        self,
        place: int,
        resource: AnyResource,
        entity_id: int,
        fields: msgspec.Struct,
        version: int,
    ) -> None:
        if self._is_malformed(place, resource, entity_id, fields):
            return
        row: Row = {
            "id": entity_id,
            "version": version,
            "created_at": self._now,
            "updated_at": self._now,
            **resource.columns(fields),
        }
        self._record(place, resource, entity_id, row, None)

    def _update(
        self, place: int, resource: AnyResource, present: Row, fields: msgspec.Struct
    ) -> None:
        """What changes nothing comes to no event."""
        if self._is_malformed(place, resource, present["id"], fields):
            return
        columns = resource.columns(fields)
        if present == {**present, **columns}:
            seq = self._last_seq + len(self.decision.events)
            self.decision.changes.append(Changed(present, seq))
            return
        row = {**present, **columns, "version": present["version"] + 1, "updated_at": self._now}
        self._record(place, resource, present["id"], row, present)

    def _is_malformed(
        self, place: int, resource: AnyResource, entity_id: int, fields: msgspec.Struct
    ) -> bool:
        problems = resource.check_form(fields)
        if problems:
            broken = Malformed(place, resource, entity_id, fields, problems)
            self.decision.malformed.append(broken)
        return bool(problems)

    def _record(
        self,
        place: int,
        resource: AnyResource,
        entity_id: int,
        row: Row | None,
        previous: Row | None,
    ) -> None:
        entity = resource.entity
        seq = self._last_seq + len(self.decision.events) + 1
        event = new_event(seq, self._now, self._actor, entity, row, previous, self._cause)
        self.decision.events.append(event)
        self.decision.changes.append(Changed(row, seq))
        self.decision.touched[entity, entity_id] = Touched(place, resource, entity_id, row)
        if row is None:
            del self._known.rows[entity][entity_id]
            if previous is not None:
                self._known.last_versions[entity][entity_id] = previous["version"]
        else:
            self._known.rows[entity][entity_id] = row
