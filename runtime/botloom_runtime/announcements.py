"""What is announced on a Pub/Sub channel of Redis, which may be missed."""

import asyncio
from collections.abc import AsyncGenerator

from redis.asyncio import Redis


async def announced(
    redis: Redis, channel: str, stop: asyncio.Event, seconds: float
) -> AsyncGenerator[bytes | None, None]:
    """Yield each announcement; None when the subscription stands, so that nothing is missed from
    then on, and whenever none came for `seconds`. Ends when `stop` is set.

    Raises the client's errors. Close it (`aclosing`).
    """
    async with redis.pubsub(ignore_subscribe_messages=True) as subscription:
        await subscription.subscribe(channel)
        stopped = asyncio.ensure_future(stop.wait())
        try:
            while not stop.is_set():
                # The first is the confirmation. It is not cancelled by cancelling the caller:
                # the client may take that for a time-out, and go on.
                message = asyncio.ensure_future(subscription.get_message(timeout=seconds))
                await asyncio.wait({message, stopped}, return_when=asyncio.FIRST_COMPLETED)
                if not message.done():
                    message.cancel()
                    return
                found = message.result()
                yield None if found is None else found["data"]
        finally:
            stopped.cancel()
