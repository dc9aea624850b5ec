"""Trying to consume a batch until every entry is consumed, or known never to be.

- For a passing reason the same batch is tried again, so that an outage fills the stream and nothing
  else.
- A defect is an error of the program, which an entry brought to light. Halving finds the entry;
  when it has failed alone often enough, it is for the dead letters. The others are consumed.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple

import structlog

from .backoff import tries
from .batch import Batch, Entry

log = structlog.stdlib.get_logger()

_DEFECTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
_NOTHING = Batch((), ())


class DeadLetter(NamedTuple):
    """An entry that can never be consumed, and why."""

    entry: Entry
    reason: str
    error: str | None = None
    """The text of the exception, where there was one."""


Handle = Callable[[Batch], Awaitable[Sequence[DeadLetter]]]
"""Consumes a batch and returns what of it is for the dead letters. It must be idempotent, for a
batch can come again, also in parts. It takes an empty batch, too, and fails with that where it
would fail with any."""


class StoppedError(Exception):
    """The process is to stop while a batch could not be consumed."""


async def consume(
    handle: Handle,
    entries: Batch,
    over: asyncio.Event,
    max_failures: int,
    on_outage: Callable[[], Awaitable[None]],
) -> list[DeadLetter]:
    """Returns what is for the dead letters, all else being consumed. Raises `StoppedError` when
    `over` is set before. `on_outage` is called at the first failure that may pass."""
    failures = outages = 0
    async for _ in tries(over):
        try:
            dead = list(await handle(entries))
        except Exception as error:
            if not await _is_defect(handle, error):
                outages += 1
                if outages == 1:
                    log.exception("batch_failed", entries=len(entries))
                    await on_outage()
            elif len(entries) > 1:
                log.warning("batch_halved", entries=len(entries), error=_text(error))
                middle = len(entries) // 2
                halves = (entries[:middle], entries[middle:])
                return [
                    letter
                    for half in halves
                    for letter in await consume(handle, half, over, max_failures, on_outage)
                ]
            else:
                failures += 1
                if failures == 1:
                    log.exception("entry_failed", id=entries[0].id.decode())
                if failures == max_failures:
                    return [DeadLetter(entries[0], f"failed {failures} times", _text(error))]
        else:
            if outages:
                log.info("batch_recovered", entries=len(entries))
            return dead
    raise StoppedError


async def _is_defect(handle: Handle, error: Exception) -> bool:
    if not isinstance(error, _DEFECTS) or isinstance(error, OSError):
        return False
    try:
        await handle(_NOTHING)
    except Exception:
        # A wrong address of a server, say, is a `ValueError` of every batch.
        return False
    return True


def _text(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
