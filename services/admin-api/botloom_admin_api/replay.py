"""`python -m botloom_admin_api.replay`: does the log give the tables of the configuration?

Prints what it found. The exit code is 1 where they differ. Nothing is changed.
"""

import asyncio
import sys

from botloom_runtime.process import run_service
from botloom_runtime.settings import ServiceSettings
from pydantic import SecretStr
from sqlalchemy.pool import NullPool

from .database import connect_database
from .history.replaying import Same, replay


class Settings(ServiceSettings):
    database_url: SecretStr
    """SQLAlchemy's form: `postgresql+asyncpg://USER:PASSWORD@HOST/NAME`."""


async def check(settings: Settings, stop: asyncio.Event) -> None:
    """Raises `SystemExit` with 1 where they differ."""
    engine = connect_database(settings.database_url.get_secret_value(), poolclass=NullPool)
    try:
        found = await replay(engine, lambda: not stop.is_set())
    finally:
        await engine.dispose()
    sys.stdout.write(f"{found or 'stopped'}\n")
    if not isinstance(found, Same):
        raise SystemExit(1)


if __name__ == "__main__":
    run_service("replay", Settings, check)
