"""`python -m botloom_admin_api.reconcile`: are the sums those of the rows of `statistics`?

`--from` and `--to` take a date or an ISO 8601 time; by default all that is kept is compared. Prints
what it found. The exit code is 1 where they differ. Nothing is changed.
"""

import asyncio
import sys
from argparse import ArgumentParser, Namespace

from botloom_contracts.errors import InvalidInput
from botloom_runtime.process import run_service
from botloom_runtime.settings import ServiceSettings
from pydantic import SecretStr
from sqlalchemy.pool import NullPool

from .database import connect_database
from .routes.moments import read_time
from .schemas.reconciliation import Difference
from .statistics.reconciling import DAY_SECONDS, Reconciled, reconcile


class Settings(ServiceSettings):
    database_url: SecretStr
    """SQLAlchemy's form: `postgresql+asyncpg://USER:PASSWORD@HOST/NAME`."""


def read_arguments(arguments: list[str]) -> Namespace:
    """Raises `SystemExit` with 2 where they are wrong."""
    parser = ArgumentParser("reconcile", description="Hold the sums against the rows.")
    for name, dest in (("--from", "since"), ("--to", "until")):
        parser.add_argument(name, dest=dest, help="a date, or a time of ISO 8601")
    given = parser.parse_args(arguments)
    for name, dest in (("from", "since"), ("to", "until")):
        if (value := getattr(given, dest)) is not None:
            try:
                setattr(given, dest, read_time(name, value))
            except InvalidInput as error:
                parser.error(str(error))
    return given


async def check(settings: Settings, stop: asyncio.Event) -> None:
    """Raises `SystemExit` with 1 where they differ."""
    asked = read_arguments(sys.argv[1:])
    url = settings.database_url.get_secret_value()
    engine = connect_database(url, command_seconds=DAY_SECONDS, poolclass=NullPool)
    try:
        found = await reconcile(engine, asked.since, asked.until, lambda: not stop.is_set())
    finally:
        await engine.dispose()
    sys.stdout.write("stopped\n" if found is None else told(found))
    if found is None or found.total:
        raise SystemExit(1)


def told(found: Reconciled) -> str:
    lines = []
    if found.kept_from is not None:
        lines.append(f"rows are kept from {found.kept_from:%Y-%m-%d} on")
    if found.since is None or found.until is None:
        lines.append("there are no rows to compare with")
    else:
        period = f"{found.since:%Y-%m-%d %H:%M} to {found.until:%Y-%m-%d %H:%M} UTC"
        lines.append(f"{period}: {found.interactions} interactions, {found.total} differences")
    lines += map(_line, found.differences)
    if found.total > len(found.differences):
        lines.append(f"… and {found.total - len(found.differences)} more")
    return "\n".join(lines) + "\n"


def _line(one: Difference) -> str:
    key = ", ".join(f"{name} {value}" for name, value in one.key.items())
    return f"{one.table}: {key}: the rows give {one.counted}, the table has {one.kept}"


if __name__ == "__main__":
    read_arguments(sys.argv[1:])  # before settings are missed
    run_service("reconcile", Settings, check)
