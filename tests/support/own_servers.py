"""PostgreSQL and Redis of one test's own, which it can stop and start again: always the embedded
ones. Stopping and starting is as an operator does it, and the data stays."""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path

from botloom_contracts.database.migrate import upgrade
from botloom_local.servers import embedded_postgres, embedded_redis, free_port, postgres_url


class OwnPostgres:
    def __init__(self, directory: Path) -> None:
        self._directory = directory / "postgres"
        self._running = ExitStack()
        self.url = ""
        """In SQLAlchemy's form."""

    async def start(self) -> None:
        context = embedded_postgres(self._directory)
        sockets = await asyncio.to_thread(self._running.enter_context, context)
        self.url = postgres_url(sockets, "postgres")

    async def stop(self) -> None:
        await asyncio.to_thread(self._running.close)


class OwnRedis:
    def __init__(self, directory: Path) -> None:
        self._directory = directory / "redis"
        self._running = ExitStack()
        self._port = free_port()
        self.url = f"redis://127.0.0.1:{self._port}/0"

    async def start(self) -> None:
        context = embedded_redis(self._directory, self._port)
        await asyncio.to_thread(self._running.enter_context, context)

    async def stop(self) -> None:
        await asyncio.to_thread(self._running.close)


@asynccontextmanager
async def own_postgres() -> AsyncIterator[OwnPostgres]:
    """Running, with the tables."""
    directory = _enterable_directory()
    server = OwnPostgres(directory)
    try:
        await server.start()
        await upgrade(server.url)
        yield server
    finally:
        await server.stop()
        shutil.rmtree(directory, ignore_errors=True)


@asynccontextmanager
async def own_redis() -> AsyncIterator[OwnRedis]:
    directory = _enterable_directory()
    server = OwnRedis(directory)
    try:
        await server.start()
        yield server
    finally:
        await server.stop()
        shutil.rmtree(directory, ignore_errors=True)


def _enterable_directory() -> Path:
    # Where the tests run as root, PostgreSQL runs as another user, who must get in.
    directory = Path(tempfile.mkdtemp(prefix="botloom-tests-"))
    directory.chmod(0o755)
    return directory
