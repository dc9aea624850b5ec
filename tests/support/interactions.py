"""Interactions as gateways write them."""

from datetime import UTC, datetime, timedelta

from botloom_contracts.codec import encode_event
from botloom_contracts.events import Interaction
from botloom_contracts.streams import INTERACTIONS
from botloom_stats.repository import Repository, connect
from redis.asyncio import Redis

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def interaction(update_id: int, **fields: object) -> Interaction:
    known = {
        "event": "message",
        "user_id": 7_000_000_001,
        "chat_id": 7_000_000_001,
        "at": NOON + timedelta(milliseconds=update_id),
    }
    return Interaction(update_id=update_id, **{**known, **fields})


async def publish(redis: Redis, *interactions: Interaction) -> None:
    async with redis.pipeline(transaction=False) as pipeline:
        for event in interactions:
            pipeline.xadd(INTERACTIONS.name, {"data": encode_event(event)})
        await pipeline.execute()


async def written(database_url: str, *interactions: Interaction) -> None:
    """As stats writes them, with the sums and the people."""
    pool = await connect(database_url, size=2)
    try:
        await Repository(pool).write(interactions)
    finally:
        await pool.close()
