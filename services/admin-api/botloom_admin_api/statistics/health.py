"""How the service `stats` is doing, as Redis and PostgreSQL tell."""

from botloom_contracts.database.models import StatsProgress
from botloom_contracts.streams import INTERACTIONS
from botloom_runtime.stream_state import StreamState, measure
from redis.asyncio import Redis
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from ..schemas.health import Consumer, Health, Status

LATE_SECONDS = 60.0
"""What waits for longer is late."""

ALIVE_SECONDS = 30.0
"""A consumer gives a sign of life every 5 seconds at least."""


async def read_health(session: AsyncSession, redis: Redis) -> Health:
    """Raises what SQLAlchemy and redis-py raise while a server is away."""
    state = await measure(redis, INTERACTIONS)
    progress = (
        await session.execute(
            select(
                StatsProgress.written,
                StatsProgress.duplicates,
                StatsProgress.last_write,
                func.extract("epoch", func.clock_timestamp() - StatsProgress.last_write),
            )
        )
    ).one_or_none()
    written, duplicates, last_write, since_write = progress or (0, 0, None, None)
    return Health(
        status=status(state, None if since_write is None else float(since_write)),
        stream_length=state.length,
        lag=state.lag,
        pending=state.pending,
        oldest_pending_seconds=state.oldest_pending_seconds,
        oldest_unwritten_seconds=state.oldest_unfinished_seconds,
        consumers=[Consumer(one.name, one.pending, one.idle_seconds) for one in state.consumers],
        written=written,
        duplicates=duplicates,
        last_write=last_write,
        dead_letters=state.dead_letters,
    )


def status(state: StreamState, since_write_seconds: float | None) -> Status:
    """`since_write_seconds` is None before the first write."""
    if not any(one.idle_seconds < ALIVE_SECONDS for one in state.consumers):
        return "stopped"
    if (state.oldest_unfinished_seconds or 0) <= LATE_SECONDS:
        return "ok"
    if since_write_seconds is None or since_write_seconds > LATE_SECONDS:
        return "stuck"
    return "behind"
