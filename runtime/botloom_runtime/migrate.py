"""`python -m botloom_runtime.migrate`: bring the database to the newest revision."""

import asyncio

from botloom_contracts.database.migrate import upgrade
from pydantic import SecretStr

from .process import run_service
from .settings import ServiceSettings


class Settings(ServiceSettings):
    database_url: SecretStr
    """SQLAlchemy's form: `postgresql+asyncpg://USER:PASSWORD@HOST/NAME`."""


async def migrate(settings: Settings, stop: asyncio.Event) -> None:
    del stop  # a migration is one transaction, and either done or not
    await upgrade(settings.database_url.get_secret_value())


if __name__ == "__main__":
    run_service("migrate", Settings, migrate)
