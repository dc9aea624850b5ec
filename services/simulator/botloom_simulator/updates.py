"""A bot's updates, from the moment they happen until the bot has taken them.

https://core.telegram.org/bots/api#getting-updates
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Iterable
from itertools import islice

import msgspec

from . import metrics
from .errors import Conflict, FullProblem
from .objects import encode

MAX_PENDING = 100_000
"""Telegram keeps updates for a day; the simulator keeps this many."""

ID_RANGE = 2**31 - 2**24
"""Ids start below this: Telegram's fit in 31 bits, and one run has room for 16 million updates."""

NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Delivered only when asked for: https://core.telegram.org/bots/api#getupdates"""

KNOWN_TYPES = NOT_BY_DEFAULT | {
    "message", "edited_message", "channel_post", "edited_channel_post", "business_connection",
    "business_message", "edited_business_message", "deleted_business_messages", "inline_query",
    "chosen_inline_result", "callback_query", "shipping_query", "pre_checkout_query",
    "purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_join_request",
    "chat_boost", "removed_chat_boost",
}  # fmt: skip

# An offset this far ahead is not of this queue: the bot saw an earlier run of the simulator.
_FAR_AHEAD = 10


class Update(msgspec.Struct, frozen=True):
    """`body` is its JSON. Updates of one `lane` reach a webhook one after the other."""

    id: int
    lane: str
    body: bytes


def first_update_id(now: float) -> int:
    """The id a queue starts with at the time `now` (Unix seconds).

    Milliseconds of the clock: a later run starts above every id of an earlier one unless that run
    made more than 1,000 updates a second over its whole life. They begin anew every 24.7 days.
    """
    return int(now * 1000) % ID_RANGE or 1


class UpdateQueue:
    """Ids increase by one. An update stays until it is forgotten or confirmed by an offset."""

    def __init__(self, now: float, on_update: Callable[[Update], None]) -> None:
        self._pending: OrderedDict[int, Update] = OrderedDict()
        self._next_id = first_update_id(now)
        self._on_update = on_update
        self._poller: asyncio.Future[None] | None = None
        self._closed = False
        self.allowed: tuple[str, ...] = ()
        """Empty means Telegram's default: everything but `NOT_BY_DEFAULT`."""

    def __len__(self) -> int:
        return len(self._pending)

    def pending(self) -> Iterable[Update]:
        return tuple(self._pending.values())

    def add(self, kind: str, lane: str, content: object) -> int | None:
        """The id of the new update; None where the bot's `allowed_updates` leave its type out.

        Raises `FullProblem` when `MAX_PENDING` updates wait.
        """
        if not self._is_allowed(kind):
            return None
        if len(self._pending) >= MAX_PENDING:
            raise FullProblem(detail=f"{MAX_PENDING} updates wait for the bot to take them")
        update_id = self._next_id
        self._next_id += 1
        body = b'{"update_id":%d,%b:%b}' % (update_id, encode(kind), encode(content))
        update = Update(update_id, lane, body)
        self._pending[update_id] = update
        metrics.UPDATES.labels(kind if kind in KNOWN_TYPES else "unknown").inc()
        self._wake()
        self._on_update(update)
        return update_id

    def forget(self, update_id: int) -> None:
        self._pending.pop(update_id, None)

    def clear(self) -> None:
        self._pending.clear()

    async def poll(self, offset: int, limit: int, timeout_s: float) -> list[Update]:
        """Up to `limit` updates from `offset` on, waiting up to `timeout_s` for the first.

        Drops what lies before `offset`; a negative one keeps that many at the end. Waiting ends an
        earlier poll with `Conflict`, and may itself be ended so.
        """
        self._confirm(offset)
        if timeout_s > 0 and not self._pending and not self._closed:
            self.interrupt(
                "terminated by other getUpdates request; "
                "make sure that only one bot instance is running"
            )
            self._poller = poller = asyncio.get_running_loop().create_future()
            try:
                async with asyncio.timeout(timeout_s):
                    await poller
                # What comes in the same turn of the event loop goes out together.
                await asyncio.sleep(0)
            except TimeoutError:
                pass
            finally:
                if self._poller is poller:
                    self._poller = None
        return list(islice(self._pending.values(), limit))

    def interrupt(self, reason: str) -> None:
        """End the waiting poll, if there is one, with 409."""
        if self._poller and not self._poller.done():
            self._poller.set_exception(Conflict(reason))

    def close(self) -> None:
        """Let a waiting poll go home empty, so that the server can stop."""
        self._closed = True
        self._wake()

    def _wake(self) -> None:
        if self._poller and not self._poller.done():
            self._poller.set_result(None)

    def _is_allowed(self, kind: str) -> bool:
        if self.allowed:
            return kind in self.allowed or kind not in KNOWN_TYPES
        return kind not in NOT_BY_DEFAULT

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            while len(self._pending) > -offset:
                self._pending.popitem(last=False)
        elif offset <= self._next_id + _FAR_AHEAD:
            while self._pending and next(iter(self._pending)) < offset:
                self._pending.popitem(last=False)
