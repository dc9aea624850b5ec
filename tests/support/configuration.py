"""Writing a configuration as the admin API does: rows and events of the log together."""

from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from botloom_contracts.codec import encode_event
from botloom_contracts.database.models import (
    Button,
    Callback,
    ConfigEvent,
    Handler,
    Keyboard,
)
from botloom_contracts.events import ConfigChanged
from botloom_contracts.streams import CONFIG_CHANGES
from redis.asyncio import Redis
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

Row = Button | Keyboard | Handler | Callback
_ENTITIES: dict[type[Row], str] = {
    Button: "button",
    Keyboard: "keyboard",
    Handler: "handler",
    Callback: "callback",
}


class ConfigurationWriter:
    """Commits rows with their events and, with `redis`, publishes the events on the stream."""

    def __init__(self, engine: AsyncEngine, redis: Redis | None = None) -> None:
        self._engine = engine
        self._redis = redis

    async def save(self, row: Row) -> int:
        """Insert, or update the row with that id. Returns its id."""
        async with AsyncSession(self._engine, expire_on_commit=False) as session:
            previous = await session.get(type(row), row.id) if row.id else None
            before = _state(previous) if previous else None
            merged = await session.merge(row)
            await session.flush()
            event = await self._append(session, merged, before, _state(merged))
            await session.commit()
        await self._publish(event)
        return merged.id

    async def delete(self, row_type: type[Row], row_id: int) -> None:
        async with AsyncSession(self._engine) as session:
            row = await session.get_one(row_type, row_id)
            event = await self._append(session, row, _state(row), None)
            await session.delete(row)
            await session.commit()
        await self._publish(event)

    async def _append(
        self,
        session: AsyncSession,
        row: Row,
        previous: dict[str, Any] | None,
        state: dict[str, Any] | None,
    ) -> ConfigChanged:
        last = await session.scalar(select(func.coalesce(func.max(ConfigEvent.seq), 0))) or 0
        entity = _ENTITIES[type(row)]
        change = "deleted" if state is None else "created" if previous is None else "updated"
        event = ConfigEvent(
            seq=last + 1,
            event_id=uuid4(),
            occurred_at=datetime.now(UTC),
            actor="test",
            type=f"{entity}.{change}",
            entity=entity,
            entity_id=row.id,
            state=state,
            previous=previous,
        )
        session.add(event)
        return ConfigChanged(
            seq=event.seq,
            event_id=event.event_id,
            occurred_at=event.occurred_at,
            actor=event.actor,
            change=event.type,
            entity=entity,
            entity_id=row.id,
            state=state,
            previous=previous,
        )

    async def _publish(self, event: ConfigChanged) -> None:
        if self._redis is not None:
            await self._redis.xadd(CONFIG_CHANGES.name, {"data": encode_event(event)})


def _state(row: Row) -> dict[str, Any]:
    names = (column.key for column in row.__table__.columns)
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name in names
        if (value := getattr(row, name)) is not None
    }
