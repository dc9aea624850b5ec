"""Waiting between tries, cut short when the process is to stop."""

import asyncio
import random
import time
from collections.abc import AsyncIterator

WELL_SECONDS = 30.0
"""A try that lasted so long did not fail at once."""


async def paused(stop: asyncio.Event, seconds: float) -> bool:
    """Wait `seconds` or until `stop` is set. Returns whether to go on."""
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return True
    return False


async def tries(
    stop: asyncio.Event, first: float = 0.1, longest: float = 5.0
) -> AsyncIterator[int]:
    """Yield 0, 1, 2, … with a pause before each but the first, doubling and with jitter.

    Ends when `stop` is set. A try that went well for long starts the count anew.
    """
    attempt = 0
    while not stop.is_set():
        began = time.monotonic()
        yield attempt
        if time.monotonic() - began > WELL_SECONDS:
            attempt = 0
        delay = min(longest, first * 2**attempt)
        attempt = min(attempt + 1, 30)
        if not await paused(stop, delay * random.uniform(0.5, 1.0)):  # noqa: S311 - only spreads load
            return
