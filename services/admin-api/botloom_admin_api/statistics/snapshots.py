"""The transaction that a figure is read in."""

from collections.abc import AsyncIterator
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

_READ_ONLY = text("SET TRANSACTION READ ONLY")


async def begin_snapshot(session: AsyncSession) -> None:
    """From here on all is read from one snapshot, so that its numbers agree with each other. This
    must be the first thing that the session's transaction does."""
    await session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
    # SQLAlchemy begins a transaction with its first statement; `fetch` would stand outside.
    await session.execute(_READ_ONLY)


async def fetch(session: AsyncSession, query: str, *arguments: Any) -> list[Any]:
    """Past SQLAlchemy, in the transaction that `begin_snapshot` began: of tens of thousands of rows
    it would make as many objects again."""
    rows: list[Any] = await (await _driver(session)).fetch(query, *arguments)
    return rows


async def fetch_some(
    session: AsyncSession, query: str, *arguments: Any, at_once: int
) -> AsyncIterator[list[Any]]:
    """The same, so many rows at once."""
    cursor = await (await _driver(session)).cursor(query, *arguments)
    while rows := await cursor.fetch(at_once):
        yield rows


async def _driver(session: AsyncSession) -> Any:
    connection = await (await session.connection()).get_raw_connection()
    return connection.driver_connection
