"""What the log tells: events, configurations of the past, and how they differ."""

from datetime import datetime
from typing import Any

from botloom_contracts.events import Entity
from msgspec import Struct

from ..history.differences import FieldChange, ObjectChange
from ..history.log_reader import ChangeCounts


class Authored(Struct, frozen=True, kw_only=True):
    """Who did something, and when."""

    seq: int
    """Of the event."""
    occurred_at: datetime
    actor: str
    actor_name: str
    cause: str | None
    """Of which larger act it is a part: `bulk`, `restore:120`."""


class Actor(Struct, frozen=True):
    """Who has changed something."""

    actor: str
    """As events name them: `account:3`, `token:7`, `token:admin`."""
    actor_name: str


class EventView(Authored, frozen=True, kw_only=True):
    type: str
    entity: Entity
    entity_id: int
    name: str
    """Pattern, callback data, label or name of the object."""
    changes: list[FieldChange]


class EventDetail(EventView, frozen=True, kw_only=True):
    state: dict[str, Any] | None
    """As the log has it; null where the object was deleted."""
    previous: dict[str, Any] | None
    """Null where it was created."""


class ObjectState(Struct, frozen=True, kw_only=True):
    entity: Entity
    id: int
    name: str
    state: dict[str, Any]
    """As the log has it."""


class ConfigurationPage(Struct, frozen=True):
    items: list[ObjectState]
    next_cursor: str | None
    """Given as `cursor`, it gets the next page; null on the last one."""


class DifferencePage(Struct, frozen=True):
    counts: ChangeCounts
    """Of all pages together."""
    items: list[ObjectChange]
    next_cursor: str | None
    """Given as `cursor`, it gets the next page; null on the last one."""


class FieldBlame(Authored, frozen=True, kw_only=True):
    field: str
    value: Any


class Blame(Struct, frozen=True, kw_only=True):
    entity: Entity
    id: int
    name: str
    deleted: Authored | None
    """Null while the object is there; else the fields are those that it had last."""
    fields: list[FieldBlame]
