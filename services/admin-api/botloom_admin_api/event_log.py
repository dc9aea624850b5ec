"""The log of the configuration, `config_events`, and its one writer at a time."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

import msgspec
from botloom_contracts.database.locks import AdvisoryLock
from botloom_contracts.database.models import ConfigEvent
from botloom_contracts.events import Entity
from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from .repository import Row

CHANNEL = "config_events"
"""Notified, with the `seq`, of every commit to the log."""

_COLUMNS = tuple(ConfigEvent.__table__.columns.keys())


async def lock_log(session: AsyncSession) -> int:
    """Wait to be the only writer until the transaction ends. Returns the last `seq`.

    Whoever holds the lock sees all that earlier holders committed, so what is checked under it
    still holds at the commit, and `seq` has no gaps and grows in the order of the commits.
    """
    await session.execute(select(func.pg_advisory_xact_lock(AdvisoryLock.LOG_WRITER)))
    # A statement of its own: its snapshot must be taken when the lock is held.
    return await session.scalar(select(func.coalesce(func.max(ConfigEvent.seq), 0))) or 0


async def append(session: AsyncSession, events: Sequence[ConfigEvent]) -> None:
    """Write the events, and tell those who wait for the log to grow."""
    if not events:
        return
    rows = [{name: getattr(event, name) for name in _COLUMNS} for event in events]
    await session.execute(insert(ConfigEvent), rows)
    await session.execute(select(func.pg_notify(CHANNEL, str(events[-1].seq))))


def new_event(
    seq: int,
    at: datetime,
    actor: str,
    entity: Entity,
    state: Row | None,
    previous: Row | None,
    cause: str | None = None,
) -> ConfigEvent:
    """The event that a row went from `previous` to `state`."""
    row = state or previous
    if row is None:
        raise ValueError("an event has a state, a previous one, or both")
    change = "deleted" if state is None else "created" if previous is None else "updated"
    return ConfigEvent(
        seq=seq,
        event_id=uuid4(),
        occurred_at=at,
        actor=actor,
        type=f"{entity}.{change}",
        entity=entity,
        entity_id=row["id"],
        # Builtin types only: the times become ISO 8601 in UTC, to the microsecond.
        state=msgspec.to_builtins(state),
        previous=msgspec.to_builtins(previous),
        cause=cause,
    )
