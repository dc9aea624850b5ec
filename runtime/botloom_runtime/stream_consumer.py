"""Consuming a stream in batches with FastStream, at least once, over every kind of failure.

- The group is created at the beginning of the stream; when Redis loses it, it is created anew.
- A batch is acknowledged after `handle` returned (`trying.py` says what is done until then).
- What a dead consumer left is claimed by a live one; what was delivered too often, and what
  `handle` names or can't stand, goes to the dead letters.
- The names of consumers that are gone are removed.
- The stream is trimmed behind what every group has acknowledged.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any, NamedTuple, cast

import structlog
from botloom_contracts.streams import Stream
from faststream import AckPolicy, FastStream
from faststream.redis import RedisBroker, StreamSub
from faststream.redis.message import RedisBatchStreamMessage
from redis.asyncio import Redis
from redis.exceptions import RedisError

from . import consumer_group
from .backoff import paused, tries
from .batch import Batch, Entry
from .redis_client import connection_class
from .trying import DeadLetter, Handle, StoppedError, consume

log = structlog.stdlib.get_logger()


READ_BYTES = 1 << 20
"""A batch is about a megabyte. Read by 64 KiB, redis-py's default, it waits as many times for its
turn among the readers."""


class ConsumePolicy(NamedTuple):
    batch_size: int = 1000
    readers: int = 1
    """Batches under way at once; more than 1 gives up the order of the stream."""
    block_ms: int = 1000
    idle_ms: int = 15_000
    """After this an unfinished entry counts as left by a dead consumer."""
    upkeep_seconds: float = 5.0
    """Between two looks for left entries and for what can be trimmed."""
    max_deliveries: int = 5
    gone_ms: int = 600_000
    """After this the name of a consumer that has nothing left counts as that of a dead process."""


class StreamApp(FastStream):
    """FastStream without its own signals: losing the group sets an event instead of exiting."""

    def __init__(self, broker: RedisBroker) -> None:
        super().__init__(broker, logger=None)
        self.group_lost = asyncio.Event()

    def exit(self) -> None:
        self.group_lost.set()


class StreamConsumer:
    """Reads alike in every service: `StreamConsumer(…)`, then `await consumer.run(stop)`."""

    def __init__(
        self,
        redis_url: str,
        redis: Redis,
        stream: Stream,
        name: str,
        handle: Handle,
        policy: ConsumePolicy = ConsumePolicy(),  # noqa: B008 - a constant value
        on_start: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        """`on_start` runs at each start, also of a group that Redis had lost: when the stream is
        read already, so that whatever is lost meanwhile is noticed."""
        self._redis_url = redis_url
        self._redis = redis
        self._stream = stream
        self._name = name
        self._handle = handle
        self._policy = policy
        self._on_start = on_start
        self.running = False

    async def run(self, stop: asyncio.Event) -> None:
        """Consume until `stop` is set; what is under way then is finished and acknowledged."""
        async for _ in tries(stop):
            try:
                await self._run_until_group_is_lost(stop)
            except (RedisError, OSError, TimeoutError) as error:
                log.warning("stream_unreachable", stream=self._stream.name, error=str(error))

    async def _run_until_group_is_lost(self, stop: asyncio.Event) -> None:
        if await consumer_group.ensure_group(self._redis, self._stream):
            log.info("group_created", stream=self._stream.name, group=self._stream.group)
        # Set at a stop and at a lost group. Tasks end by it rather than by being cancelled, which
        # redis-py can swallow in the middle of a command.
        over = asyncio.Event()
        broker = self._broker(over)
        client = await broker.connect()
        client.set_response_callback("XREADGROUP", _as_batch)
        app = StreamApp(broker)
        async with app:
            if self._on_start is not None:
                await self._on_start()
            self.running = True
            upkeep = asyncio.create_task(self._keep_up(over))
            try:
                await _first_of(stop.wait(), app.group_lost.wait())
            finally:
                self.running = False
                over.set()
                await upkeep
        with suppress(RedisError, OSError):
            for consumer in self._consumers():
                await consumer_group.forget_consumer(self._redis, self._stream, consumer)

    def _broker(self, over: asyncio.Event) -> RedisBroker:
        # FastStream takes None for a logger that logs nothing; its annotation does not say so.
        broker = RedisBroker(
            self._redis_url,
            apply_types=False,
            logger=cast("Any", None),
            connection_class=cast("Any", connection_class(self._redis_url)),
            socket_read_size=READ_BYTES,
        )

        async def parse(message: Mapping[str, Any]) -> RedisBatchStreamMessage:
            (batch,) = message["data"]
            return RedisBatchStreamMessage(
                # The ids are what FastStream acknowledges.
                raw_message={**message, "message_ids": batch.ids, "data": batch},
                body=b"",
                consumer=cast("Any", self._redis),
                group=self._stream.group,
            )

        async def on_batch(entries: Batch) -> None:
            await self._consume(entries, over)

        for consumer in self._consumers():
            subscribe = broker.subscriber(
                stream=StreamSub(
                    self._stream.name,
                    group=self._stream.group,
                    consumer=consumer,
                    batch=True,
                    max_records=self._policy.batch_size,
                    polling_interval=self._policy.block_ms,
                ),
                parser=parse,
                decoder=_decode_batch,
                ack_policy=AckPolicy.REJECT_ON_ERROR,
            )
            subscribe(on_batch)
        return broker

    def _consumers(self) -> list[str]:
        return [f"{self._name}-{index}" for index in range(self._policy.readers)]

    async def _consume(self, entries: Batch, over: asyncio.Event) -> None:
        """Returns when every entry is consumed or in the dead letters; raises when it is over."""
        consumed = asyncio.Event()
        holding = asyncio.create_task(self._hold(entries, consumed))

        async def no_delivery() -> None:
            # So that an outage wears nothing out, however often the process ends meanwhile.
            await self._touch(entries, deliveries=0)

        try:
            dead = await consume(
                self._handle, entries, over, self._policy.max_deliveries, no_delivery
            )
            await self._bury(dead)
        except StoppedError:
            # Not acknowledged: a later consumer claims it.
            await no_delivery()
            raise
        finally:
            consumed.set()
            await holding

    async def _bury(self, dead: Sequence[DeadLetter]) -> None:
        for letter in dead:
            log.error("dead_letter", stream=self._stream.name, reason=letter.reason)
            await consumer_group.dead_letter(
                self._redis, self._stream, [letter.entry], letter.reason, letter.error
            )

    async def _hold(self, entries: Batch, consumed: asyncio.Event) -> None:
        """Tell the others that this consumer lives, however long it takes."""
        while await paused(consumed, self._policy.idle_ms / 3000):
            await self._touch(entries)

    async def _touch(self, entries: Batch, deliveries: int | None = None) -> None:
        with suppress(RedisError, OSError):
            await consumer_group.touch(
                self._redis,
                self._stream,
                self._consumers()[0],
                entries.ids,
                deliveries,
            )

    async def _keep_up(self, over: asyncio.Event) -> None:
        while await paused(over, self._policy.upkeep_seconds):
            try:
                await self._claim_left_entries(over)
                await consumer_group.trim_acknowledged(self._redis, self._stream)
                await consumer_group.forget_idle_consumers(
                    self._redis, self._stream, self._policy.gone_ms
                )
            except StoppedError:
                return
            except (RedisError, OSError) as error:
                log.warning("upkeep_failed", stream=self._stream.name, error=str(error))

    async def _claim_left_entries(self, over: asyncio.Event) -> None:
        policy = self._policy
        while not over.is_set():
            pending = await consumer_group.idle_entries(
                self._redis, self._stream, policy.idle_ms, policy.batch_size
            )
            together = consumer_group.claimed_together(pending, policy.batch_size)
            entries = await consumer_group.claim(
                self._redis,
                self._stream,
                self._consumers()[0],
                policy.idle_ms,
                [entry.id for entry in together],
            )
            if not entries:
                return
            oldest = together[0]
            if oldest.deliveries >= policy.max_deliveries:
                await self._bury([_worn_out(entry, oldest) for entry in entries])
            else:
                log.info("entries_claimed", stream=self._stream.name, entries=len(entries))
                await self._consume(entries, over)
                await consumer_group.acknowledge(self._redis, self._stream, entries.ids)


def _worn_out(entry: Entry, pending: consumer_group.Pending) -> DeadLetter:
    return DeadLetter(
        entry,
        f"delivered {pending.deliveries} times without being acknowledged",
        "none is known: each time the process ended before it was done with the entry; "
        f"the last consumer was {pending.consumer.decode(errors='replace')}",
    )


def _as_batch(response: Any, **_: Any) -> list[tuple[bytes, list[tuple[bytes, Batch]]]]:
    """What XREADGROUP brought, as FastStream reads it: for each stream one entry, which is the
    whole batch. redis-py and FastStream take entries apart one by one, which for thousands takes
    longer than writing them to PostgreSQL.

    RESP3 has streams as a map, RESP2 as a list of pairs.
    """
    streams = response.items() if isinstance(response, dict) else response or ()
    return [
        (name, [(entries[-1][0], Batch(*zip(*entries, strict=True)))])
        for name, entries in streams
        if entries
    ]


async def _decode_batch(message: RedisBatchStreamMessage) -> Batch:
    batch: Any = message.raw_message["data"]
    return cast("Batch", batch)


async def _first_of(*waits: Awaitable[Any]) -> None:
    tasks = [asyncio.ensure_future(wait) for wait in waits]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
