"""The one function that writes the tables of the configuration.

It reads nothing but the event, so replaying the log into empty tables gives the same rows.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from botloom_contracts.database.models import Button, Callback, ConfigEvent, Handler, Keyboard
from botloom_contracts.events import Entity
from sqlalchemy import Column, DateTime, Table, delete, literal_column
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

TABLES: Mapping[Entity, Table] = {
    "button": cast(Table, Button.__table__),
    "callback": cast(Table, Callback.__table__),
    "handler": cast(Table, Handler.__table__),
    "keyboard": cast(Table, Keyboard.__table__),
}


async def apply(session: AsyncSession, event: ConfigEvent) -> None:
    """Bring the event's row to the event's state. Applying an event again changes nothing."""
    table = TABLES[cast(Entity, event.entity)]
    if event.state is None:
        await session.execute(delete(table).where(table.c.id == event.entity_id))
        return
    values = {column.name: _value(column, event.state) for column in table.c}
    upsert = insert(table).values(values)
    await session.execute(upsert.on_conflict_do_update(index_elements=["id"], set_=values))


def _value(column: Column[Any], state: Mapping[str, Any]) -> Any:
    if column.name not in state:  # the event is older than the column
        return literal_column("DEFAULT")
    value = state[column.name]
    return datetime.fromisoformat(value) if isinstance(column.type, DateTime) else value
