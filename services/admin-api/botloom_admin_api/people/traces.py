"""What Redis has of a person: variables and questions, what waits, and entries of streams."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from botloom_contracts.cache import limit_key, person_key, waits_keys
from botloom_contracts.codec import DATA_FIELD
from botloom_contracts.streams import INTERACTIONS
from redis.asyncio import Redis
from redis.exceptions import ResponseError

CHUNK = 1000
"""Keys, fields or entries looked at in one round trip."""

_ANY: Any = "*"
"""A bot's id in a pattern of keys: admin-api does not know whose token the gateways have."""


class _Named(msgspec.Struct):
    id: int


class _Trigger(msgspec.Struct):
    user: _Named


class _Run(msgspec.Struct):
    trigger: _Trigger


class _Scheduled(msgspec.Struct):
    """What tells whose something scheduled is, a run or the time-out of a question."""

    user_id: int | None = None
    run: _Run | None = None


class _Interaction(msgspec.Struct):
    user_id: int


async def remove_traces(redis: Redis, user_id: int) -> None:
    """Again, it finds what is left. Raises the client's errors."""
    for pattern in (person_key(_ANY, user_id), limit_key(_ANY, user_id)):
        async for key in redis.scan_iter(pattern, CHUNK):
            await redis.unlink(key)
    times, _ = waits_keys(_ANY)
    async for key in redis.scan_iter(times, CHUNK, "zset"):
        bot_id = int(key.rpartition(b":")[2])
        await _remove_waits(redis, *waits_keys(bot_id), user_id)
    await _remove_entries(redis, INTERACTIONS.dead_letters, "+", user_id)
    # What was read is trimmed some time, and a bot that nobody uses can keep its last entries for
    # long. What was not, stats discards: if it were deleted, Redis could not tell how far behind
    # stats is.
    await _remove_entries(redis, INTERACTIONS.name, await _last_read(redis), user_id)


async def _remove_waits(redis: Redis, times: str, saved: str, user_id: int) -> None:
    async for scheduled_id, data in redis.hscan_iter(saved, count=CHUNK):
        if is_scheduled_for(data, user_id):
            async with redis.pipeline(transaction=True) as pipeline:
                pipeline.zrem(times, scheduled_id)
                pipeline.hdel(saved, scheduled_id)
                await pipeline.execute()


async def _remove_entries(redis: Redis, stream: str, end: str, user_id: int) -> None:
    """Up to, and with, the entry `end`."""
    start = "-"
    read: Callable[..., Awaitable[Any]] = redis.xrange
    while entries := await read(stream, min=start, max=end, count=CHUNK):
        theirs = [
            entry_id
            for entry_id, fields in entries
            if is_interaction_of(fields.get(DATA_FIELD, b""), user_id)
        ]
        if theirs:
            await redis.xdel(stream, *theirs)
        start = f"({entries[-1][0].decode()}"


async def _last_read(redis: Redis) -> str:
    """The last entry that stats was given."""
    try:
        groups: Any = await redis.xinfo_groups(INTERACTIONS.name)
    except ResponseError:  # there is no such stream
        groups = []
    ends = [
        one["last-delivered-id"] for one in groups if one["name"] == INTERACTIONS.group.encode()
    ]
    return ends[0].decode() if ends else "0-0"


def is_scheduled_for(data: bytes, user_id: int) -> bool:
    try:
        scheduled = msgspec.json.decode(data, type=_Scheduled)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return _names(data, user_id)
    whose = scheduled.user_id if scheduled.run is None else scheduled.run.trigger.user.id
    return whose == user_id


def is_interaction_of(data: bytes, user_id: int) -> bool:
    try:
        return msgspec.json.decode(data, type=_Interaction).user_id == user_id
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return _names(data, user_id)


def _names(data: bytes, user_id: int) -> bool:
    """Whether the id stands in what can't be read: rather too much is removed than too little."""
    return re.search(rb"(?<!\d)%d(?!\d)" % user_id, data) is not None
