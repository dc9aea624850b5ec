"""What admins do. A command is one transaction: its events of the log, and the rows they make."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from typing import cast

from botloom_contracts.database.models import ConfigEvent
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from .event_log import lock_log
from .metrics import EVENTS_APPENDED
from .operations import Changed, Create, Delete, Operation, Update
from .repository import Row
from .resources.resource import FieldsT, PatchT, Resource, ViewT
from .writing import carry_out


class Editing(ABC):
    """The methods raise `InvalidInput` and `Refusal`; then nothing is written."""

    @abstractmethod
    async def run(
        self,
        operations: Sequence[Operation],
        actor: str,
        cause: str | None = None,
        places: Sequence[str] | None = None,
    ) -> list[Changed]:
        """All of them or none; returns what each changed. `places`: see `carry_out`."""

    async def create(
        self, resource: Resource[FieldsT, PatchT, ViewT], fields: FieldsT, actor: str
    ) -> tuple[Row, int]:
        """Returns the row and the `seq` of its event."""
        (changed,) = await self.run([Create(resource, fields)], actor)
        return cast(Row, changed.row), changed.seq

    async def update(
        self,
        resource: Resource[FieldsT, PatchT, ViewT],
        entity_id: int,
        patch: PatchT,
        if_match: str | None,
        actor: str,
    ) -> tuple[Row, int]:
        (changed,) = await self.run([Update(resource, entity_id, patch, if_match)], actor)
        return cast(Row, changed.row), changed.seq

    async def delete(
        self,
        resource: Resource[FieldsT, PatchT, ViewT],
        entity_id: int,
        if_match: str | None,
        actor: str,
    ) -> int:
        """Returns the `seq` of the event."""
        (changed,) = await self.run([Delete(resource, entity_id, if_match)], actor)
        return changed.seq


class Commands(Editing):
    """What changes the live configuration."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions
        self._turn = asyncio.Lock()

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[tuple[AsyncSession, int]]:
        """The session of the one writer over all processes, and the last `seq` of the log.

        Writers of this process queue here, so that they do not take the connections that readers
        need to wait for PostgreSQL's lock.
        """
        async with self._turn, self._sessions.begin() as session:
            yield session, await lock_log(session)

    async def run(
        self,
        operations: Sequence[Operation],
        actor: str,
        cause: str | None = None,
        places: Sequence[str] | None = None,
    ) -> list[Changed]:
        async with self.writing() as (session, last_seq):
            written = await carry_out(session, last_seq, operations, actor, cause, places)
        count(written.events)
        return written.changes


def count(events: Iterable[ConfigEvent]) -> None:
    """Call it when the transaction is committed."""
    for event in events:
        EVENTS_APPENDED.labels(event.entity).inc()
