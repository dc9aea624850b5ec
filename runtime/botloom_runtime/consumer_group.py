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

FEWER_EACH_TIME = 20
"""Of 8,000 entries whose consumer died, the next one gets 400 at once, then 20, then one."""

ERROR_MAX = 2000
"""Characters that are kept of an error."""

_FORGET = """
local forgotten = 0
for _, row in ipairs(redis.call('XINFO', 'CONSUMERS', KEYS[1], ARGV[1])) do
    local consumer = {}
    for i = 1, #row, 2 do consumer[row[i]] = row[i + 1] end
    if consumer.pending == 0 and consumer.idle >= tonumber(ARGV[2])
        and (#ARGV == 2 or consumer.name == ARGV[3]) then
        redis.call('XGROUP', 'DELCONSUMER', KEYS[1], ARGV[1], consumer.name)
        forgotten = forgotten + 1
    end
end
return forgotten
"""
"""Looks and removes in one step: a consumer takes its pending entries with it."""


class Pending(NamedTuple):
    """An entry that was delivered and not acknowledged."""

    id: bytes
    deliveries: int
    consumer: bytes = b""


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
    return [Pending(row["message_id"], row["times_delivered"], row["consumer"]) for row in rows]


def claimed_together(pending: Sequence[Pending], batch_size: int) -> list[Pending]:
    """Of what is left, what is claimed at once: what was delivered as often as the oldest, and the
    less of it the more often that was. So an entry that ends processes is soon delivered alone."""
    if not pending:
        return []
    deliveries = pending[0].deliveries
    size = max(1, batch_size // FEWER_EACH_TIME**deliveries)
    return [entry for entry in pending if entry.deliveries == deliveries][:size]


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


async def dead_letter(
    redis: Redis,
    stream: Stream,
    entries: Sequence[Entry],
    reason: str,
    error: str | None = None,
) -> None:
    """Move entries to the dead letters and acknowledge them, both or neither.

    `error` is the text of the exception, where there was one. An entry that was replayed keeps the
    id that it had at first.
    """
    if not entries:
        return
    told = {b"reason": reason.encode()}
    if error is not None:
        told[b"error"] = error[:ERROR_MAX].encode(errors="replace")
    async with redis.pipeline(transaction=True) as pipeline:
        for entry in entries:
            fields = {b"id": entry.id, **entry.fields, **told}
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
    await redis.eval(_FORGET, 1, stream.name, stream.group, 0, consumer)


async def forget_idle_consumers(redis: Redis, stream: Stream, idle_ms: int) -> int:
    """Remove those that have not asked for entries for so long and have none. Returns how many.

    One that lives after all is there again as soon as it asks.
    """
    return int(await redis.eval(_FORGET, 1, stream.name, stream.group, idle_ms))
