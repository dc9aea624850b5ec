"""The stream's state as metrics."""

from botloom_contracts.streams import INTERACTIONS
from botloom_runtime.stream_state import measure
from redis.asyncio import Redis

from . import metrics


async def show(redis: Redis) -> None:
    state = await measure(redis, INTERACTIONS)
    metrics.STREAM_LENGTH.set(state.length)
    metrics.PENDING.set(state.pending)
    metrics.OLDEST_PENDING.set(state.oldest_pending_seconds or 0)
    metrics.OLDEST_UNWRITTEN.set(state.oldest_unfinished_seconds or 0)
    metrics.DEAD_LETTERS_WAITING.set(state.dead_letters)
    if state.lag is not None:
        metrics.LAG.set(state.lag)
