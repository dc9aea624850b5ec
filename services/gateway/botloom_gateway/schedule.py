"""What is to go on later: runs that wait, and questions whose time runs out.

It stands in Redis, by the time when it is due. A gateway takes what is due for a while (a lease)
and removes it when it has gone on; where the gateway died meanwhile, another one takes it again.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, NamedTuple

import msgspec
import structlog
from botloom_constructor.run import SavedRun
from botloom_contracts.cache import waits_keys
from botloom_runtime.backoff import tries
from redis.asyncio import Redis
from redis.exceptions import RedisError

from .metrics import WAITS_RESUMED

log = structlog.stdlib.get_logger()

LOOK_SECONDS = 0.5
"""Between two looks for what has become due, which another gateway may have put there."""
LEASE_SECONDS = 120
"""Longer than what goes on can take: it makes calls and asks other servers."""
DUE_MAX = 100

# KEYS: times, saved. ARGV: now, the lease's end, how many. Returns ids and what they stand for.
_TAKE_DUE = """
local due = redis.call('ZRANGE', KEYS[1], '-inf', ARGV[1], 'BYSCORE', 'LIMIT', 0, ARGV[3])
local taken = {}
for _, id in ipairs(due) do
    local saved = redis.call('HGET', KEYS[2], id)
    if saved then
        redis.call('ZADD', KEYS[1], ARGV[2], id)
        table.insert(taken, id)
        table.insert(taken, saved)
    else
        redis.call('ZREM', KEYS[1], id)
    end
end
return taken
"""


class WaitingRun(msgspec.Struct, frozen=True, tag_field="type", tag="run"):
    run: SavedRun


class TimeOut(msgspec.Struct, frozen=True, tag_field="type", tag="time_out"):
    """Of the question that has the same id."""

    user_id: int


Scheduled = WaitingRun | TimeOut


class Due(NamedTuple):
    id: str
    scheduled: Scheduled


Later = Callable[[Coroutine[Any, Any, None]], object]
"""Runs something in the background."""

GoOn = Callable[[Due], Awaitable[None]]
"""Goes on with what is due, and removes it. What it raises leaves it to be taken again."""

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Scheduled)


class Schedule:
    def __init__(self, redis: Redis, bot_id: int) -> None:
        self._redis = redis
        self._times, self._saved = waits_keys(bot_id)
        self._take_due_script = redis.register_script(_TAKE_DUE)

    async def add(self, due: Due, seconds: float, instead_of: str | None = None) -> None:
        """Both or neither: this is due in so many seconds, and `instead_of` no more."""
        async with self._redis.pipeline(transaction=True) as pipeline:
            pipeline.zadd(self._times, {due.id: _milliseconds() + int(seconds * 1000)})
            pipeline.hset(self._saved, due.id, _encoder.encode(due.scheduled))
            if instead_of is not None:
                self._remove(pipeline, instead_of)
            await pipeline.execute()

    async def remove(self, scheduled_id: str) -> None:
        async with self._redis.pipeline(transaction=True) as pipeline:
            self._remove(pipeline, scheduled_id)
            await pipeline.execute()

    def _remove(self, pipeline: Any, scheduled_id: str) -> None:
        pipeline.zrem(self._times, scheduled_id)
        pipeline.hdel(self._saved, scheduled_id)

    async def run(self, go_on: GoOn, later: Later, stop: asyncio.Event) -> None:
        """Go on with what becomes due, until `stop` is set; `later` runs it in the background."""
        async for attempt in tries(stop):
            try:
                await self._run(go_on, later, stop)
            except (RedisError, OSError, TimeoutError) as error:
                if attempt == 0:
                    log.warning("schedule_unreachable", error=str(error))

    async def _run(self, go_on: GoOn, later: Later, stop: asyncio.Event) -> None:
        while not stop.is_set():
            due = await self._take_due()
            for one in due:
                WAITS_RESUMED.inc()
                later(_logged(go_on, one))
            if len(due) < DUE_MAX:
                try:
                    await asyncio.wait_for(stop.wait(), LOOK_SECONDS)
                except TimeoutError:
                    continue

    async def _take_due(self) -> list[Due]:
        now = _milliseconds()
        taken: list[bytes] = await self._take_due_script(
            keys=[self._times, self._saved], args=[now, now + LEASE_SECONDS * 1000, DUE_MAX]
        )
        due: list[Due] = []
        for scheduled_id, saved in zip(taken[::2], taken[1::2], strict=True):
            try:
                due.append(Due(scheduled_id.decode(), _decoder.decode(saved)))
            except msgspec.MsgspecError as error:
                log.error("scheduled_unreadable", id=scheduled_id.decode(), error=str(error))
        return due


async def _logged(go_on: GoOn, due: Due) -> None:
    try:
        await go_on(due)
    except Exception:
        log.exception("run_failed", id=due.id)


def _milliseconds() -> int:
    return time.time_ns() // 1_000_000
