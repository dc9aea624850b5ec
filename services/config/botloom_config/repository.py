"""What this service reads from PostgreSQL: the log, the present state of the tables, and drafts."""

from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from typing import Any

from botloom_contracts.cache import (
    callback_key,
    encode_entry,
    handler_key,
    keyboard_key,
)
from botloom_contracts.database.draft_session import in_draft
from botloom_contracts.database.models import (
    Button,
    Callback,
    ConfigEvent,
    Draft,
    DraftChange,
    Handler,
    Keyboard,
)
from sqlalchemy import BigInteger, ColumnElement, Text, any_, func, or_, select, true
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlalchemy.orm import QueryableAttribute
from sqlalchemy.sql import cast
from sqlalchemy.types import TypeEngine

from .affected import Affected, affected_by
from .entries import callback_entry, handler_entry, keyboard_entry

Entries = dict[str, bytes]
"""Keys of the cache and the values that belong there."""


class Repository:
    """Reads in one snapshot of the database; made by `snapshot`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def last_seq(self) -> int:
        return await self._session.scalar(select(func.coalesce(func.max(ConfigEvent.seq), 0))) or 0

    async def events_after(self, seq: int, limit: int) -> Sequence[ConfigEvent]:
        statement = (
            select(ConfigEvent).where(ConfigEvent.seq > seq).order_by(ConfigEvent.seq).limit(limit)
        )
        return (await self._session.scalars(statement)).all()

    async def all_entries(self) -> Entries:
        return {
            **await self._handlers(true()),
            **await self._callbacks(true()),
            **await self._keyboards(true()),
        }

    async def entries(self, affected: Affected) -> dict[str, bytes | None]:
        """Every key that `affected` can have changed; None where nothing stands there now."""
        callbacks = await self._callbacks(
            or_(
                _one_of(Callback.callback_data, affected.callback_data, Text),
                _one_of(Callback.handler_id, affected.handler_ids, BigInteger),
            )
        )
        keyboards = await self._keyboards(
            or_(
                _one_of(Keyboard.id, affected.keyboard_ids, BigInteger),
                _holds_any(affected.button_ids),
            )
        )
        handlers = await self._handlers(_one_of(Handler.pattern, affected.patterns, Text))
        named: list[str] = [
            *map(handler_key, affected.patterns),
            *map(callback_key, affected.callback_data),
            *map(keyboard_key, affected.keyboard_ids),
        ]
        return {**dict.fromkeys(named), **handlers, **callbacks, **keyboards}

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
            return await Repository(session).entries(affected_by(changes))

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

    async def _handlers(self, condition: ColumnElement[bool]) -> Entries:
        # In a draft two can have one pattern, where another was made live since: the later wins.
        statement = select(Handler).where(Handler.enabled, condition).order_by(Handler.id)
        rows = await self._session.scalars(statement)
        return {handler_key(row.pattern): encode_entry(handler_entry(row)) for row in rows}

    async def _callbacks(self, condition: ColumnElement[bool]) -> Entries:
        statement = (
            select(Callback, Handler)
            .outerjoin(Handler, Handler.id == Callback.handler_id)
            .where(Callback.enabled, condition)
            .order_by(Callback.id)
        )
        rows = await self._session.execute(statement)
        return {
            callback_key(callback.callback_data): encode_entry(callback_entry(callback, shown))
            for callback, shown in rows
        }

    async def _keyboards(self, condition: ColumnElement[bool]) -> Entries:
        keyboards = (await self._session.scalars(select(Keyboard).where(condition))).all()
        button_ids = {i for keyboard in keyboards for line in keyboard.layout for i in line}
        buttons = {
            button.id: button
            for button in await self._session.scalars(
                select(Button).where(Button.id == func.any(list(button_ids)))
            )
        }
        return {
            keyboard_key(keyboard.id): encode_entry(keyboard_entry(keyboard, buttons))
            for keyboard in keyboards
        }


def _one_of(
    column: QueryableAttribute[Any], values: Collection[Any], of: type[TypeEngine[Any]]
) -> ColumnElement[bool]:
    """An array, not `in_`: where that has no values, PostgreSQL reads the whole table."""
    return column == any_(cast(list(values), ARRAY(of)))


def _holds_any(button_ids: Collection[int]) -> ColumnElement[bool]:
    rows = cast([[[button_id]] for button_id in button_ids], ARRAY(JSONB, dimensions=1))
    return Keyboard.layout.op("@>", is_comparison=True)(any_(rows))


@asynccontextmanager
async def snapshot(engine: AsyncEngine) -> AsyncIterator[Repository]:
    """One unchanging view of the database, so that events and rows fit each other."""
    isolated = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    async with AsyncSession(isolated) as session:
        yield Repository(session)
