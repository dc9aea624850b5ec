"""Events as responses show them."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

import msgspec
from botloom_contracts.database.models import ConfigEvent
from botloom_contracts.events import Entity

from ..repository import Row
from ..schemas.events import Authored, Blame, EventDetail, EventView, FieldBlame
from .differences import differences, name_of
from .log_reader import FieldOrigin

Names = Mapping[str, str]
"""Of actors."""


def event_view(event: ConfigEvent, names: Names) -> EventView:
    return EventView(**_fields(event, names))


def event_detail(event: ConfigEvent, names: Names) -> EventDetail:
    return EventDetail(**_fields(event, names), state=event.state, previous=event.previous)


def blame(last: ConfigEvent, origins: Iterable[FieldOrigin], names: Names) -> Blame:
    """`last` is the last event of the object."""
    row = _row(last)
    entity = cast(Entity, last.entity)
    return Blame(
        entity=entity,
        id=last.entity_id,
        name=name_of(entity, row),
        deleted=Authored(**_authored(last, names)) if last.state is None else None,
        fields=[
            FieldBlame(**_authored(one.event, names), field=one.field, value=_value(row, one.field))
            for one in origins
            if one.field in row
        ],
    )


def _value(row: Row, field: str) -> Any:
    return msgspec.json.decode(row[field]) if field == "action" else row[field]


def _row(event: ConfigEvent) -> Row:
    row = event.state or event.previous
    assert row is not None  # noqa: S101 - a constraint of the table
    return row


def _authored(event: ConfigEvent, names: Names) -> dict[str, Any]:
    return {
        "seq": event.seq,
        "occurred_at": event.occurred_at,
        "actor": event.actor,
        "actor_name": names.get(event.actor, event.actor),
        "cause": event.cause,
    }


def _fields(event: ConfigEvent, names: Names) -> dict[str, Any]:
    entity = cast(Entity, event.entity)
    return {
        **_authored(event, names),
        "type": event.type,
        "entity": entity,
        "entity_id": event.entity_id,
        "name": name_of(entity, _row(event)),
        "changes": differences(event.previous, event.state),
    }
