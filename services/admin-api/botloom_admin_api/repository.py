"""What commands and routes read from the tables of the configuration."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any, cast

import msgspec
from botloom_constructor.actions import decode_action, shown_handlers
from botloom_constructor.steps import Action
from botloom_contracts.database.models import Button, Callback, ConfigEvent, Handler, Keyboard
from botloom_contracts.events import Entity
from botloom_contracts.keyboards import ButtonEntry, KeyboardKind
from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy import cast as sql_cast
from sqlalchemy.dialects.postgresql import JSONB, JSONPATH
from sqlalchemy.ext.asyncio import AsyncSession

from .listing import Listing, ListQuery, cut_page, select_page
from .projection import TABLES
from .schemas.fields import is_id
from .schemas.problems import Reference

Row = dict[str, Any]
"""A row by its columns."""

NAMED_MAX = 20
"""Of those who use a thing, so many are named."""


class Repository:
    """Reads in the transaction of `session`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def row(self, entity: Entity, entity_id: int) -> Row | None:
        if not is_id(entity_id):
            return None
        table = TABLES[entity]
        found = await self._session.execute(select(table).where(table.c.id == entity_id))
        row = found.mappings().one_or_none()
        return None if row is None else dict(row)

    async def page(self, listing: Listing, query: ListQuery) -> tuple[Sequence[Row], str | None]:
        """The rows, and the cursor of the next page if there is one."""
        found = await self._session.execute(select_page(listing, query))
        return cut_page(listing, query, [dict(row) for row in found.mappings()])

    async def rows_of(self, entity: Entity, ids: Collection[int]) -> dict[int, Row]:
        """Those of `ids` that there are, by their ids."""
        table = TABLES[entity]
        known = [one for one in ids if is_id(one)]
        if not known:
            return {}
        found = await self._session.execute(select(table).where(table.c.id == func.any(known)))
        return {row["id"]: dict(row) for row in found.mappings()}

    async def new_ids(self, entity: Entity, count: int) -> list[int]:
        """Ids that no other object of the kind has had or will have."""
        sequence = func.pg_get_serial_sequence(TABLES[entity].name, "id")
        numbers = func.generate_series(1, count).table_valued("n")
        found = await self._session.scalars(select(func.nextval(sequence)).select_from(numbers))
        return cast(list[int], list(found))

    async def last_versions(self, entity: Entity, ids: Collection[int]) -> dict[int, int]:
        """Of objects that were there once, the version that they had last."""
        version = ConfigEvent.previous["version"].as_integer()
        query = (
            select(ConfigEvent.entity_id, func.max(version).label("last"))
            .where(
                ConfigEvent.entity == entity,
                ConfigEvent.entity_id == func.any(list(ids)),
                ConfigEvent.state.is_(None),
            )
            .group_by(ConfigEvent.entity_id)
        )
        return {found.entity_id: found.last for found in await self._session.execute(query)}

    async def existing(self, entity: Entity, ids: Collection[int]) -> set[int]:
        """Which of `ids` there are."""
        table = TABLES[entity]
        known = [one for one in ids if is_id(one)]
        if not known:
            return set()
        return set(await self._session.scalars(select(table.c.id).where(table.c.id.in_(known))))

    async def buttons(self, ids: Collection[int]) -> dict[int, ButtonEntry]:
        """Those of `ids` that there are."""
        query = select(TABLES["button"]).where(Button.id == func.any(list(ids)))
        found = await self._session.execute(query)
        names = ButtonEntry.__struct_fields__
        return {
            row["id"]: msgspec.convert({name: row[name] for name in names}, ButtonEntry)
            for row in found.mappings()
        }

    async def handler_of_pattern(self, match_key: str, but: int) -> int | None:
        """The enabled one, beside `but`."""
        query = select(Handler.id).where(
            Handler.match_key == match_key, Handler.enabled, Handler.id != but
        )
        return await self._session.scalar(query)

    async def callback_of_data(self, callback_data: str, but: int) -> int | None:
        """The enabled one, beside `but`."""
        query = select(Callback.id).where(
            Callback.callback_data == callback_data, Callback.enabled, Callback.id != but
        )
        return await self._session.scalar(query)

    async def keyboard_named(self, name: str, but: int) -> int | None:
        """Beside `but`."""
        query = select(Keyboard.id).where(Keyboard.name == name, Keyboard.id != but)
        return await self._session.scalar(query)

    async def keyboards_with(
        self, button_id: int, kinds: Iterable[KeyboardKind] = ("inline", "reply")
    ) -> list[Reference]:
        """Those of `kinds` that hold the button."""
        query = select(Keyboard.id).where(holds_button(button_id), Keyboard.kind.in_(list(kinds)))
        return await self._references("keyboard", query)

    async def keyboard_rows_with(self, button_id: int) -> list[Row]:
        """The keyboards that hold the button."""
        table = TABLES["keyboard"]
        query = select(table).where(holds_button(button_id)).order_by(table.c.id)
        return [dict(row) for row in (await self._session.execute(query)).mappings()]

    async def handlers_with(self, keyboard_id: int) -> list[Reference]:
        query = select(Handler.id).where(Handler.keyboard_id == keyboard_id)
        return await self._references("handler", query)

    async def users_of_handler(self, handler_id: int) -> list[Reference]:
        """Callbacks that show its content, and other handlers and callbacks that run it."""
        # What the database finds may be in a request's body, which only looks like a step.
        handlers = select(Handler.id, Handler.action).where(
            shows_handler(Handler.action, handler_id), Handler.id != handler_id
        )
        callbacks = select(Callback.id, Callback.action, Callback.handler_id).where(
            or_(Callback.handler_id == handler_id, shows_handler(Callback.action, handler_id))
        )
        showing = [
            Reference("handler", one)
            for one, action in await self._session.execute(handlers.order_by(Handler.id))
            if _names(action, handler_id)
        ]
        answering = [
            Reference("callback", one)
            for one, action, shown in await self._session.execute(callbacks.order_by(Callback.id))
            if shown == handler_id or _names(action, handler_id)
        ]
        return [*showing[:NAMED_MAX], *answering[:NAMED_MAX]]

    async def callback_actions(self, handler_id: int) -> dict[int, Action]:
        """The action of each callback that shows the content of the handler, by its id."""
        query = select(Callback.id, Callback.action).where(Callback.handler_id == handler_id)
        found = await self._session.execute(query.order_by(Callback.id))
        return {callback_id: decode_action(action) for callback_id, action in found}

    async def leads_back(self, handler_id: int, action: Action) -> bool:
        """That steps `show`, followed from one handler to the next, come to `handler_id`."""
        seen: set[int] = set()
        reached = _shown(action)
        while reached and handler_id not in reached:
            seen |= reached
            actions = await self._handler_actions(reached)
            reached = {shown for one in actions for shown in _shown(one)} - seen
        return bool(reached)

    async def _handler_actions(self, ids: Collection[int]) -> list[Action]:
        known = [one for one in ids if is_id(one)]
        query = select(Handler.action).where(Handler.id == func.any(known))
        return [decode_action(action) for action in await self._session.scalars(query)]

    async def _references(self, entity: Entity, ids: Select[int]) -> list[Reference]:
        found = await self._session.scalars(ids.order_by("id").limit(NAMED_MAX))
        return [Reference(entity, one) for one in found]


def _shown(action: Action) -> set[int]:
    return {handler_id for _, handler_id in shown_handlers(action)}


def holds_button(button_id: int) -> ColumnElement[bool]:
    return Keyboard.layout.op("@>")(sql_cast([[button_id]], JSONB))


def _names(action: str, handler_id: int) -> bool:
    return any(shown == handler_id for _, shown in shown_handlers(decode_action(action)))


def shows_handler(action: Any, handler_id: int) -> ColumnElement[bool]:
    """That something in the action looks like a step that names the handler."""
    named = sql_cast('$.** ? (@.type == "show" && @.handler_id == $id)', JSONPATH)
    variables = sql_cast({"id": handler_id}, JSONB)
    # Few actions have the word: the others need not be read as JSON.
    return and_(
        action.contains('"show"'),
        func.jsonb_path_exists(sql_cast(action, JSONB), named, variables),
    )
