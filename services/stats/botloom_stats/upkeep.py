"""What this service does beside its batches, from time to time."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple

import structlog
from botloom_runtime.backoff import paused

log = structlog.stdlib.get_logger()


class Job(NamedTuple):
    name: str
    seconds: float
    """From its end to its next run; the first one is at the start."""
    run: Callable[[], Awaitable[object]]


async def keep_up(jobs: Sequence[Job], stop: asyncio.Event) -> None:
    """Run them until `stop` is set. One that fails is run again in its turn."""
    await asyncio.gather(*(_repeat(job, stop) for job in jobs))


async def _repeat(job: Job, stop: asyncio.Event) -> None:
    going = not stop.is_set()
    while going:
        try:
            await job.run()
        except Exception as error:
            log.warning("upkeep_failed", job=job.name, error=f"{type(error).__name__}: {error}")
        going = await paused(stop, job.seconds)
