"""Reads the tables as entries of the cache: all of them, or those that a change touches."""

from collections.abc import Collection
from typing import Any, TypeVar

from sqlalchemy import BigInteger, ColumnElement, Text, any_, func, or_, select, true
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import QueryableAttribute
from sqlalchemy.sql import cast
from sqlalchemy.types import TypeEngine

from ...cache import callback_key, encode_entry, handler_key, keyboard_key
from ..models import Button, Callback, Handler, Keyboard
from .affected import Affected
from .entries import callback_entry, handler_entry, keyboard_entry

RowT = TypeVar("RowT", Button, Handler)

Entries = dict[str, bytes]
"""Keys of the cache and the values that belong there."""


class EntryReader:
    """Reads in the transaction of `session`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def all_entries(self) -> Entries:
        return {
            **await self._handlers(true()),
            **await self._callbacks(true()),
            **await self._keyboards(true()),
        }

    async def entries(self, affected: Affected) -> dict[str, bytes | None]:
        """Every key that `affected` can have changed; None where nothing stands there now."""
        found: Entries = {}
        if affected.patterns:
            found |= await self._handlers(_one_of(Handler.pattern, affected.patterns, Text))
        if affected.callback_data or affected.handler_ids:
            found |= await self._callbacks(
                or_(
                    _one_of(Callback.callback_data, affected.callback_data, Text),
                    _one_of(Callback.handler_id, affected.handler_ids, BigInteger),
                )
            )
        if affected.keyboard_ids or affected.button_ids:
            found |= await self._keyboards(
                or_(
                    _one_of(Keyboard.id, affected.keyboard_ids, BigInteger),
                    _holds_any(affected.button_ids),
                )
            )
        named: list[str] = [
            *map(handler_key, affected.patterns),
            *map(callback_key, affected.callback_data),
            *map(keyboard_key, affected.keyboard_ids),
        ]
        return {**dict.fromkeys(named), **found}

    async def _handlers(self, condition: ColumnElement[bool]) -> Entries:
        # In a draft two can have one pattern, where another was made live since: the later wins.
        statement = select(Handler).where(Handler.enabled, condition).order_by(Handler.id)
        rows = await self._session.scalars(statement)
        return {handler_key(row.pattern): encode_entry(handler_entry(row)) for row in rows}

    async def _callbacks(self, condition: ColumnElement[bool]) -> Entries:
        statement = select(Callback).where(Callback.enabled, condition).order_by(Callback.id)
        callbacks = (await self._session.scalars(statement)).all()
        # Not joined: a join would read the whole of a draft's handlers.
        shown = await self._by_id(Handler, {one.handler_id for one in callbacks if one.handler_id})
        return {
            callback_key(one.callback_data): encode_entry(
                callback_entry(one, shown.get(one.handler_id or 0))
            )
            for one in callbacks
        }

    async def _keyboards(self, condition: ColumnElement[bool]) -> Entries:
        keyboards = (await self._session.scalars(select(Keyboard).where(condition))).all()
        held = {button_id for one in keyboards for line in one.layout for button_id in line}
        buttons = await self._by_id(Button, held)
        return {
            keyboard_key(keyboard.id): encode_entry(keyboard_entry(keyboard, buttons))
            for keyboard in keyboards
        }

    async def _by_id(self, kind: type[RowT], ids: Collection[int]) -> dict[int, RowT]:
        if not ids:
            return {}
        found = await self._session.scalars(select(kind).where(kind.id == func.any(list(ids))))
        return {row.id: row for row in found}


def _one_of(
    column: QueryableAttribute[Any], values: Collection[Any], of: type[TypeEngine[Any]]
) -> ColumnElement[bool]:
    """An array, not `in_`: where that has no values, PostgreSQL reads the whole table."""
    return column == any_(cast(list(values), ARRAY(of)))


def _holds_any(button_ids: Collection[int]) -> ColumnElement[bool]:
    rows = cast([[[button_id]] for button_id in button_ids], ARRAY(JSONB, dimensions=1))
    return Keyboard.layout.op("@>", is_comparison=True)(any_(rows))
