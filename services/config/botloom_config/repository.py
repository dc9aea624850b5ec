"""What this service reads from PostgreSQL: the log, the present state of the tables, and drafts."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from botloom_contracts.database.cache_entries import EntryReader, affected_by
from botloom_contracts.database.draft_session import in_draft
from botloom_contracts.database.models import Callback, ConfigEvent, Draft, DraftChange, Handler
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession


class Repository(EntryReader):
    """Reads in one snapshot of the database; made by `snapshot`."""

    async def last_seq(self) -> int:
        return await self._session.scalar(select(func.coalesce(func.max(ConfigEvent.seq), 0))) or 0

    async def events_after(self, seq: int, limit: int) -> Sequence[ConfigEvent]:
        statement = (
            select(ConfigEvent).where(ConfigEvent.seq > seq).order_by(ConfigEvent.seq).limit(limit)
        )
        return (await self._session.scalars(statement)).all()

    async def drafts(self) -> dict[int, Draft]:
        """By their ids."""
        return {draft.id: draft for draft in await self._session.scalars(select(Draft))}

    async def draft_entries(self, draft_id: int) -> dict[str, bytes | None]:
        """Every key that the draft can make differ, and what stands there where it is tried."""
        query = select(DraftChange).where(DraftChange.draft_id == draft_id)
        drafted = (await self._session.scalars(query)).all()
        if not drafted:
            return {}
        previous = await self._named(drafted)
        changes = [
            ConfigEvent(
                entity=one.entity,
                entity_id=one.entity_id,
                state=one.state,
                previous=previous.get((one.entity, one.entity_id)),
            )
            for one in drafted
        ]
        async with in_draft(await self._session.connection(), draft_id) as session:
            return await EntryReader(session).entries(affected_by(changes))

    async def _named(self, drafted: Sequence[DraftChange]) -> dict[tuple[str, int], dict[str, str]]:
        """What names the live handlers and callbacks that a draft changes, as a part of their
        state."""
        named: dict[tuple[str, int], dict[str, str]] = {}
        for entity, id_column, column in (
            ("handler", Handler.id, Handler.pattern),
            ("callback", Callback.id, Callback.callback_data),
        ):
            ids = [one.entity_id for one in drafted if one.entity == entity]
            query = select(id_column, column).where(id_column == func.any(ids))
            for row_id, name in await self._session.execute(query):
                named[entity, row_id] = {column.key: name}
        return named


@asynccontextmanager
async def snapshot(engine: AsyncEngine) -> AsyncIterator[Repository]:
    """One unchanging view of the database, so that events and rows fit each other."""
    isolated = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    async with AsyncSession(isolated) as session:
        yield Repository(session)
