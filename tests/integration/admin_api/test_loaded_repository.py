"""What is answered in memory is what the tables answer."""

import pytest
from botloom_admin_api.database import connect_database
from botloom_admin_api.loaded_repository import LoadedRepository
from botloom_admin_api.projection import TABLES
from botloom_admin_api.repository import Repository
from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession
from support.generated_configurations import generated

IDS = range(1, 40)


@pytest.mark.parametrize("seed", range(3))
async def test_both_give_the_same_answers(database_url, seed):
    rows = generated(seed)
    engine = connect_database(database_url)
    async with AsyncSession(engine) as session:
        for entity in ("button", "keyboard", "handler", "callback"):
            if rows[entity]:
                await session.execute(insert(TABLES[entity]), list(rows[entity].values()))
        tables, loaded = Repository(session), LoadedRepository(rows)
        for method, *arguments in questions(rows):
            expected = await getattr(tables, method)(*arguments)
            assert await getattr(loaded, method)(*arguments) == expected, (method, arguments)
        for handler_id in rows["handler"]:
            (action,) = await tables._handler_actions([handler_id])
            leads_back = await tables.leads_back(handler_id, action)
            assert await loaded.leads_back(handler_id, action) == leads_back
    await engine.dispose()


def questions(rows):
    for entity in rows:
        yield "existing", entity, IDS
    yield "buttons", IDS
    for one in IDS:
        yield "keyboards_with", one
        yield "keyboards_with", one, ["reply", "remove"]
        yield "handlers_with", one
        yield "users_of_handler", one
        yield "callback_actions", one
    for one, row in rows["handler"].items():
        yield "handler_of_pattern", row["match_key"], one
        yield "handler_of_pattern", row["match_key"], 0
    for one, row in rows["callback"].items():
        yield "callback_of_data", row["callback_data"], one
        yield "callback_of_data", row["callback_data"], 0
    for one, row in rows["keyboard"].items():
        yield "keyboard_named", row["name"], one
        yield "keyboard_named", row["name"], 0
