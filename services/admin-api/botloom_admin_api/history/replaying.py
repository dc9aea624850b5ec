"""Builds the tables of the configuration anew from the log, to compare them with the live ones."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from botloom_contracts.database.models import ConfigEvent
from botloom_contracts.events import Entity
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from ..projection import TABLES, apply
from .log_reader import EventFilter, LogReader

SCRATCH = "pg_temp"
"""PostgreSQL's schema of what one connection alone sees. What is made there is rolled back."""

BATCH = 1_000
"""Events in memory at once."""


class Same(NamedTuple):
    events: int
    rows: Mapping[Entity, int]

    def __str__(self) -> str:
        counted = ", ".join(f"{count} {entity}s" for entity, count in self.rows.items())
        return f"the same: {counted}, from {self.events} events"


class Difference(NamedTuple):
    """The first one, by tables and ids."""

    table: str
    id: int
    column: str
    """`id` where only one of them has the row."""
    live: Any
    replayed: Any

    def __str__(self) -> str:
        where = f"{self.table} {self.id}, {self.column}"
        return f"different: {where}: the table has {self.live!r}, the log {self.replayed!r}"


async def replay(
    engine: AsyncEngine, proceed: Callable[[], bool] = lambda: True
) -> Same | Difference | None:
    """Of one moment, whoever writes meanwhile. Nothing of it stays.

    None when `proceed`, asked between batches, says no.
    """
    isolated = engine.execution_options(isolation_level="REPEATABLE READ")
    async with isolated.connect() as connection, AsyncSession(connection) as session:
        schema = await session.scalar(text("SELECT current_schema()"))
        live = {table.name: f'"{schema}".{table.name}' for table in TABLES.values()}
        for name, like in live.items():
            made = f"CREATE TEMP TABLE {name} (LIKE {like} INCLUDING DEFAULTS, PRIMARY KEY (id))"
            await session.execute(text(made))
        events = await _rebuild(session, proceed)
        if events is None:
            return None
        for name, like in live.items():
            difference = await _first_difference(session, like, name)
            if difference is not None:
                return difference
        counts = {entity: await _count(session, table.name) for entity, table in TABLES.items()}
        return Same(events, counts)


async def _rebuild(session: AsyncSession, proceed: Callable[[], bool]) -> int | None:
    """Returns how many events there are."""
    log, last, count = LogReader(session), 0, 0
    while events := await log.events(EventFilter(), "oldest", last, BATCH):
        if not proceed():
            return None
        await apply(session, _last_of_each(events), SCRATCH)
        last, count = events[-1].seq, count + len(events)
        session.expunge_all()
    return count


def _last_of_each(events: Sequence[ConfigEvent]) -> list[ConfigEvent]:
    """An event has the whole state of its object, so what came before it does not count.

    Alike ones stand together, so that a few statements apply them.
    """
    last = {(event.entity, event.entity_id): event for event in events}
    return sorted(last.values(), key=lambda event: (event.entity, sorted(event.state or ())))


async def _first_difference(session: AsyncSession, live: str, name: str) -> Difference | None:
    query = f"""
        SELECT id, to_jsonb(live) AS live, to_jsonb(made) AS made
        FROM {live} AS live FULL JOIN {SCRATCH}.{name} AS made USING (id)
        WHERE live IS DISTINCT FROM made ORDER BY id LIMIT 1
    """  # noqa: S608 - names of our own tables
    found = (await session.execute(text(query))).one_or_none()
    if found is None:
        return None
    if found.live is None or found.made is None:
        ids = [None if row is None else found.id for row in (found.live, found.made)]
        return Difference(name, found.id, "id", *ids)
    column = next(one for one, value in found.live.items() if value != found.made[one])
    return Difference(name, found.id, column, found.live[column], found.made[column])


async def _count(session: AsyncSession, name: str) -> int:
    query = text(f"SELECT count(*) FROM {SCRATCH}.{name}")  # noqa: S608 - of our own tables
    return await session.scalar(query) or 0
