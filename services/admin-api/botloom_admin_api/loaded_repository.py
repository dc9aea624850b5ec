"""The whole configuration in memory, to ask it much at once: the answers of `Repository`."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import msgspec
from botloom_constructor.actions import decode_action, shown_handlers
from botloom_constructor.steps import Action
from botloom_contracts.database.models import ConfigEvent
from botloom_contracts.events import Entity
from botloom_contracts.keyboards import ButtonEntry, KeyboardKind
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from .cycles import on_cycles
from .history.differences import Configuration
from .projection import TABLES
from .repository import NAMED_MAX, Repository, Row
from .schemas.problems import Reference


async def load_repository(session: AsyncSession) -> "LoadedRepository":
    """With the configuration as the transaction has it now: later changes are not seen."""
    return LoadedRepository(await read_tables(session))


async def read_tables(session: AsyncSession) -> Configuration:
    """All of them, in the order of the ids."""
    tables: dict[Entity, dict[int, Row]] = {}
    for entity, table in TABLES.items():
        found = await session.execute(select(table).order_by(table.c.id))
        tables[entity] = {row["id"]: dict(row) for row in found.mappings()}
    return tables


class LoadedRepository(Repository):
    """Without a session: it answers what checks ask, and nothing else."""

    def __init__(self, rows: Configuration) -> None:
        self._rows: dict[Entity, dict[int, Row]] = {
            entity: dict(some) for entity, some in rows.items()
        }

    def take(self, events: Sequence[ConfigEvent]) -> None:
        """Before the first question about other rows than single ones."""
        for event in events:
            entity: Any = event.entity
            if event.state is None:
                del self._rows[entity][event.entity_id]
            else:
                self._rows[entity][event.entity_id] = event.state

    async def row(self, entity: Entity, entity_id: int) -> Row | None:
        return self._rows[entity].get(entity_id)

    async def rows_of(self, entity: Entity, ids: Collection[int]) -> dict[int, Row]:
        rows = self._rows[entity]
        return {one: rows[one] for one in ids if one in rows}

    async def last_versions(self, entity: Entity, ids: Collection[int]) -> dict[int, int]:
        return {}  # who is asked for here is new

    async def existing(self, entity: Entity, ids: Collection[int]) -> set[int]:
        return {one for one in ids if one in self._rows[entity]}

    async def buttons(self, ids: Collection[int]) -> dict[int, ButtonEntry]:
        found = await self.rows_of("button", ids)
        names = ButtonEntry.__struct_fields__
        return {
            one: msgspec.convert({name: row[name] for name in names}, ButtonEntry)
            for one, row in found.items()
        }

    async def handler_of_pattern(self, match_key: str, but: int) -> int | None:
        return _other(self._handlers_by_pattern.get(match_key, ()), but)

    async def callback_of_data(self, callback_data: str, but: int) -> int | None:
        return _other(self._callbacks_by_data.get(callback_data, ()), but)

    async def keyboard_named(self, name: str, but: int) -> int | None:
        return _other(self._keyboards_by_name.get(name, ()), but)

    async def keyboards_with(
        self, button_id: int, kinds: Iterable[KeyboardKind] = ("inline", "reply")
    ) -> list[Reference]:
        rows = await self.keyboard_rows_with(button_id)
        allowed = set(kinds)
        return _references("keyboard", (row["id"] for row in rows if row["kind"] in allowed))

    async def keyboard_rows_with(self, button_id: int) -> list[Row]:
        keyboards = self._rows["keyboard"]
        return [keyboards[one] for one in sorted(self._keyboards_by_button.get(button_id, ()))]

    async def handlers_with(self, keyboard_id: int) -> list[Reference]:
        return _references("handler", sorted(self._handlers_by_keyboard.get(keyboard_id, ())))

    async def users_of_handler(self, handler_id: int) -> list[Reference]:
        showing = set(self._shown_by["handler"].get(handler_id, ())) - {handler_id}
        answering = {
            *self._shown_by["callback"].get(handler_id, ()),
            *self._callbacks_by_handler.get(handler_id, ()),
        }
        return [
            *_references("handler", sorted(showing)),
            *_references("callback", sorted(answering)),
        ]

    async def callback_actions(self, handler_id: int) -> dict[int, Action]:
        callbacks = self._rows["callback"]
        return {
            one: decode_action(callbacks[one]["action"])
            for one in sorted(self._callbacks_by_handler.get(handler_id, ()))
        }

    async def leads_back(self, handler_id: int, action: Action) -> bool:
        return handler_id in self._on_cycles

    @cached_property
    def _handlers_by_pattern(self) -> Mapping[str, list[int]]:
        return _index((row["match_key"], row["id"]) for row in self._enabled("handler"))

    @cached_property
    def _callbacks_by_data(self) -> Mapping[str, list[int]]:
        return _index((row["callback_data"], row["id"]) for row in self._enabled("callback"))

    @cached_property
    def _keyboards_by_name(self) -> Mapping[str, list[int]]:
        return _index((row["name"], one) for one, row in self._rows["keyboard"].items())

    @cached_property
    def _keyboards_by_button(self) -> Mapping[int, list[int]]:
        return _index(
            (button_id, one)
            for one, row in self._rows["keyboard"].items()
            for button_id in {button_id for line in row["layout"] for button_id in line}
        )

    @cached_property
    def _handlers_by_keyboard(self) -> Mapping[int, list[int]]:
        return _index((row["keyboard_id"], one) for one, row in self._rows["handler"].items())

    @cached_property
    def _callbacks_by_handler(self) -> Mapping[int, list[int]]:
        return _index((row["handler_id"], one) for one, row in self._rows["callback"].items())

    @cached_property
    def _shows(self) -> Mapping[Entity, Mapping[int, set[int]]]:
        """The handlers that each handler and callback names in its steps."""
        entities: tuple[Entity, ...] = ("handler", "callback")
        return {
            entity: {
                one: {shown for _, shown in shown_handlers(decode_action(row["action"]))}
                for one, row in self._rows[entity].items()
                if '"show"' in row["action"]
            }
            for entity in entities
        }

    @cached_property
    def _shown_by(self) -> Mapping[Entity, Mapping[int, list[int]]]:
        return {
            entity: _index((shown, one) for one, named in some.items() for shown in named)
            for entity, some in self._shows.items()
        }

    @cached_property
    def _on_cycles(self) -> set[int]:
        return on_cycles(self._shows["handler"])

    def _enabled(self, entity: Entity) -> Iterator[Row]:
        return (row for row in self._rows[entity].values() if row["enabled"])


def _index(pairs: Iterable[tuple[Any, int]]) -> Mapping[Any, list[int]]:
    found: defaultdict[Any, list[int]] = defaultdict(list)
    for key, one in pairs:
        found[key].append(one)
    return found


def _other(ids: Iterable[int], but: int) -> int | None:
    return next((one for one in ids if one != but), None)


def _references(entity: Entity, ids: Iterable[int]) -> list[Reference]:
    return [Reference(entity, one) for one in list(ids)[:NAMED_MAX]]
