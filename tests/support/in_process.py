"""A service's own `serve` as a task of the test, for tests that look at one service."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

SettingsT = TypeVar("SettingsT")


@asynccontextmanager
async def serving(
    serve: Callable[[SettingsT, asyncio.Event], Awaitable[None]], settings: SettingsT
) -> AsyncIterator[None]:
    """Runs while the context is open, then stops as on SIGTERM; a failure of it fails the test."""
    stop = asyncio.Event()
    task = asyncio.ensure_future(serve(settings, stop))
    try:
        yield
    finally:
        stop.set()
        await asyncio.wait_for(task, 20)
