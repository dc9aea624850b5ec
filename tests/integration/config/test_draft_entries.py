"""What a draft makes of the tables, and of the cache's keys, is what they would be if it were live.

Both are compared for random configurations and random changes of them.
"""

from collections.abc import AsyncIterator, Callable
from copy import deepcopy
from datetime import UTC, datetime
from random import Random
from typing import Any

import msgspec
import pytest
from botloom_config.repository import snapshot
from botloom_contracts.database.draft_session import in_draft
from botloom_contracts.database.models import TABLES, Draft, DraftChange
from botloom_contracts.events import Entity
from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

AT = datetime(2026, 11, 24, 12, 0, 0, 250, UTC)
DRAFT_ID = 1

Row = dict[str, Any]
Rows = dict[Entity, dict[int, Row]]


@pytest.fixture
async def engine(database_url: str) -> AsyncIterator[AsyncEngine]:
    engine = create_async_engine(database_url)
    yield engine
    await engine.dispose()


@pytest.mark.parametrize("seed", range(4))
async def test_a_draft_is_what_it_would_be_if_it_were_live(engine: AsyncEngine, seed: int) -> None:
    chance = Random(seed)
    for _ in range(6):
        before = configuration(chance, {})
        after = configuration(chance, before)
        await make_live(engine, before)
        await make_draft(engine, before, after)
        rows = await rows_in_draft(engine)
        async with snapshot(engine) as tables:
            entries = {**await tables.all_entries(), **await tables.draft_entries(DRAFT_ID)}
        await make_live(engine, after)
        assert rows == await rows_in_draft(engine)
        async with snapshot(engine) as tables:
            live = await tables.all_entries()
        assert {key: value for key, value in entries.items() if value is not None} == live


async def test_a_keyboard_of_a_draft_goes_on_without_a_button_that_is_gone_live(
    engine: AsyncEngine,
) -> None:
    buttons = {one: row(one, label=f"{one}", data="x") for one in (1, 2)}
    keyboard = row(1, name="menu", layout=[[1], [2]])
    await make_live(engine, {"button": buttons})
    await make_draft(engine, {}, {"keyboard": {1: keyboard}})
    await make_live(engine, {"button": {2: buttons[2]}}, keeps_draft=True)
    async with snapshot(engine) as tables:
        entries = await tables.draft_entries(DRAFT_ID)
    assert msgspec.json.decode(entries["keyboard:1"])["layout"] == [[{"label": "2", "data": "x"}]]


def row(row_id: int, version: int = 1, **fields: Any) -> Row:
    return {"id": row_id, "version": version, "created_at": AT, "updated_at": AT, **fields}


def configuration(chance: Random, before: Rows) -> Rows:
    """In order by itself, as the rules of the admin API have it; some of it as it was before."""

    def some(entity: Entity, count: int, fields: Callable[[], Row]) -> dict[int, Row]:
        there = before.get(entity, {})
        found: dict[int, Row] = {}
        for one in range(1, count + 1):
            if one in there and chance.random() < 0.5:
                found[one] = deepcopy(there[one])
            elif chance.random() < 0.8:
                found[one] = row(one, len(before) + 1, **fields())
        return found

    buttons = some(
        "button", 6, lambda: {"label": chance.choice("abc"), "data": chance.choice("xy")}
    )
    keyboards = some("keyboard", 4, lambda: {"layout": [chance.sample(range(1, 7), 2)]})
    handlers = some(
        "handler",
        6,
        lambda: {
            "pattern": chance.choice(["/a", "/b", "/c", "/d"]),
            "action": '[{"type":"reply"}]',
            "message": chance.choice("mno"),
            "keyboard_id": chance.randint(1, 4),
            "enabled": chance.random() < 0.9,
        },
    )
    callbacks = some(
        "callback",
        5,
        lambda: {
            "callback_data": chance.choice(["x", "y", "z:*"]),
            "action": '[{"type":"edit"}]',
            "handler_id": chance.randint(1, 6),
            "enabled": chance.random() < 0.9,
        },
    )
    for one, keyboard in keyboards.items():
        keyboard["name"] = str(one)
        keyboard["layout"] = [
            [button for button in line if button in buttons] for line in keyboard["layout"]
        ]
    for handler in handlers.values():
        handler["match_key"] = handler["pattern"]
    _no_loose_ends(handlers, "keyboard_id", keyboards)
    _no_loose_ends(callbacks, "handler_id", handlers)
    _one_enabled(handlers, "pattern")
    _one_enabled(callbacks, "callback_data")
    return {"button": buttons, "keyboard": keyboards, "handler": handlers, "callback": callbacks}


def _no_loose_ends(rows: dict[int, Row], column: str, others: dict[int, Row]) -> None:
    for one in rows.values():
        one[column] = one[column] if one[column] in others else None


def _one_enabled(rows: dict[int, Row], column: str) -> None:
    seen: set[str] = set()
    for one in rows.values():
        one["enabled"] = one["enabled"] and one[column] not in seen
        seen |= {one[column]} if one["enabled"] else set()


async def make_live(engine: AsyncEngine, rows: Rows, keeps_draft: bool = False) -> None:
    """All that there is; without a draft."""
    async with engine.begin() as connection:
        if not keeps_draft:
            await connection.execute(delete(Draft))
        for entity, table in TABLES.items():
            await connection.execute(delete(table))
            for one in rows.get(entity, {}).values():
                await connection.execute(insert(table).values(one))


async def make_draft(engine: AsyncEngine, before: Rows, after: Rows) -> None:
    """That changes what is in `before` to what is in `after`."""
    async with engine.begin() as connection:
        draft = {"id": DRAFT_ID, "name": "summer", "created_by": "a test"}
        await connection.execute(insert(Draft).values(draft))
        for entity in TABLES:
            old, new = before.get(entity, {}), after.get(entity, {})
            for one in old.keys() | new.keys():
                if old.get(one) != new.get(one):
                    change = {
                        "draft_id": DRAFT_ID,
                        "entity": entity,
                        "entity_id": one,
                        "state": msgspec.to_builtins(new.get(one)),
                        "base_version": old[one]["version"] if one in old else None,
                    }
                    await connection.execute(insert(DraftChange).values(change))


async def rows_in_draft(engine: AsyncEngine) -> dict[str, list[Any]]:
    """The live rows, where there is no draft."""
    async with engine.connect() as connection, in_draft(connection, DRAFT_ID) as session:
        return {
            entity: (await session.execute(select(table).order_by(table.c.id))).all()
            for entity, table in TABLES.items()
        }
