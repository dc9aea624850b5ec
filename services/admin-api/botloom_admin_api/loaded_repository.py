"""Answers from memory what checks ask, where thousands of objects are to be checked."""

from collections import defaultdict
from collections.abc import Collection, Iterable

import msgspec
from botloom_constructor.actions import decode_action, shown_handlers
from botloom_constructor.steps import Action
from botloom_contracts.events import Entity
from botloom_contracts.keyboards import ButtonEntry, KeyboardKind
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from .projection import TABLES
from .repository import NAMED_MAX, Repository, Row
from .schemas.problems import Reference

Ids = defaultdict[object, list[int]]
"""Of objects, in their order, by what they are looked up by."""


async def load_repository(session: AsyncSession) -> "LoadedRepository":
    """With the configuration as the transaction has it now: later changes are not seen."""
    tables: dict[Entity, dict[int, Row]] = {}
    for entity, table in TABLES.items():
        found = await session.execute(select(table).order_by(table.c.id))
        tables[entity] = {row["id"]: dict(row) for row in found.mappings()}
    return LoadedRepository(session, tables)


class LoadedRepository(Repository):
    """Answers as a `Repository`."""

    def __init__(self, session: AsyncSession, tables: dict[Entity, dict[int, Row]]) -> None:
        super().__init__(session)
        self._tables = tables
        self._actions = {
            (entity, one): decode_action(row["action"])
            for entity in ("handler", "callback")
            for one, row in tables[entity].items()
        }
        self._index()

    def _index(self) -> None:
        self._patterns, self._data, self._names = Ids(list), Ids(list), Ids(list)
        self._holders, self._showing_keyboard = Ids(list), Ids(list)
        self._callbacks_of, self._naming = Ids(list), Ids(list)
        for one, row in self._tables["handler"].items():
            if row["enabled"]:
                self._patterns[row["match_key"]].append(one)
            self._showing_keyboard[row["keyboard_id"]].append(one)
        for one, row in self._tables["callback"].items():
            if row["enabled"]:
                self._data[row["callback_data"]].append(one)
            self._callbacks_of[row["handler_id"]].append(one)
        for one, row in self._tables["keyboard"].items():
            self._names[row["name"]].append(one)
            for button_id in {button_id for line in row["layout"] for button_id in line}:
                self._holders[button_id].append(one)
        for (entity, one), action in self._actions.items():
            for handler_id in {handler_id for _, handler_id in shown_handlers(action)}:
                self._naming[entity, handler_id].append(one)

    async def row(self, entity: Entity, entity_id: int) -> Row | None:
        return self._tables[entity].get(entity_id)

    async def existing(self, entity: Entity, ids: Collection[int]) -> set[int]:
        return self._tables[entity].keys() & set(ids)

    async def buttons(self, ids: Collection[int]) -> dict[int, ButtonEntry]:
        names = ButtonEntry.__struct_fields__
        rows = self._tables["button"]
        return {
            one: msgspec.convert({name: rows[one][name] for name in names}, ButtonEntry)
            for one in set(ids) & rows.keys()
        }

    async def handler_of_pattern(self, match_key: str, but: int) -> int | None:
        return _other(self._patterns[match_key], but)

    async def callback_of_data(self, callback_data: str, but: int) -> int | None:
        return _other(self._data[callback_data], but)

    async def keyboard_named(self, name: str, but: int) -> int | None:
        return _other(self._names[name], but)

    async def keyboards_with(
        self, button_id: int, kinds: Iterable[KeyboardKind] = ("inline", "reply")
    ) -> list[Reference]:
        wanted = set(kinds)
        rows = await self.keyboard_rows_with(button_id)
        return _references("keyboard", [row["id"] for row in rows if row["kind"] in wanted])

    async def keyboard_rows_with(self, button_id: int) -> list[Row]:
        return [self._tables["keyboard"][one] for one in self._holders[button_id]]

    async def handlers_with(self, keyboard_id: int) -> list[Reference]:
        return _references("handler", self._showing_keyboard[keyboard_id])

    async def users_of_handler(self, handler_id: int) -> list[Reference]:
        showing = [one for one in self._naming["handler", handler_id] if one != handler_id]
        answering = {*self._callbacks_of[handler_id], *self._naming["callback", handler_id]}
        return [
            *_references("handler", showing),
            *_references("callback", sorted(answering)),
        ]

    async def callback_actions(self, handler_id: int) -> dict[int, Action]:
        return {one: self._actions["callback", one] for one in self._callbacks_of[handler_id]}

    async def handler_actions(self, ids: Collection[int]) -> list[Action]:
        known = self._tables["handler"].keys() & set(ids)
        return [self._actions["handler", one] for one in known]


def _other(ids: list[int], but: int) -> int | None:
    return next((one for one in ids if one != but), None)


def _references(entity: Entity, ids: list[int]) -> list[Reference]:
    return [Reference(entity, one) for one in ids[:NAMED_MAX]]
