"""What this service puts on the stream `config-changes`."""

from collections.abc import Iterable

from botloom_contracts.codec import DATA_FIELD, encode_event
from botloom_contracts.events import CacheRebuildRequested, ConfigChanged, DraftsChanged
from botloom_contracts.streams import CONFIG_CHANGES
from redis.asyncio import Redis


async def publish(
    redis: Redis, events: Iterable[ConfigChanged | DraftsChanged | CacheRebuildRequested]
) -> None:
    """Put the events on the stream in their order, in one round trip: all of them or none.

    When it raises, they may stand there nevertheless.
    """
    async with redis.pipeline(transaction=True) as pipeline:
        for event in events:
            pipeline.xadd(CONFIG_CHANGES.name, {DATA_FIELD: encode_event(event)})
        await pipeline.execute()
