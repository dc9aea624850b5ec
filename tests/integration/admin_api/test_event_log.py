import asyncio
import json
from uuid import UUID

import pytest
from botloom_admin_api import projection
from botloom_contracts.database.models import ConfigEvent
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

TABLES = ("callbacks", "handlers", "keyboards", "buttons")


@pytest.fixture
async def engine(database_url):
    engine = create_async_engine(database_url)
    yield engine
    await engine.dispose()


async def read_log(engine):
    async with AsyncSession(engine) as session:
        return list(await session.scalars(select(ConfigEvent).order_by(ConfigEvent.seq)))


async def read_tables(engine):
    async with engine.connect() as connection:
        return {
            table: [
                tuple(row) for row in await connection.execute(text(f"TABLE {table} ORDER BY id"))
            ]
            for table in TABLES
        }


async def test_each_change_is_one_event_with_the_state_before_and_after(api, engine):
    button = await api.create("buttons", label="x", data="x")
    path = f"/buttons/{button['id']}"
    patched = await api.patch(path, label="y")
    await api.delete(path)

    created, updated, deleted = await read_log(engine)
    assert [event.seq for event in (created, updated, deleted)] == [1, 2, 3]
    assert [event.type for event in (created, updated, deleted)] == [
        "button.created",
        "button.updated",
        "button.deleted",
    ]
    assert (created.entity, created.entity_id) == ("button", button["id"])
    assert created.actor == "token:admin"
    assert isinstance(created.event_id, UUID)
    assert (created.previous, created.state) == (None, button)
    assert (updated.previous, updated.state) == (button, patched)
    assert (deleted.previous, deleted.state) == (patched, None)


async def test_the_state_is_the_whole_row(api, engine):
    handler = await api.create("handlers", pattern=" Привет ", message="hi")
    (event,) = await read_log(engine)
    assert event.state == handler | {
        "pattern": "Привет",
        "match_key": "привет",
        "action": '[{"type":"reply"}]',
    }


async def test_changes_name_their_event(api):
    response = await api.request("POST", "/buttons", {"label": "x", "data": "x"})
    assert response.headers["botloom-config-seq"] == "1"
    path = f"/buttons/{response.json()['id']}"
    response = await api.request("PATCH", path, {"label": "y"})
    assert response.headers["botloom-config-seq"] == "2"
    assert (await api.request("DELETE", path)).headers["botloom-config-seq"] == "3"


async def test_a_patch_without_a_difference_appends_nothing(api, engine):
    fields = {"pattern": "/start", "message": "hi"}
    handler = await api.create("handlers", **fields)
    for patch in ({}, fields, {"action": [{"type": "reply"}]}):
        assert await api.patch(f"/handlers/{handler['id']}", **patch) == handler
    assert len(await read_log(engine)) == 1


async def test_a_refused_change_appends_nothing(api, engine):
    await api.create("handlers", pattern="/start", message="hi")
    await api.problem(409, "POST", "/handlers", {"pattern": "/start", "message": "hi"})
    await api.problem(422, "POST", "/handlers", {"pattern": "/a"})
    assert [event.seq for event in await read_log(engine)] == [1]


async def test_concurrent_writers_of_two_processes_leave_no_gaps(api, second_api, engine):
    async def write(api, number: int) -> list[int]:
        button = await api.create("buttons", label=f"{number}", data="x")
        path = f"/buttons/{button['id']}"
        patched = await api.request("PATCH", path, {"label": f"{number}!"})
        deleted = await api.request("DELETE", path)
        return [int(one.headers["botloom-config-seq"]) for one in (patched, deleted)]

    writers = [write(one, number) for number in range(10) for one in (api, second_api)]
    for patched, deleted in await asyncio.gather(*writers):
        assert patched < deleted
    events = await read_log(engine)
    assert [event.seq for event in events] == list(range(1, 61))
    times = [event.occurred_at for event in events]
    assert times == sorted(times)


async def test_of_concurrent_creations_of_one_pattern_one_is_let_in(api, second_api):
    body = {"pattern": "/start", "message": "hi"}
    responses = await asyncio.gather(
        *(one.request("POST", "/handlers", body) for _ in range(5) for one in (api, second_api))
    )
    assert sorted(response.status_code for response in responses) == [201] + [409] * 9


async def test_replaying_the_log_gives_the_same_tables(api, engine):
    await build_a_bot(api)
    before = await read_tables(engine)
    assert all(before.values())
    events = await read_log(engine)

    async with AsyncSession(engine) as session, session.begin():
        await session.execute(text(f"TRUNCATE {', '.join(TABLES)}"))
        for event in events:
            await projection.apply(session, [event])
    assert await read_tables(engine) == before


@pytest.mark.parametrize("emptied", [True, False], ids=["anew", "over_present_rows"])
async def test_an_event_older_than_a_column_gives_the_columns_default(api, engine, emptied):
    media = [{"type": "location", "latitude": 1.0, "longitude": 2.0}]
    handler = await api.create("handlers", pattern="/start", media=media, options={"silent": True})
    button = await api.create("buttons", label="x", data="x", style="danger", icon="1")
    events = await read_log(engine)
    async with AsyncSession(engine) as session, session.begin():
        if emptied:
            await session.execute(text(f"TRUNCATE {', '.join(TABLES)}"))
        for event in events:
            later = ("media", "options", "style", "icon")
            event.state = {key: value for key, value in event.state.items() if key not in later}
            await projection.apply(session, [event])
    path = f"/handlers/{handler['id']}"
    assert await api.get(path) == handler | {"media": [], "options": {}}
    path = f"/buttons/{button['id']}"
    assert await api.get(path) == button | {"style": None, "icon": None}


async def test_applying_an_event_twice_changes_nothing(api, engine):
    await build_a_bot(api)
    before = await read_tables(engine)
    last = {(event.entity, event.entity_id): event for event in await read_log(engine)}
    async with AsyncSession(engine) as session, session.begin():
        for event in last.values():
            await projection.apply(session, [event])
    assert await read_tables(engine) == before


async def test_each_previous_state_is_the_state_before_it(api, engine):
    await build_a_bot(api)
    states = {}
    for event in await read_log(engine):
        known = states.get((event.entity, event.entity_id))
        assert json.dumps(event.previous, sort_keys=True) == json.dumps(known, sort_keys=True)
        states[event.entity, event.entity_id] = event.state


async def build_a_bot(api):
    """A bit of everything, created, changed and deleted."""
    buttons = [(await api.create("buttons", label=data, data=data))["id"] for data in "abcd"]
    keyboard = await api.create("keyboards", name="menu", layout=[buttons[:2], buttons[2:3]])
    await api.create("keyboards", name="none", kind="remove")
    text_button = await api.create("buttons", label="Меню", kind="text")
    await api.create(
        "keyboards",
        name="reply",
        kind="reply",
        layout=[[text_button["id"]]],
        options={"placeholder": "…"},
    )
    handler = await api.create(
        "handlers", pattern="/start", message="<b>hi</b>", keyboard_id=keyboard["id"], priority=-5
    )
    other = await api.create(
        "handlers",
        pattern="Привет",
        message='"\\',
        parse_mode=None,
        media=[{"type": "poll", "question": "?", "options": ["a", "b"]}],
        options={"link_preview": {"disabled": True}},
    )
    await api.create("callbacks", callback_data="a", handler_id=handler["id"])
    gone = await api.create("callbacks", callback_data="b", handler_id=other["id"])
    await api.patch(f"/handlers/{other['id']}", enabled=False, title="Ω")
    await api.patch(f"/keyboards/{keyboard['id']}", layout=[buttons[:1]])
    await api.delete(f"/callbacks/{gone['id']}")
    await api.delete(f"/buttons/{buttons[3]}")
