"""What admins do. Each command is one transaction: the event of the log and the row it makes."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple

from botloom_contracts.errors import FieldProblem
from botloom_contracts.events import Entity
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from .errors import Conflict, NotFound
from .event_log import append, lock_log
from .metrics import EVENTS_APPENDED
from .preconditions import require_match
from .projection import apply
from .repository import Repository, Row
from .resources.resource import FieldsT, PatchT, Resource, ViewT


class Changed(NamedTuple):
    row: Row
    seq: int
    """The event that made the row so, or a later one: gateways that run it show the row."""


class Commands:
    """The methods raise `InvalidInput` and `Refusal`; then nothing is written."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions
        self._turn = asyncio.Lock()

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[tuple[AsyncSession, int]]:
        """The session of the one writer over all processes, and the last `seq` of the log.

        Writers of this process queue here, so that they do not take the connections that readers
        need to wait for PostgreSQL's lock.
        """
        async with self._turn, self._sessions.begin() as session:
            yield session, await lock_log(session)

    async def create(
        self, resource: Resource[FieldsT, PatchT, ViewT], fields: FieldsT, actor: str
    ) -> Changed:
        fields = resource.complete(fields)
        async with self._writing() as (session, last):
            rows = Repository(session)
            await resource.check(fields, None, rows)
            now = datetime.now(UTC)
            row: Row = {
                "id": await rows.next_id(resource.entity),
                "version": 1,
                "created_at": now,
                "updated_at": now,
                **resource.columns(fields),
            }
            await _record(session, resource.entity, last + 1, now, actor, state=row)
        EVENTS_APPENDED.labels(resource.entity).inc()
        return Changed(row, last + 1)

    async def update(
        self,
        resource: Resource[FieldsT, PatchT, ViewT],
        entity_id: int,
        patch: PatchT,
        if_match: str | None,
        actor: str,
    ) -> Changed:
        """A patch that changes nothing writes nothing, not even an event."""
        async with self._writing() as (session, last):
            rows = Repository(session)
            present = await _present(rows, resource, entity_id, if_match)
            fields = resource.patched(present, patch)
            await resource.check(fields, entity_id, rows)
            columns = resource.columns(fields)
            if present == {**present, **columns}:
                return Changed(present, last)
            now = datetime.now(UTC)
            version = present["version"] + 1
            row = {**present, **columns, "version": version, "updated_at": now}
            await _record(session, resource.entity, last + 1, now, actor, row, present)
        EVENTS_APPENDED.labels(resource.entity).inc()
        return Changed(row, last + 1)

    async def delete(
        self,
        resource: Resource[FieldsT, PatchT, ViewT],
        entity_id: int,
        if_match: str | None,
        actor: str,
    ) -> int:
        """Returns the `seq` of the event."""
        async with self._writing() as (session, last):
            rows = Repository(session)
            present = await _present(rows, resource, entity_id, if_match)
            users = await resource.users(entity_id, rows)
            if users:
                detail = f"is used by {', '.join(map(str, users))}"
                raise Conflict(FieldProblem("id", "in_use", detail), users)
            now = datetime.now(UTC)
            await _record(session, resource.entity, last + 1, now, actor, previous=present)
        EVENTS_APPENDED.labels(resource.entity).inc()
        return last + 1


async def _present(
    rows: Repository,
    resource: Resource[FieldsT, PatchT, ViewT],
    entity_id: int,
    if_match: str | None,
) -> Row:
    row = await rows.row(resource.entity, entity_id)
    if row is None:
        raise NotFound(f"There is no {resource.entity} {entity_id}.")
    require_match(if_match, row["version"], partial(resource.view_of, row))
    return row


async def _record(
    session: AsyncSession,
    entity: Entity,
    seq: int,
    at: datetime,
    actor: str,
    state: Row | None = None,
    previous: Row | None = None,
) -> None:
    event = await append(session, seq, at, actor, entity, state, previous)
    await apply(session, event)
