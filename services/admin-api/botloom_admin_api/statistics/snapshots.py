"""Figures that agree with each other: all that one answer says is read from one snapshot."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

_READ_ONLY = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}


@asynccontextmanager
async def snapshot(sessions: async_sessionmaker[AsyncSession]) -> AsyncIterator[AsyncSession]:
    async with sessions() as session:
        await session.connection(execution_options=_READ_ONLY)
        yield session
