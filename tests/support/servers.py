"""PostgreSQL and Redis for the tests: testcontainers where a Docker engine answers, else the
embedded servers. One of each for a worker process; a database of its own for each test.
"""

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import asyncpg
import pytest
import pytest_asyncio
from botloom_contracts.database.migrate import upgrade
from botloom_contracts.database.models import Base
from botloom_local.servers import embedded_postgres, embedded_redis, free_port
from docker.errors import DockerException
from redis.asyncio import Redis
from sqlalchemy import URL, make_url
from testcontainers.community.postgres import PostgresContainer
from testcontainers.community.redis import RedisContainer

POSTGRES_IMAGE = "postgres:18-alpine"
REDIS_IMAGE = "redis:8-alpine"
REDIS_DATABASES = 512

TABLES = """
SELECT relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
WHERE nspname = 'public' AND relkind IN ('r', 'p', 'v', 'm') AND relname <> 'alembic_version'
    AND NOT relispartition
"""
PARTITIONS = (
    "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'statistics'::regclass"
)
# Most tables have few rows or none; TRUNCATE, which makes new files, takes four times as long.
EMPTY = f"""
BEGIN;
SET LOCAL session_replication_role = replica;
{"".join(f"{table.delete()};" for table in Base.metadata.tables.values())}
SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
FROM pg_sequences WHERE last_value IS NOT NULL;
INSERT INTO config_relay DEFAULT VALUES;
COMMIT
"""  # noqa: S608 - made of the tables' names
"""Without the triggers that refuse a change of the log."""
END_OTHERS = """
SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


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
        f"redis-server --databases {REDIS_DATABASES} --appendonly yes --appendfsync no"
    )
    stack.enter_context(redis)
    address = f"redis://{redis.get_container_host_ip()}:{redis.get_exposed_port(6379)}/"
    return Servers(make_url(postgres.get_connection_url()), address)


def _embedded(stack: ExitStack) -> Servers:
    directory = Path(tempfile.mkdtemp(prefix="botloom-tests-"))
    stack.callback(shutil.rmtree, directory, ignore_errors=True)
    # Where the tests run as root, PostgreSQL runs as another user, who must get in.
    directory.chmod(0o755)
    socket_directory = stack.enter_context(embedded_postgres(directory / "postgres"))
    asyncio.run(_spare_the_disk(socket_directory))
    port = free_port()
    options = ("--databases", str(REDIS_DATABASES), "--appendfsync", "no")
    stack.enter_context(embedded_redis(directory / "redis", port, *options))
    url = URL.create(
        "postgresql+asyncpg",
        username="postgres",
        database="postgres",
        query={"host": str(socket_directory)},
    )
    return Servers(url, f"redis://127.0.0.1:{port}/")


async def _spare_the_disk(socket_directory: Path) -> None:
    """Each test has a database of its own; what outlives a crash of the machine is not tested."""
    connection = await asyncpg.connect(
        user="postgres", database="postgres", host=str(socket_directory)
    )
    try:
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            await connection.execute(f"ALTER SYSTEM SET {setting} = off")
        await connection.execute("SELECT pg_reload_conf()")
    finally:
        await connection.close()


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


@asynccontextmanager
async def fresh_database(servers: Servers, template: str | None) -> AsyncIterator[str]:
    """The address of a new database, a copy of `template` if there is one; dropped at the end."""
    url = await _create_database(servers, template)
    try:
        yield url
    finally:
        await _drop_database(servers, url)


async def _create_database(servers: Servers, template: str | None) -> str:
    name = f"test_{uuid4().hex}"
    copied = f' TEMPLATE "{template}"' if template else ""
    await _administer(servers, f'CREATE DATABASE "{name}"{copied}')
    return servers.postgres.set(database=name).render_as_string(hide_password=False)


async def _drop_database(servers: Servers, url: str) -> None:
    await _administer(servers, f'DROP DATABASE "{make_url(url).database}" WITH (FORCE)')


class MigratedDatabase(NamedTuple):
    url: str
    connection: asyncpg.Connection
    """Stays open from test to test: in a new one, emptying the tables takes ten times as long."""


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def emptied_databases(servers: Servers) -> AsyncIterator[list[MigratedDatabase]]:
    """What tests are done with, empty again."""
    databases: list[MigratedDatabase] = []
    yield databases
    for one in databases:
        await one.connection.close()


@pytest.fixture
async def migrated_database(
    servers: Servers, template_database: str, emptied_databases: list[MigratedDatabase]
) -> AsyncIterator[MigratedDatabase]:
    """Of this test's own."""
    if emptied_databases:
        one = emptied_databases.pop()
    else:
        one = await _connected(await _create_database(servers, template_database))
    yield one
    if one.connection.is_closed():
        one = await _connected(one.url)
    # Making another one takes ten times as long.
    if await _emptied(one.connection):
        emptied_databases.append(one)
    else:
        await one.connection.close()
        await _drop_database(servers, one.url)


async def _connected(url: str) -> MigratedDatabase:
    return MigratedDatabase(url, await asyncpg.connect(**asyncpg_arguments(make_url(url))))


async def _emptied(connection: asyncpg.Connection) -> bool:
    """Leave the database as it was migrated; False where there are other tables than there were."""
    await connection.reset()
    await connection.execute(END_OTHERS)
    tables = {row["relname"] for row in await connection.fetch(TABLES)}
    if tables != set(Base.metadata.tables):
        return False
    for (partition,) in await connection.fetch(PARTITIONS):
        await connection.execute(f"DROP TABLE {partition}")
    await connection.execute(EMPTY)
    return True


@pytest.fixture
def database_url(migrated_database: MigratedDatabase) -> str:
    """The address of a migrated database of this test's own."""
    return migrated_database.url


@pytest.fixture
def database(migrated_database: MigratedDatabase) -> asyncpg.Connection:
    """A connection to `database_url`, to look at rows."""
    return migrated_database.connection


@pytest.fixture
async def empty_database_url(servers: Servers) -> AsyncIterator[str]:
    """A database of this test's own, without tables."""
    async with fresh_database(servers, None) as url:
        yield url


async def _administer(servers: Servers, statement: str) -> None:
    connection = await asyncpg.connect(**asyncpg_arguments(servers.postgres))
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


@pytest.fixture(scope="session")
def redis_numbers() -> list[int]:
    """Of databases that nobody has used yet."""
    return list(range(REDIS_DATABASES))


@pytest.fixture
def redis_url(servers: Servers, redis_numbers: list[int]) -> str:
    """A Redis database of this test's own, empty. Pub/Sub channels are shared by all of them."""
    return f"{servers.redis}{redis_numbers.pop()}"


@pytest.fixture
async def redis(redis_url: str) -> AsyncIterator[Redis]:
    """A client of `redis_url`."""
    client = Redis.from_url(redis_url)
    yield client
    await client.aclose()
