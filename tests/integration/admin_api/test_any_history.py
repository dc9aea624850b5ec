"""Whatever admins do: the log gives the tables, and every state that was live comes back."""

import asyncio
from collections import defaultdict
from typing import Any, NamedTuple

import pytest
from botloom_admin_api.commands import Commands
from botloom_admin_api.deciding import Touched
from botloom_admin_api.errors import Conflict, Refusal
from botloom_admin_api.history.replaying import Same, replay
from botloom_admin_api.history.restoring import restore
from botloom_admin_api.loaded_repository import load_repository
from botloom_admin_api.operations import Create, Delete, Update
from botloom_admin_api.projection import TABLES
from botloom_admin_api.repository import Repository
from botloom_admin_api.resources import RESOURCES
from botloom_admin_api.schemas.restore import RestoreRequest
from botloom_admin_api.writing import check_conflicts, links_problems
from botloom_constructor.steps import Edit, Reply, Show, Stop
from botloom_contracts.database.models import ConfigEvent
from botloom_contracts.errors import InvalidInput
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

ids = st.sampled_from([1, 2, 3, 4])
"""The first three there are in the beginning."""
maybe = st.none() | ids
names = st.sampled_from("abcdef")
actions = st.sampled_from([(Reply(),), (Stop(),)]) | ids.map(lambda one: (Show(one),))


class Exchange(NamedTuple):
    """Two handlers exchange their patterns."""

    one: int
    other: int


class Restore(NamedTuple):
    back: int
    """So many commands before the last one."""
    only: tuple[str, int] | None = None


FIELDS = {
    "button": {"label": names, "data": names},
    "keyboard": {
        "name": names,
        "layout": st.lists(st.lists(ids, min_size=1, max_size=2), min_size=1, max_size=2),
    },
    "handler": {
        "pattern": names.map("/{}".format),
        "message": names,
        "action": actions,
        "keyboard_id": maybe,
        "enabled": st.booleans(),
    },
    "callback": {
        "callback_data": names,
        "handler_id": maybe,
        "action": st.sampled_from([(Edit(),), (Stop(),)]),
        "enabled": st.booleans(),
    },
}
NEEDED = {
    "button": ("label", "data"),
    "keyboard": ("name", "layout"),
    "handler": ("pattern", "message"),
    "callback": ("callback_data", "action"),
}


def operations_on(entity: str) -> st.SearchStrategy[Any]:
    resource, fields = RESOURCES[entity], FIELDS[entity]
    needed = {name: fields[name] for name in NEEDED[entity]}
    optional = {name: value for name, value in fields.items() if name not in needed}
    create = st.fixed_dictionaries(needed, optional=optional)
    patch = st.sampled_from(sorted(fields)).flatmap(
        lambda name: st.fixed_dictionaries({name: fields[name]})
    )
    return st.one_of(
        create.map(lambda given: Create(resource, resource.fields(**given))),
        st.builds(lambda one, given: Update(resource, one, resource.patch(**given)), ids, patch),
        ids.map(lambda one: Delete(resource, one)),
    )


operations = st.sampled_from(sorted(FIELDS)).flatmap(operations_on)
exchanges = st.lists(ids, min_size=2, max_size=2, unique=True).map(Exchange._make)
beginning = [
    Create(RESOURCES[entity], RESOURCES[entity].fields(**fields))
    for entity, many in {
        "button": [{"label": name, "data": name} for name in "abc"],
        "keyboard": [
            {"name": "a", "layout": [[1]]},
            {"name": "b", "layout": [[2, 3]]},
            {"name": "c", "layout": [[1]]},
        ],
        "handler": [
            {"pattern": "/a", "message": "a", "keyboard_id": 1},
            {"pattern": "/b", "message": "b", "action": (Show(1),)},
            {"pattern": "/c", "message": "c"},
        ],
        "callback": [
            {"callback_data": "a", "handler_id": 1, "action": (Edit(),)},
            {"callback_data": "b", "action": (Stop(),)},
            {"callback_data": "c", "action": (Stop(),)},
        ],
    }.items()
    for fields in many
]
some = st.sampled_from(sorted(FIELDS))
steps_back = st.integers(0, 11)
commands = st.one_of(
    operations.map(lambda one: [one]),
    st.lists(operations, min_size=2, max_size=3),
    exchanges,
    st.builds(Restore, steps_back, st.none()),
    st.builds(Restore, steps_back, st.tuples(some, ids)),
)


class Bot:
    """One configuration, and what its tables were after each command."""

    def __init__(self, sessions: async_sessionmaker[AsyncSession]) -> None:
        self._sessions = sessions
        self._commands = Commands(sessions)
        self.rows: Any = {entity: {} for entity in TABLES}
        self.past: dict[int, Any] = {0: authored(self.rows)}
        self.seq = 0

    async def do(self, command: Any) -> None:
        """What is refused leaves everything as it was."""
        try:
            if isinstance(command, Restore):
                seqs = sorted(self.past, reverse=True)
                await self.restore(seqs[: command.back + 1][-1], command.only)
                return
            if isinstance(command, Exchange):
                command = self._exchanged(*command)
            changes = await self._commands.run(command, "test", "bulk")
        except (InvalidInput, Refusal):
            assert await self._read() == self.rows
        else:
            await self._note(max(one.seq for one in changes))

    async def _note(self, seq: int) -> None:
        self.seq = seq
        self.rows = await self._read()
        self.past[seq] = authored(self.rows)

    def _exchanged(self, one: int, other: int) -> list[Any]:
        handlers = self.rows["handler"]
        patterns = [handlers.get(found, {}).get("pattern", "/x") for found in (other, one)]
        resource = RESOURCES["handler"]
        return [
            Update(resource, found, resource.patch(pattern=pattern))
            for found, pattern in zip((one, other), patterns, strict=True)
        ]

    async def restore(self, seq: int, only: tuple[str, int] | None = None) -> None:
        entity, entity_id = only or (None, None)
        wanted = RestoreRequest(seq=seq, entity=entity, entity_id=entity_id)
        expected = self.past[seq]
        await self._note((await restore(self._commands, wanted, "test")).seq)
        state = self.past[self.seq]
        if only is None:
            assert state == expected
        else:
            assert state[entity].get(entity_id) == expected[entity].get(entity_id)
        assert (await restore(self._commands, wanted, "test")).seq == self.seq

    async def _read(self) -> dict[str, dict[int, Any]]:
        async with self._sessions() as session:
            return {
                entity: {
                    row["id"]: dict(row)
                    for row in (await session.execute(select(table))).mappings()
                }
                for entity, table in TABLES.items()
            }

    async def versions(self) -> dict[tuple[str, int], list[int]]:
        """Of each object, in the order of its events."""
        found = defaultdict(list)
        async with self._sessions() as session:
            for event in await session.scalars(select(ConfigEvent).order_by(ConfigEvent.seq)):
                if event.state is not None:
                    found[event.entity, event.entity_id].append(event.state["version"])
        return found

    async def compare_repositories(self) -> None:
        """Checks find the same in memory as in the tables."""
        async with self._sessions() as session:
            loaded = await load_repository(session)
            for entity, rows in self.rows.items():
                for one in (1, 2, 3):
                    touched = Touched(0, RESOURCES[entity], one, rows.get(one))
                    expected = await found_by(touched, Repository(session))
                    assert await found_by(touched, loaded) == expected


def authored(rows: dict[str, dict[int, Any]]) -> Any:
    stamps = ("version", "updated_at")
    return {
        entity: {
            one: {k: v for k, v in row.items() if k not in stamps} for one, row in found.items()
        }
        for entity, found in rows.items()
    }


async def found_by(touched: Touched, rows: Repository) -> Any:
    problems = await links_problems(touched, rows)
    try:
        if not problems:
            await check_conflicts(touched, rows)
    except Conflict as conflict:
        return conflict.errors, conflict.conflicts
    return problems


@pytest.mark.long
def test_any_history_can_be_replayed_and_restored(database_url: str) -> None:
    with asyncio.Runner() as runner:
        engine = create_async_engine(database_url)
        sessions = async_sessionmaker(engine, expire_on_commit=False)

        async def live(history: list[Any]) -> None:
            async with sessions.begin() as session:
                names = ", ".join(table.name for table in TABLES.values())
                await session.execute(text(f"TRUNCATE config_events, {names} RESTART IDENTITY"))
            bot = Bot(sessions)
            for command in (beginning, *history):
                await bot.do(command)
            begun, ended = len(beginning), bot.seq
            for seq in (begun, ended):
                await bot.restore(seq)
            found = await replay(engine)
            assert isinstance(found, Same), found
            assert found.events == bot.seq
            for versions in (await bot.versions()).values():
                assert versions == sorted(set(versions))
            await bot.compare_repositories()

        @settings(
            max_examples=30,
            deadline=None,
            phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink takes minutes
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        )
        @given(st.lists(commands, min_size=4, max_size=10))
        def examples(history: list[Any]) -> None:
            runner.run(live(history))

        try:
            examples()
        finally:
            runner.run(engine.dispose())
