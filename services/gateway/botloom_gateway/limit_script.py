"""Telegram's limits as all gateways keep them together: a script in Redis, by Redis' clock.

Each limit is a bucket of the generic cell rate algorithm: one time, at which all that was sent
would have been sent at an even pace. It may lie ahead of now by as much as the burst is worth.
https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm
"""

import asyncio
from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

import msgspec
from botloom_contracts.cache import limit_key
from redis.asyncio import Redis

BOT_BURST = 30
CHAT_BURST = 3

ANSWER_SECONDS = 1.0
"""A Redis that needs longer is away: a bot that answers is better than one that waits."""


class Limits(msgspec.Struct, frozen=True):
    """0: no limit. The defaults are Telegram's:
    https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this"""

    per_second: float = 30.0
    per_chat_per_second: float = 1.0
    per_group_per_minute: int = 20


class Bucket(NamedTuple):
    """Seconds between messages, 0 for no limit, and how many may go at once."""

    interval: float
    burst: int

    @property
    def slack(self) -> float:
        """How far the bucket may lie ahead of now when a message goes."""
        return (self.burst - 1) * self.interval if self.interval else float("inf")


NO_LIMIT = Bucket(0.0, 1)


class Buckets(NamedTuple):
    bot: Bucket
    chat: Bucket
    group: Bucket


def buckets(limits: Limits) -> Buckets:
    bot, chat, group = limits.per_second, limits.per_chat_per_second, limits.per_group_per_minute
    burst = min(CHAT_BURST, group)
    return Buckets(
        Bucket(1 / bot, max(1, min(BOT_BURST, int(bot)))) if bot else NO_LIMIT,
        Bucket(1 / chat, CHAT_BURST) if chat else NO_LIMIT,
        # So no minute has more than the limit, the burst included.
        Bucket(60 / (group - burst + 1), burst) if group else NO_LIMIT,
    )


class Message(NamedTuple):
    """What the script is asked about; a sent one has gone, and is only counted. An album weighs as
    much as it has items."""

    chat_id: int | str
    weight: int
    sent: bool


class Standing(NamedTuple):
    """Of a message's chat afterwards: seconds from now until the times of its buckets, and until
    its block ends. `wait` is what the message has to wait; it is counted where that is 0."""

    wait: float
    chat: float
    group: float
    block: float


class Answer(NamedTuple):
    """`standings` ends before the first message that the whole bot has no room for."""

    bot: float
    block: float
    wait: float
    standings: list[Standing]


# Times are microseconds.
# KEYS: of the bot, then of the chat of each message.
# ARGV: interval and burst of the bot, of a chat and of a group; then for each message its
# weight, and whether its chat is a group and it is sent already: 1 or 0.
_SCRIPT = """
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]

local function load(key)
    local found = redis.call('HMGET', key, 't', 'g', 'b')
    return {tonumber(found[1]) or 0, tonumber(found[2]) or 0, tonumber(found[3]) or 0}
end

local function save(key, times)
    redis.call('HSET', key, 't', string.format('%.0f', times[1]),
        'g', string.format('%.0f', times[2]))
    local last = math.max(times[1], times[2], times[3])
    redis.call('PEXPIRE', key, math.ceil(math.max(0, last - now) / 1000) + 1000)
end

local intervals = {tonumber(ARGV[1]), tonumber(ARGV[3]), tonumber(ARGV[5])}
local bursts = {tonumber(ARGV[2]), tonumber(ARGV[4]), tonumber(ARGV[6])}

local function wait(limit, at, weight)
    if intervals[limit] == 0 then return 0 end
    local room = (bursts[limit] - math.min(weight, bursts[limit])) * intervals[limit]
    return math.max(at - now, 0) - room
end

local function after(limit, at, weight)
    return math.max(at, now) + weight * intervals[limit]
end

local bot = load(KEYS[1])
local changed = false
local answer = {0, 0, 0}
for i = 2, #KEYS do
    local weight, group, sent = tonumber(ARGV[3 * i + 1]), ARGV[3 * i + 2] == '1',
        ARGV[3 * i + 3] == '1'
    local chat = load(KEYS[i])
    local delay = 0
    if not sent then
        delay = math.max(0, chat[3] - now, wait(2, chat[1], weight),
            group and wait(3, chat[2], weight) or 0)
        if delay == 0 then
            answer[3] = math.ceil(math.max(0, bot[3] - now, wait(1, bot[1], weight)))
            if answer[3] > 0 then break end
        end
    end
    if delay == 0 then
        bot[1] = after(1, bot[1], weight)
        changed = true
        chat[1] = after(2, chat[1], weight)
        if group then chat[2] = after(3, chat[2], weight) end
        save(KEYS[i], chat)
    end
    answer[#answer + 1] = math.ceil(delay)
    for bucket = 1, 3 do answer[#answer + 1] = math.max(0, chat[bucket] - now) end
end
if changed then save(KEYS[1], bot) end
answer[1] = math.max(0, bot[1] - now)
answer[2] = math.max(0, bot[3] - now)
return answer
"""

_BLOCK = """
local time = redis.call('TIME')
local ends = time[1] * 1000000 + time[2] + ARGV[1]
if ends > (tonumber(redis.call('HGET', KEYS[1], 'b')) or 0) then
    redis.call('HSET', KEYS[1], 'b', string.format('%.0f', ends))
end
local expiry = math.ceil(ARGV[1] / 1000) + 1000
if redis.call('PTTL', KEYS[1]) < expiry then redis.call('PEXPIRE', KEYS[1], expiry) end
"""


class LimitScript:
    """Raises what Redis raises, and `TimeoutError`."""

    def __init__(self, redis: Redis, bot_id: int, limits: Buckets) -> None:
        self._script = redis.register_script(_SCRIPT)
        self._block = redis.register_script(_BLOCK)
        self._bot_id = bot_id
        self._arguments: list[int] = []
        for bucket in limits:
            self._arguments += [_microseconds(bucket.interval), bucket.burst]

    async def ask(self, messages: Sequence[Message]) -> Answer:
        keys = [limit_key(self._bot_id)]
        arguments = list(self._arguments)
        for chat_id, weight, sent in messages:
            keys.append(limit_key(self._bot_id, chat_id))
            arguments += [weight, int(is_group(chat_id)), int(sent)]
        async with asyncio.timeout(ANSWER_SECONDS):
            answered = await self._script(keys=keys, args=arguments)
        bot, block, wait, *others = [value / 1e6 for value in answered]
        standings = [Standing(*others[at : at + 4]) for at in range(0, len(others), 4)]
        return Answer(bot, block, wait, standings)

    async def block(self, chat_id: int | str | None, seconds: float) -> None:
        async with asyncio.timeout(ANSWER_SECONDS):
            key = limit_key(self._bot_id, chat_id)
            await self._block(keys=[key], args=[_microseconds(seconds)])


def is_group(chat_id: int | str) -> bool:
    """A channel counts as one where it is named by its id, since the id does not tell."""
    return isinstance(chat_id, int) and chat_id < 0


def _microseconds(seconds: float) -> int:
    return ceil(seconds * 1e6)
