"""Bring a database to a revision: `await upgrade(url)`, `await downgrade(url, "base")`."""

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, func, select
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from .locks import AdvisoryLock


async def upgrade(url: str, revision: str = "head") -> None:
    """`url` is SQLAlchemy's, `postgresql+asyncpg://…`. Does nothing where nothing is to be done."""
    await _run(url, lambda config: command.upgrade(config, revision))


async def downgrade(url: str, revision: str) -> None:
    """Back to `revision`; `base` drops everything, data included."""
    await _run(url, lambda config: command.downgrade(config, revision))


async def _run(url: str, migrate: Callable[[Config], None]) -> None:
    engine = create_async_engine(url, poolclass=NullPool)
    try:
        async with engine.begin() as connection:
            await connection.execute(select(func.pg_advisory_xact_lock(AdvisoryLock.MIGRATIONS)))
            await connection.run_sync(lambda sync: migrate(alembic_config(sync)))
    finally:
        await engine.dispose()


def alembic_config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    return config
