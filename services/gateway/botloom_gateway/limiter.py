"""When a message may go: as soon as Telegram's limits allow, over all gateways.

Messages of one chat go in the order in which they asked, chats take turns. What waits is asked for
together in one script at a time; a limit is never taken for a message that can't go yet, so one
that is given up costs nothing.
"""

import asyncio
import heapq
import time
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from itertools import count

import structlog
from redis.asyncio import Redis

from .limit_script import Answer, Limits, LimitScript, Message, Standing, buckets, is_group
from .metrics import LIMIT_LET_THROUGH, LIMIT_SECONDS

log = structlog.stdlib.get_logger()

GROUP_MAX = 200
"""Messages in one script: Redis serves nobody else while it runs, for about a millisecond."""

CHARGE_SECONDS = 0.005
"""For so long, messages that went in responses are gathered before they are counted."""

CHATS_MAX = 20_000
"""Remembered before those that are idle are forgotten."""


class _Waiting:
    __slots__ = ("granted", "weight")

    def __init__(self, granted: "asyncio.Future[None]", weight: int) -> None:
        self.granted = granted
        self.weight = weight


class _Chat:
    """What this process knows of a chat. Times are monotonic."""

    __slots__ = ("at", "blocked_until", "chat_id", "group_at", "is_group", "queued", "waiting")

    def __init__(self, chat_id: int | str) -> None:
        self.chat_id = chat_id
        self.is_group = is_group(chat_id)
        self.at = 0.0
        self.group_at = 0.0
        self.blocked_until = 0.0
        self.waiting: deque[_Waiting] | None = None
        self.queued = False

    def learn(self, standing: Standing, now: float) -> None:
        # Another script may have answered for what this one did not know of.
        self.at = max(self.at, now + standing.chat)
        self.group_at = max(self.group_at, now + standing.group)
        self.blocked_until = max(self.blocked_until, now + standing.block)

    def is_idle(self, now: float) -> bool:
        return not self.queued and max(self.at, self.group_at, self.blocked_until) < now


class Limiter:
    """Never raises; without Redis it lets through what it does not know to be blocked."""

    def __init__(self, redis: Redis, bot_id: int, limits: Limits) -> None:
        self._buckets = buckets(limits)
        self._slacks = tuple(bucket.slack for bucket in self._buckets)
        self._script = LimitScript(redis, bot_id, self._buckets)
        self._chats: dict[int | str, _Chat] = {}
        self._chats_max = CHATS_MAX
        self._at = 0.0
        self._blocked_until = 0.0
        # Chats with a message that may go, as far as is known, and chats to look at later.
        self._ready: deque[_Chat] = deque()
        self._later: list[tuple[float, int, _Chat]] = []
        self._order = count()
        self._bot_opens_at = 0.0
        self._charges: list[_Chat] = []
        self._charging = False
        self._wake = asyncio.Event()
        self._asking: asyncio.Task[None] | None = None

    async def wait(self, chat_id: int | str, stop: asyncio.Event, weight: int = 1) -> None:
        """Returns when a message of this weight may go to this chat, or `stop` is set."""
        chat = self._chat(chat_id)
        granted = asyncio.get_running_loop().create_future()
        if chat.waiting is None:
            chat.waiting = deque()
        chat.waiting.append(_Waiting(granted, weight))
        if not chat.queued:
            chat.queued = True
            self._ready.append(chat)
        self._ask_soon()
        stopped = asyncio.ensure_future(stop.wait())
        try:
            with LIMIT_SECONDS.time():
                await asyncio.wait({granted, stopped}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            stopped.cancel()
            granted.cancel()

    def note_now(self, chat_id: int | str) -> bool:
        """True: as far as is known here a message may go to this chat at once, and is counted.

        False: it must go by way of `wait`.
        """
        now = time.monotonic()
        known = self._chats.get(chat_id)
        if known is None and self._is_unlimited(chat_id):
            return self._blocked_until <= now
        chat = known or self._chat(chat_id)
        slack, chat_slack, group_slack = self._slacks
        if (
            chat.queued
            or self._blocked_until > now
            or chat.blocked_until > now
            or self._at - now > slack
            or chat.at - now > chat_slack
            or (chat.is_group and chat.group_at - now > group_slack)
        ):
            return False
        if self._is_unlimited(chat_id):
            return True
        bot, each, group = self._buckets
        self._at = max(self._at, now) + bot.interval
        chat.at = max(chat.at, now) + each.interval
        if chat.is_group:
            chat.group_at = max(chat.group_at, now) + group.interval
        self._charges.append(chat)
        if not self._charging:
            self._charging = True
            asyncio.get_running_loop().call_later(CHARGE_SECONDS, self._ask_soon)
        return True

    def _is_unlimited(self, chat_id: int | str) -> bool:
        """That nothing but a 429 holds up its messages, so that they need not be counted."""
        bot, each, group = self._buckets
        return not (bot.interval or each.interval or (group.interval and is_group(chat_id)))

    async def block(self, chat_id: int | str | None, seconds: float) -> None:
        """Nothing goes to this chat, or to any, for so long."""
        ends = time.monotonic() + seconds
        if chat_id is None:
            self._blocked_until = max(self._blocked_until, ends)
        else:
            chat = self._chat(chat_id)
            chat.blocked_until = max(chat.blocked_until, ends)
        try:
            await self._script.block(chat_id, seconds)
        except Exception as error:
            log.warning("limit_not_shared", error=repr(error))

    async def aclose(self) -> None:
        """What waits goes on waiting for its `stop`."""
        if self._asking is not None:
            self._asking.cancel()
            await asyncio.wait({self._asking})

    def _chat(self, chat_id: int | str) -> _Chat:
        chat = self._chats.get(chat_id)
        if chat is None:
            chat = self._chats[chat_id] = _Chat(chat_id)
        return chat

    def _ask_soon(self) -> None:
        self._wake.set()
        if self._asking is None:
            self._asking = asyncio.get_running_loop().create_task(self._ask_until_done())

    async def _ask_until_done(self) -> None:
        try:
            while True:
                self._wake.clear()
                now = time.monotonic()
                while self._later and self._later[0][0] <= now:
                    self._ready.append(heapq.heappop(self._later)[2])
                opens_at = max(self._bot_opens_at, self._blocked_until)
                if self._charges or (self._ready and opens_at <= now):
                    await self._ask(now, opens_at <= now)
                    continue
                next_times = [self._later[0][0]] if self._later else []
                if self._ready:
                    next_times.append(opens_at)
                if not next_times:
                    return
                await self._woken(min(next_times) - now)
        finally:
            self._asking = None

    async def _woken(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._wake.wait()

    async def _ask(self, now: float, bot_is_open: bool) -> None:
        sent = self._charges[:GROUP_MAX]
        del self._charges[:GROUP_MAX]
        self._charging = bool(self._charges)
        first = self._first_of_each(now, GROUP_MAX - len(sent)) if bot_is_open else []
        messages = [Message(chat.chat_id, 1, True) for chat in sent]
        messages += [Message(chat.chat_id, waiting.weight, False) for chat, waiting in first]
        if not messages:
            return
        try:
            answer = await self._script.ask(messages)
        except Exception as error:
            LIMIT_LET_THROUGH.inc(sum(message.weight for message in messages))
            log.warning("limits_unknown", messages=len(messages), error=repr(error))
            for chat, waiting in first:
                self._grant(chat, waiting)
        else:
            self._learn(answer, sent, first)
        self._forget_idle()

    def _first_of_each(self, now: float, most: int) -> list[tuple[_Chat, _Waiting]]:
        """Taken out of the chats that are ready."""
        first: list[tuple[_Chat, _Waiting]] = []
        while self._ready and len(first) < most:
            chat = self._ready.popleft()
            waiting = chat.waiting
            while waiting and waiting[0].granted.done():  # given up meanwhile
                waiting.popleft()
            if not waiting:
                chat.queued = False
            elif chat.blocked_until > now:
                self._look_later(chat, chat.blocked_until)
            else:
                first.append((chat, waiting[0]))
        return first

    def _learn(
        self, answer: Answer, sent: Sequence[_Chat], first: Sequence[tuple[_Chat, _Waiting]]
    ) -> None:
        now = time.monotonic()
        self._at = max(self._at, now + answer.bot)
        self._blocked_until = max(self._blocked_until, now + answer.block)
        self._bot_opens_at = now + answer.wait
        of_first = answer.standings[len(sent) :]
        for chat, standing in zip(sent, answer.standings, strict=False):
            chat.learn(standing, now)
        for (chat, waiting), standing in zip(first, of_first, strict=False):
            chat.learn(standing, now)
            if standing.wait:
                self._look_later(chat, now + standing.wait)
            else:
                self._grant(chat, waiting)
        # They were before all others, and are so again.
        self._ready.extendleft(chat for chat, _ in reversed(first[len(of_first) :]))

    def _grant(self, chat: _Chat, waiting: _Waiting) -> None:
        if not waiting.granted.done():
            waiting.granted.set_result(None)
        assert chat.waiting is not None  # noqa: S101 - it holds this one
        chat.waiting.popleft()
        if chat.waiting:
            self._ready.append(chat)
        else:
            chat.queued = False

    def _look_later(self, chat: _Chat, at: float) -> None:
        heapq.heappush(self._later, (at, next(self._order), chat))

    def _forget_idle(self) -> None:
        if len(self._chats) <= self._chats_max:
            return
        now = time.monotonic()
        self._chats = {key: chat for key, chat in self._chats.items() if not chat.is_idle(now)}
        self._chats_max = max(CHATS_MAX, 2 * len(self._chats))
