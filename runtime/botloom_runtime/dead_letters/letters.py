"""The dead letters of a stream, as `consumer_group.dead_letter` writes them."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

from botloom_contracts.streams import Stream
from redis.asyncio import Redis

PAGE = 500

_REPLAY = """
local letter = redis.call('XRANGE', KEYS[2], ARGV[1], ARGV[1])[1]
if not letter then return false end
local entry, replays = {}, 1
for i = 1, #letter[2], 2 do
    local name, value = letter[2][i], letter[2][i + 1]
    if name == 'replays' then
        replays = value + 1
    elseif name ~= 'reason' and name ~= 'error' then
        table.insert(entry, name)
        table.insert(entry, value)
    end
end
local id = redis.call('XADD', KEYS[1], '*', 'replays', string.format('%d', replays), unpack(entry))
redis.call('XDEL', KEYS[2], ARGV[1])
return id
"""
"""In one step: the letter is on the stream again or still a letter, whatever breaks."""


class Letter(NamedTuple):
    id: str
    """Of the letter."""
    entry_id: str
    """That the entry had on the stream at first."""
    at: datetime
    """When it came here."""
    reason: str
    error: str | None
    replays: int
    """How often it was brought back before."""
    data: bytes | None


async def letters(redis: Redis, stream: Stream, *, after: str | None = None) -> list[Letter]:
    """The oldest `PAGE` of them, or the oldest behind the letter `after`."""
    first = "-" if after is None else f"({after}"
    rows: Any = await redis.xrange(stream.dead_letters, first, "+", count=PAGE)
    return [_letter(*row) for row in rows]


async def find(redis: Redis, stream: Stream, letter_id: str) -> Letter | None:
    """Raises `ResponseError` where it is no id."""
    rows: Any = await redis.xrange(stream.dead_letters, letter_id, letter_id)
    return _letter(*rows[0]) if rows else None


async def replay(redis: Redis, stream: Stream, letter_id: str) -> str | None:
    """Bring it back to the end of its stream. Returns the new entry's id; None where there is no
    such letter. Raises `ResponseError` where it is no id."""
    keys = (stream.name, stream.dead_letters)
    found: Any = await redis.eval(_REPLAY, len(keys), *keys, letter_id)
    return None if found is None else found.decode()


async def replay_all(redis: Redis, stream: Stream) -> AsyncIterator[tuple[str, str]]:
    """Those that are there now. Yields each letter's id and the new entry's."""
    newest: Any = await redis.xrevrange(stream.dead_letters, count=1)
    if not newest:
        return
    last = _order(newest[0][0].decode())
    after = None
    while page := await letters(redis, stream, after=after):
        for letter in page:
            if _order(letter.id) > last:  # failed again meanwhile
                return
            if (entry_id := await replay(redis, stream, letter.id)) is not None:
                yield letter.id, entry_id
        after = page[-1].id


def _order(entry_id: str) -> tuple[int, ...]:
    return tuple(map(int, entry_id.split("-")))


def _letter(letter_id: bytes, fields: dict[bytes, bytes]) -> Letter:
    def text(name: bytes) -> str | None:
        value = fields.get(name)
        return None if value is None else value.decode(errors="replace")

    return Letter(
        id=letter_id.decode(),
        entry_id=text(b"id") or "",
        at=datetime.fromtimestamp(_order(letter_id.decode())[0] / 1000, UTC),
        reason=text(b"reason") or "",
        error=text(b"error"),
        replays=int(fields.get(b"replays", 0)),
        data=fields.get(b"data"),
    )
