"""The migrations make the tables that the models describe, and take them away again."""

from datetime import timedelta

import asyncpg
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from botloom_contracts.database.migrate import downgrade, upgrade
from botloom_contracts.database.models import Base
from msgspec import structs
from sqlalchemy import Connection, make_url, text
from sqlalchemy.ext.asyncio import create_async_engine
from support.interactions import NOON, interaction
from support.servers import asyncpg_arguments
from support.statistics_model import actual, counted, expected

LEFT_OVERS = """
SELECT relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
WHERE nspname = 'public' AND relname NOT LIKE 'alembic%'
UNION ALL
SELECT proname FROM pg_proc JOIN pg_namespace n ON n.oid = pronamespace WHERE nspname = 'public'
"""


def _differences(connection: Connection) -> list[object]:
    options = {"compare_type": True, "compare_server_default": True}
    context = MigrationContext.configure(connection, opts=options)
    return list(compare_metadata(context, Base.metadata))


async def test_the_migrated_database_is_the_one_the_models_describe(database_url: str) -> None:
    engine = create_async_engine(database_url)
    async with engine.connect() as connection:
        assert await connection.run_sync(_differences) == []
    await engine.dispose()


async def test_downgrades_leave_nothing_and_can_be_upgraded_again(empty_database_url: str) -> None:
    await upgrade(empty_database_url)
    await downgrade(empty_database_url, "base")
    engine = create_async_engine(empty_database_url)
    async with engine.connect() as connection:
        assert (await connection.execute(text(LEFT_OVERS))).all() == []
    await engine.dispose()
    await upgrade(empty_database_url)


async def test_rows_of_the_version_before_get_the_defaults_of_new_columns(
    empty_database_url: str,
) -> None:
    await upgrade(empty_database_url, "0001")
    engine = create_async_engine(empty_database_url)
    async with engine.begin() as connection:
        await connection.execute(
            text("INSERT INTO handlers (pattern, match_key, action) VALUES ('/a', '/a', '[]')")
        )
        await connection.execute(text("INSERT INTO buttons (label, data) VALUES ('a', 'b')"))
    await upgrade(empty_database_url, "0002")
    async with engine.connect() as connection:
        handlers = await connection.execute(text("SELECT media, options FROM handlers"))
        assert handlers.all() == [([], {})]
        buttons = await connection.execute(text("SELECT style, icon FROM buttons"))
        assert buttons.all() == [(None, None)]
    await downgrade(empty_database_url, "0001")
    async with engine.connect() as connection:
        assert await connection.scalar(text("SELECT pattern FROM handlers")) == "/a"
    await engine.dispose()


async def test_sums_and_people_are_made_of_the_rows_of_the_version_before(
    empty_database_url: str,
) -> None:
    await upgrade(empty_database_url, "0009")
    given = [
        interaction(
            update_id,
            event=("start", "message", "blocked", "unblocked")[update_id % 4],
            user_id=update_id % 5,
            chat_id=update_id % 5,
            at=NOON + timedelta(minutes=37 * update_id, microseconds=update_id),
            handler_id=update_id % 3 or None,
            payload=f"from-{update_id % 2}",
        )
        for update_id in range(60)
    ]
    copy = structs.replace(given[7], at=given[7].at + timedelta(minutes=1))
    database = await asyncpg.connect(**asyncpg_arguments(make_url(empty_database_url)))
    try:
        await database.execute("SELECT create_statistics_partition($1)", NOON.date())
        columns = ("event_id", "timestamp", "event", "user_id", "chat_id", "handler_id", "payload")
        await database.copy_records_to_table(
            "statistics",
            records=[
                (
                    one.update_id,
                    one.at,
                    one.event,
                    one.user_id,
                    one.user_id,
                    one.handler_id,
                    one.payload,
                    0,
                )
                for one in (*given, copy)
            ],
            columns=(*columns, "config_seq"),
        )
        await upgrade(empty_database_url)
        assert await actual(database) == expected(await counted(database, given)).by_batches()
    finally:
        await database.close()


async def test_upgrading_twice_changes_nothing(database_url: str) -> None:
    await upgrade(database_url)


async def test_a_month_has_one_partition_with_borders_in_utc(database_url: str) -> None:
    engine = create_async_engine(database_url)
    async with engine.connect() as connection:
        await connection.execute(text("SET TimeZone = 'Asia/Tokyo'"))
        for day in ("2026-11-01", "2026-11-30"):
            await connection.execute(text(f"SELECT create_statistics_partition('{day}')"))
        await connection.execute(text("SET TimeZone = 'UTC'"))
        bounds = await connection.scalars(
            text(
                "SELECT pg_get_expr(relpartbound, oid) FROM pg_class "
                "WHERE relispartition AND relkind = 'r'"
            )
        )
        assert bounds.all() == [
            "FOR VALUES FROM ('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00')"
        ]
    await engine.dispose()
