"""What FastStream leaves to its user about Redis consumer groups.

It creates a group at the end of the stream, never delivers again what was not acknowledged, and
exits when a group is lost. So the group is created here, at the beginning of the stream; entries
of dead consumers are claimed; entries that can't be consumed go to the dead letters; and the
stream is trimmed behind what is acknowledged.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple, cast

from botloom_contracts.streams import Stream
from redis.asyncio import Redis
from redis.exceptions import ResponseError

from .batch import Batch, Entry


class Pending(NamedTuple):
    """An entry that was delivered and not acknowledged."""

    id: bytes
    deliveries: int


async def ensure_group(redis: Redis, stream: Stream) -> bool:
    """Create the group at the beginning of the stream. Returns whether it was missing."""
    try:
        await redis.xgroup_create(stream.name, stream.group, id="0", mkstream=True)
    except ResponseError as error:
        if "BUSYGROUP" in str(error):
            return False
        raise
    return True


async def idle_entries(redis: Redis, stream: Stream, idle_ms: int, count: int) -> list[Pending]:
    """The oldest entries that no consumer has finished for `idle_ms`."""
    rows: Any = await redis.xpending_range(
        stream.name, stream.group, min="-", max="+", count=count, idle=idle_ms
    )
    return [Pending(row["message_id"], row["times_delivered"]) for row in rows]


async def claim(
    redis: Redis, stream: Stream, consumer: str, idle_ms: int, ids: Sequence[bytes]
) -> Batch:
    """Take over those of `ids` that are still idle; counts as a delivery of each."""
    if not ids:
        return Batch((), ())
    rows: Any = await redis.xclaim(stream.name, stream.group, consumer, idle_ms, list(ids))
    return Batch.of(Entry(entry_id, fields or {}) for entry_id, fields in rows if entry_id)


async def touch(
    redis: Redis, stream: Stream, consumer: str, ids: Sequence[bytes], deliveries: int | None
) -> None:
    """Keep entries from counting as idle; that is no delivery. `deliveries` sets their number."""
    await redis.xclaim(
        stream.name, stream.group, consumer, 0, list(ids), retrycount=deliveries, justid=True
    )


async def acknowledge(redis: Redis, stream: Stream, ids: Sequence[bytes]) -> None:
    if ids:
        await redis.xack(stream.name, stream.group, *ids)


async def dead_letter(redis: Redis, stream: Stream, entries: Sequence[Entry], reason: str) -> None:
    """Move entries to the dead letters and acknowledge them, both or neither."""
    if not entries:
        return
    async with redis.pipeline(transaction=True) as pipeline:
        for entry in entries:
            fields = {**entry.fields, b"id": entry.id, b"reason": reason.encode()}
            pipeline.xadd(stream.dead_letters, cast("Any", fields))
        pipeline.xack(stream.name, stream.group, *(entry.id for entry in entries))
        await pipeline.execute()


async def trim_acknowledged(redis: Redis, stream: Stream) -> int:
    """Drop the entries that every group of the stream has acknowledged. Returns how many."""
    groups = await redis.xinfo_groups(stream.name)
    if not any(group["name"] == stream.group.encode() for group in groups):
        return 0
    kept_from = min([await _first_needed(redis, stream.name, group) for group in groups])
    return int(await redis.xtrim(stream.name, minid=_format_id(kept_from), approximate=True))


async def _first_needed(redis: Redis, stream_name: str, group: dict[str, Any]) -> tuple[int, int]:
    if group["pending"]:
        rows: Any = await redis.xpending_range(
            stream_name, group["name"], min="-", max="+", count=1
        )
        if rows:
            return _parse_id(rows[0]["message_id"])
    milliseconds, sequence = _parse_id(group["last-delivered-id"])
    return milliseconds, sequence + 1


def _parse_id(entry_id: bytes) -> tuple[int, int]:
    milliseconds, _, sequence = entry_id.partition(b"-")
    return int(milliseconds), int(sequence or 0)


def _format_id(entry_id: tuple[int, int]) -> str:
    return f"{entry_id[0]}-{entry_id[1]}"


async def forget_consumer(redis: Redis, stream: Stream, consumer: str) -> None:
    """Remove a consumer that has stopped, unless entries of its wait to be claimed."""
    for row in await redis.xinfo_consumers(stream.name, stream.group):
        if row["name"] == consumer.encode() and row["pending"] == 0:
            await redis.xgroup_delconsumer(stream.name, stream.group, consumer)
