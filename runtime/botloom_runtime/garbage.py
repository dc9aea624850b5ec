"""Making what is large and lives long, without Python's garbage collector looking at it."""

import gc
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def made_uncollected(make: Callable[[], T]) -> T:
    """Call `make` with the collector off, in any thread.

    It would go over all that is being made again and again, and hold up every thread meanwhile:
    of 50,000 handlers that takes longer than to make them. https://docs.python.org/3/library/gc.html
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        return make()
    finally:
        if was_on:
            gc.enable()
