"""What the gateway keeps of a person, in one key of Redis with an expiry: the variables, and the
question that waits for an answer.

The key is a hash: `ask` is the question as JSON, `ask_id` its id, `var:NAME` a variable.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
import structlog
from botloom_constructor.conversation import Pending
from botloom_contracts.cache import person_key
from redis.asyncio import Redis

from .coalescing import Coalescer

log = structlog.stdlib.get_logger()

LOADS_MAX = 200
"""People read at once."""

_ASK, _ASK_ID, _VARIABLE = b"ask", b"ask_id", b"var:"

# KEYS: the person. ARGV: the question's id. Returns 1 to the one caller that may go on with it.
_TAKE = """
if redis.call('HGET', KEYS[1], 'ask_id') ~= ARGV[1] then
    return 0
end
redis.call('HDEL', KEYS[1], 'ask', 'ask_id')
return 1
"""

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Pending)


class PersonState(NamedTuple):
    variables: dict[str, str]
    pending: Pending | None


class People:
    """`seconds` after the last change a person's state is forgotten."""

    def __init__(self, redis: Redis, bot_id: int, seconds: int) -> None:
        self._redis = redis
        self._bot_id = bot_id
        self._seconds = seconds
        self._take_script = redis.register_script(_TAKE)
        self.load: Coalescer[int, PersonState] = Coalescer(self._load, LOADS_MAX)

    async def _load(self, user_ids: Sequence[int]) -> list[PersonState]:
        async with self._redis.pipeline(transaction=False) as pipeline:
            for user_id in user_ids:
                pipeline.hgetall(self._key(user_id))
            found: list[dict[bytes, bytes]] = await pipeline.execute()
        return [_state(fields) for fields in found]

    async def save(self, user_id: int, changed: Mapping[str, str | None]) -> None:
        """Set these variables, and forget those that are None or empty."""
        kept: Any = {f"var:{name}": value for name, value in changed.items() if value}
        gone = [f"var:{name}" for name, value in changed.items() if not value]
        key = self._key(user_id)
        async with self._redis.pipeline(transaction=True) as pipeline:
            if kept:
                pipeline.hset(key, mapping=kept)
            if gone:
                pipeline.hdel(key, *gone)
            pipeline.expire(key, self._seconds)
            await pipeline.execute()

    async def ask(self, user_id: int, pending: Pending) -> None:
        """From now on the person's next message answers this question, and no earlier one."""
        key = self._key(user_id)
        async with self._redis.pipeline(transaction=True) as pipeline:
            pipeline.hset(key, mapping={_ASK: _encoder.encode(pending), _ASK_ID: pending.id})
            # Longer than the question waits: its time-out is taken from the schedule.
            pipeline.expire(key, self._seconds)
            await pipeline.execute()

    async def refuse(self, user_id: int, pending: Pending) -> None:
        """Count an answer that does not fit."""
        await self.ask(user_id, msgspec.structs.replace(pending, failed=pending.failed + 1))

    async def take(self, user_id: int, question_id: str) -> bool:
        """End the question. True for one caller only: two messages can answer at once."""
        return bool(await self._take_script(keys=[self._key(user_id)], args=[question_id]))

    def _key(self, user_id: int) -> str:
        return person_key(self._bot_id, user_id)


def _state(fields: Mapping[bytes, bytes]) -> PersonState:
    variables = {
        name.removeprefix(_VARIABLE).decode(): value.decode()
        for name, value in fields.items()
        if name.startswith(_VARIABLE)
    }
    saved = fields.get(_ASK)
    if saved is None:
        return PersonState(variables, None)
    try:
        return PersonState(variables, _decoder.decode(saved))
    except msgspec.MsgspecError as error:
        log.error("question_unreadable", error=str(error))
        return PersonState(variables, None)
