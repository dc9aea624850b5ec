import asyncio

import pytest
from botloom_admin_api.history.replaying import Difference, Same, replay
from botloom_admin_api.replay import Settings, check
from sqlalchemy.ext.asyncio import create_async_engine


@pytest.fixture
async def engine(database_url):
    engine = create_async_engine(database_url)
    yield engine
    await engine.dispose()


@pytest.fixture
async def handler(api):
    """With another that was deleted, a button and a keyboard."""
    button = await api.create("buttons", label="x", data="x")
    await api.create("keyboards", name="menu", layout=[[button["id"]]])
    gone = await api.create("handlers", pattern="/gone", message="hi")
    handler = await api.create("handlers", pattern="/start", message="hi")
    await api.delete(f"/handlers/{gone['id']}")
    return await api.patch(f"/handlers/{handler['id']}", message="bye")


async def test_the_log_gives_the_tables_and_nothing_of_it_stays(engine, handler, database, capsys):
    query = "SELECT count(*) FROM pg_class"
    before = await database.fetchval(query)
    same = await replay(engine)
    assert same == Same(6, {"button": 1, "callback": 0, "handler": 1, "keyboard": 1})
    assert await database.fetchval(query) == before

    settings = Settings(database_url=engine.url.render_as_string(hide_password=False))
    await check(settings, asyncio.Event())
    counted = "1 buttons, 0 callbacks, 1 handlers, 1 keyboards"
    assert capsys.readouterr().out == f"the same: {counted}, from 6 events\n"


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE handlers SET message = 'by hand'", (2, "message", "by hand", "bye")),
        (
            "UPDATE handlers SET options = '{\"silent\": true}'",
            (2, "options", {"silent": True}, {}),
        ),
        ("UPDATE handlers SET version = 9", (2, "version", 9, 2)),
        ("DELETE FROM handlers", (2, "id", None, 2)),
        ("UPDATE handlers SET id = 1", (1, "id", 1, None)),
    ],
)
async def test_the_first_difference_is_told(engine, handler, database, statement, found):
    await database.execute(statement)
    assert await replay(engine) == Difference("handlers", *found)


async def test_a_difference_ends_with_exit_code_1(engine, handler, database, capsys):
    await database.execute("UPDATE handlers SET message = 'by hand'")
    settings = Settings(database_url=engine.url.render_as_string(hide_password=False))
    with pytest.raises(SystemExit) as end:
        await check(settings, asyncio.Event())
    assert end.value.code == 1
    assert "handlers 2, message: the table has 'by hand', the log 'bye'" in capsys.readouterr().out
