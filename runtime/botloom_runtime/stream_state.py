"""How a stream and its group stand, as Redis knows it."""

from typing import Any, NamedTuple

from botloom_contracts.streams import Stream
from redis.asyncio import Redis
from redis.exceptions import ResponseError


class ConsumerState(NamedTuple):
    name: str
    pending: int
    idle_seconds: float
    """Since it last asked for entries, or said that it is at work on some."""


class StreamState(NamedTuple):
    at: float
    """Redis's time: seconds since 1970."""
    length: int
    has_group: bool
    lag: int | None
    """Entries that were not delivered yet; None where Redis can't tell."""
    pending: int
    """Delivered and not acknowledged."""
    oldest_pending_seconds: float | None
    """How long it is on the stream."""
    oldest_unfinished_seconds: float | None
    """The same of the oldest entry that is not acknowledged, delivered or not."""
    consumers: list[ConsumerState]
    dead_letters: int


async def measure(redis: Redis, stream: Stream) -> StreamState:
    """Raises `RedisError` and `OSError` while Redis is away."""
    async with redis.pipeline(transaction=True) as pipeline:
        pipeline.time()
        pipeline.xlen(stream.name)
        pipeline.xinfo_groups(stream.name)
        pipeline.xinfo_consumers(stream.name, stream.group)
        pipeline.xpending_range(stream.name, stream.group, "-", "+", 1)
        pipeline.xlen(stream.dead_letters)
        answers: list[Any] = await pipeline.execute(raise_on_error=False)
    # What is refused is asked of a group or a stream that is not there.
    found: list[Any] = [None if isinstance(one, ResponseError) else one for one in answers]
    (seconds, microseconds), length, groups, consumers, pending, dead_letters = found
    now = seconds + microseconds / 1_000_000
    group = _named(groups or [], stream.group)
    delivered = "0" if group is None else group["last-delivered-id"].decode()
    waiting: Any = await redis.xrange(stream.name, f"({delivered}", count=1)
    oldest_pending = _age(now, pending[0]["message_id"]) if pending else None
    oldest_waiting = _age(now, waiting[0][0]) if waiting else None
    ages = [age for age in (oldest_pending, oldest_waiting) if age is not None]
    return StreamState(
        at=now,
        length=length,
        has_group=group is not None,
        lag=length if group is None else group["lag"],
        pending=0 if group is None else group["pending"],
        oldest_pending_seconds=oldest_pending,
        oldest_unfinished_seconds=max(ages, default=None),
        consumers=[
            ConsumerState(one["name"].decode(errors="replace"), one["pending"], one["idle"] / 1000)
            for one in consumers or ()
        ],
        dead_letters=dead_letters,
    )


def _named(groups: list[dict[str, Any]], name: str) -> dict[str, Any] | None:
    return next((group for group in groups if group["name"] == name.encode()), None)


def _age(now: float, entry_id: bytes) -> float:
    """An id begins with the milliseconds at which the entry came."""
    return max(0.0, now - int(entry_id.partition(b"-")[0]) / 1000)
