"""PostgreSQL and Redis for the tests: testcontainers where a Docker engine answers, else the
embedded servers. One of each for a worker process; a database of its own for each test.
"""

import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import asyncpg
import pytest
import pytest_asyncio
from botloom_contracts.database.migrate import upgrade
from botloom_local.servers import embedded_postgres, embedded_redis, free_port
from docker.errors import DockerException
from redis.asyncio import Redis
from sqlalchemy import URL, make_url
from testcontainers.community.postgres import PostgresContainer
from testcontainers.community.redis import RedisContainer

POSTGRES_IMAGE = "postgres:18-alpine"
REDIS_IMAGE = "redis:8-alpine"
REDIS_DATABASES = 512


class Servers(NamedTuple):
    postgres: URL
    """Of the database `postgres`, as a superuser, in SQLAlchemy's form."""
    redis: str
    """Without a database number, with a slash at the end."""


@pytest.fixture(scope="session")
def servers() -> Iterator[Servers]:
    with ExitStack() as stack:
        try:
            yield _containers(stack)
        except DockerException:
            yield _embedded(stack)


def _containers(stack: ExitStack) -> Servers:
    """Raises `DockerException` at once where no engine answers."""
    postgres = stack.enter_context(PostgresContainer(POSTGRES_IMAGE, driver="asyncpg"))
    redis = RedisContainer(REDIS_IMAGE).with_command(
        f"redis-server --databases {REDIS_DATABASES} --appendonly yes"
    )
    stack.enter_context(redis)
    address = f"redis://{redis.get_container_host_ip()}:{redis.get_exposed_port(6379)}/"
    return Servers(make_url(postgres.get_connection_url()), address)


def _embedded(stack: ExitStack) -> Servers:
    directory = Path(tempfile.mkdtemp(prefix="botloom-tests-"))
    stack.callback(shutil.rmtree, directory, ignore_errors=True)
    socket_directory = stack.enter_context(embedded_postgres(directory / "postgres"))
    port = free_port()
    stack.enter_context(
        embedded_redis(directory / "redis", port, "--databases", str(REDIS_DATABASES))
    )
    url = URL.create(
        "postgresql+asyncpg",
        username="postgres",
        database="postgres",
        query={"host": str(socket_directory)},
    )
    return Servers(url, f"redis://127.0.0.1:{port}/")


def asyncpg_arguments(url: URL) -> dict[str, object]:
    """What `asyncpg.connect` takes for an address in SQLAlchemy's form."""
    return {
        "user": url.username,
        "password": url.password,
        "database": url.database,
        "host": url.query.get("host") or url.host,
        "port": url.port,
    }


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def template_database(servers: Servers) -> str:
    """A migrated database to copy from, which takes milliseconds where migrating takes a second."""
    name = f"template_{uuid4().hex}"
    await _administer(servers, f'CREATE DATABASE "{name}"')
    await upgrade(servers.postgres.set(database=name).render_as_string(hide_password=False))
    return name


@pytest.fixture
async def database_url(servers: Servers, template_database: str) -> AsyncIterator[str]:
    """A migrated database of this test's own."""
    name = f"test_{uuid4().hex}"
    await _administer(servers, f'CREATE DATABASE "{name}" TEMPLATE "{template_database}"')
    yield servers.postgres.set(database=name).render_as_string(hide_password=False)
    await _administer(servers, f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
async def empty_database_url(servers: Servers) -> AsyncIterator[str]:
    """A database of this test's own, without tables."""
    name = f"test_{uuid4().hex}"
    await _administer(servers, f'CREATE DATABASE "{name}"')
    yield servers.postgres.set(database=name).render_as_string(hide_password=False)
    await _administer(servers, f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[asyncpg.Connection]:
    """A connection to `database_url`, to look at rows."""
    connection = await asyncpg.connect(**asyncpg_arguments(make_url(database_url)))
    yield connection
    await connection.close()


async def _administer(servers: Servers, statement: str) -> None:
    connection = await asyncpg.connect(**asyncpg_arguments(servers.postgres))
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


@pytest.fixture(scope="session")
def _redis_numbers() -> Callable[[], int]:
    numbers = iter(range(1, REDIS_DATABASES))
    return lambda: next(numbers)


@pytest.fixture
async def redis_url(servers: Servers, _redis_numbers: Callable[[], int]) -> AsyncIterator[str]:
    """A Redis database of this test's own, empty. Pub/Sub channels are shared by all of them."""
    url = f"{servers.redis}{_redis_numbers()}"
    yield url
    redis = Redis.from_url(url)
    await redis.flushdb()
    await redis.aclose()


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator[Redis]:
    """A client of `redis_url`."""
    client = Redis.from_url(redis_url)
    yield client
    await client.aclose()
