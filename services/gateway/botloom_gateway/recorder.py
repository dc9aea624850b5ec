"""One interaction for each update, on the stream before the update is acknowledged.

Interactions that come while others are being written are written together, in one script. It marks
each update in a bitmap and adds only those that were not marked, both or neither: so an update that
Telegram sends again, to this gateway or another, and a script that is run again after a lost
connection, count once.
"""

import asyncio
from collections.abc import Sequence
from itertools import islice

from botloom_contracts.cache import SEEN_CHUNK, SEEN_SECONDS, seen_key
from botloom_contracts.codec import encode_event
from botloom_contracts.errors import BotloomError
from botloom_contracts.events import Interaction
from botloom_contracts.streams import INTERACTIONS
from redis.asyncio import Redis

from .metrics import RECORD_SECONDS

GROUP_MAX = 500
"""Interactions in one script: Redis serves nobody else while it runs, for about a millisecond."""

# KEYS: the stream, then the bitmap of each interaction.
# ARGV: the stream's greatest length, the bitmaps' expiry, then bit and JSON of each interaction.
_SCRIPT = """
local count = #KEYS - 1
if redis.call('XLEN', KEYS[1]) + count > tonumber(ARGV[1]) then
    return redis.error_reply('STREAMFULL interactions wait to be counted')
end
local added = 0
local last = nil
for i = 1, count do
    local bitmap = KEYS[i + 1]
    if redis.call('SETBIT', bitmap, ARGV[2 * i + 1], 1) == 0 then
        redis.call('XADD', KEYS[1], '*', 'data', ARGV[2 * i + 2])
        added = added + 1
    end
    if bitmap ~= last then
        redis.call('EXPIRE', bitmap, ARGV[2])
        last = bitmap
    end
end
return added
"""


class NotRecordedError(BotloomError):
    """The interaction is not on the stream: the update must not be acknowledged."""


class Recorder:
    def __init__(self, redis: Redis, bot_id: int, stream_max_length: int) -> None:
        self._script = redis.register_script(_SCRIPT)
        self._bot_id = bot_id
        self._stream_max_length = stream_max_length
        self._waiting: dict[asyncio.Future[None], Interaction] = {}
        self._writer: asyncio.Task[None] | None = None

    async def record(self, interaction: Interaction) -> None:
        """Returns when it is on the stream, or was before. Raises `NotRecordedError`."""
        recorded = asyncio.get_running_loop().create_future()
        self._waiting[recorded] = interaction
        if self._writer is None:
            self._writer = asyncio.create_task(self._write_waiting())
        await recorded

    async def _write_waiting(self) -> None:
        try:
            while self._waiting:
                group = dict(islice(self._waiting.items(), GROUP_MAX))
                for recorded in group:
                    del self._waiting[recorded]
                error = await self._write(list(group.values()))
                for recorded in group:
                    if recorded.done():  # its request was given up meanwhile
                        continue
                    if error is None:
                        recorded.set_result(None)
                    else:
                        recorded.set_exception(error)
        finally:
            self._writer = None

    async def _write(self, interactions: Sequence[Interaction]) -> NotRecordedError | None:
        try:
            keys = [INTERACTIONS.name]
            arguments: list[int | bytes] = [self._stream_max_length, SEEN_SECONDS]
            for interaction in interactions:
                chunk, bit = divmod(interaction.update_id, SEEN_CHUNK)
                keys.append(seen_key(self._bot_id, chunk))
                arguments.append(bit)
                arguments.append(encode_event(interaction))
            with RECORD_SECONDS.time():
                await self._script(keys=keys, args=arguments)
        except Exception as error:
            return NotRecordedError(f"{type(error).__name__}: {error}")
        return None
