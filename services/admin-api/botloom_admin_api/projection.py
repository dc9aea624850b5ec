"""The one place that writes the tables of the configuration.

It reads nothing but events, so replaying the log into empty tables gives the same rows.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any, cast

from botloom_contracts.database import models
from botloom_contracts.database.models import ConfigEvent
from botloom_contracts.events import Entity
from sqlalchemy import Column, DateTime, Table, delete, func, literal_column
from sqlalchemy.dialects.postgresql import Insert, insert
from sqlalchemy.ext.asyncio import AsyncSession

TABLES = models.TABLES


async def apply(
    session: AsyncSession, events: Sequence[ConfigEvent], schema: str | None = None
) -> None:
    """Bring each event's row to the event's state, in the order of the events.

    Applying an event again changes nothing. `schema` has the tables, if not the search path.
    """
    options = {"schema_translate_map": {None: schema}}
    for (entity, given), alike in groupby(events, _kind):
        table = TABLES[cast(Entity, entity)]
        if given is None:
            gone = [event.entity_id for event in alike]
            deletion = delete(table).where(table.c.id == func.any(gone))
            await session.execute(deletion, execution_options=options)
        else:
            states = [event.state for event in alike if event.state is not None]
            rows = [{name: _value(table.c[name], state) for name in given} for state in states]
            await session.execute(_upsert(table, given), rows, execution_options=options)


def _kind(event: ConfigEvent) -> tuple[str, tuple[str, ...] | None]:
    """Events that one statement applies: of one table, and with the same columns."""
    if event.state is None:
        return event.entity, None
    columns = TABLES[cast(Entity, event.entity)].columns
    return event.entity, tuple(column.name for column in columns if column.name in event.state)


def _upsert(table: Table, given: Collection[str]) -> Insert:
    statement = insert(table)
    # An event that is older than a column leaves it at its default.
    values = {
        column.name: statement.excluded[column.name]
        if column.name in given
        else literal_column("DEFAULT")
        for column in table.c
    }
    return statement.on_conflict_do_update(index_elements=["id"], set_=values)


def _value(column: Column[Any], state: Mapping[str, Any]) -> Any:
    value = state[column.name]
    return datetime.fromisoformat(value) if isinstance(column.type, DateTime) else value
