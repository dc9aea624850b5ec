"""Waiting for what other processes do, bounded, and failing with what was last seen."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def eventually(
    look: Callable[[], Awaitable[T]],
    expected: Callable[[T], bool] = bool,
    seconds: float = 20.0,
) -> T:
    """Look again and again until what is seen is as `expected`. Raises `AssertionError`."""
    deadline = time.monotonic() + seconds
    while True:
        seen = await look()
        if expected(seen):
            return seen
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {seconds} s; last seen: {seen!r}")
        await asyncio.sleep(0.01)
