"""Connections to PostgreSQL. Every wait is bounded, so that whatever waits for one ends."""

import asyncio
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

CONNECT_SECONDS = 5
COMMAND_SECONDS = 30


def connect_database(
    url: str, *, command_seconds: float = COMMAND_SECONDS, **options: Any
) -> AsyncEngine:
    """An engine that connects when it is used; `options` are those of SQLAlchemy."""
    return create_async_engine(
        url,
        hide_parameters=True,  # errors are logged, and parameters can be hashes of secrets
        connect_args={
            "timeout": CONNECT_SECONDS,
            "command_timeout": command_seconds,
            "server_settings": {
                "application_name": "botloom-admin-api",
                # Else a process that was cut off would keep the lock of the log's writers.
                "idle_in_transaction_session_timeout": f"{COMMAND_SECONDS}s",
                # Compiling takes longer than any query here gains by it.
                "jit": "off",
                # What figures read is in memory, or on disks without heads.
                "random_page_cost": "1.1",
            },
        },
        **options,
    )


async def wake_on(connection: AsyncConnection, wake: asyncio.Event, *channels: str) -> None:
    """Set `wake` at every notification of a channel, and at the end of the connection."""
    driver: Any = (await connection.get_raw_connection()).driver_connection
    for channel in channels:
        await driver.add_listener(channel, lambda *_: wake.set())
    driver.add_termination_listener(lambda _: wake.set())
