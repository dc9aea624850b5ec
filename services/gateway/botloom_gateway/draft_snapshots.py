"""Which snapshot answers a person: the live one, or that of a draft whose tester they are.

Without drafts that costs one look at an empty dictionary. An announcement on `drafts-applied` says
that drafts differ; it can be missed, so they are compared on a timer, too.
"""

import asyncio
from typing import Any, NamedTuple

import structlog
from botloom_constructor.snapshot import Snapshot
from botloom_constructor.updates import Update, User
from botloom_contracts.cache import DRAFTS_APPLIED, DraftHead
from botloom_runtime.backoff import tries
from botloom_runtime.cache_reader import read_draft_entries, read_draft_heads
from redis.asyncio import Redis
from redis.asyncio.client import PubSub
from redis.exceptions import RedisError

from .snapshot_feed import SnapshotFeed

log = structlog.stdlib.get_logger()

CHECK_SECONDS = 5.0


class Draft:
    """Its snapshot is made when it is first asked for, and anew for another live one."""

    __slots__ = ("_changes", "_live", "_snapshot", "head")

    def __init__(self, head: DraftHead, changes: dict[str, bytes | None]) -> None:
        self.head = head
        self._changes = changes
        self._live: Snapshot | None = None
        self._snapshot: Snapshot | None = None

    def over(self, live: Snapshot) -> Snapshot:
        if self._snapshot is None or self._live is not live:
            self._live = live
            self._snapshot = live.with_changes(live.seq, self._changes)
        return self._snapshot


class _Next(NamedTuple):
    seq: int
    """The drafts are made for this configuration, and count as soon as it answers."""
    drafts: dict[int, Draft]


class DraftSnapshots:
    def __init__(self, redis: Redis, feed: SnapshotFeed) -> None:
        self._redis = redis
        self._feed = feed
        self._drafts: dict[int, Draft] = {}
        self._by_tester: dict[int, Draft] = {}
        self._next: _Next | None = None
        self.testers: set[int] = set()
        """Also those who were: a draft may have asked them something, and be gone."""

    @property
    def is_behind(self) -> bool:
        """Whether drafts were read that did not answer yet."""
        return self._next is not None

    def of_update(self, update: Update) -> Snapshot:
        """For whoever the update comes from."""
        if not self._by_tester and not self.is_behind:
            return self._feed.snapshot
        sender = _sender(update)
        return self._feed.snapshot if sender is None else self.of_person(sender.id)

    def of_person(self, user_id: int) -> Snapshot:
        live = self._feed.snapshot
        if self._next is not None and live.seq >= self._next.seq:
            self._take(self._next)
        draft = self._by_tester.get(user_id)
        return live if draft is None else draft.over(live)

    async def run(self, stop: asyncio.Event) -> None:
        """Follow the drafts in the cache until `stop` is set, over lost connections."""
        async for attempt in tries(stop):
            try:
                async with self._redis.pubsub(ignore_subscribe_messages=True) as announcements:
                    await announcements.subscribe(DRAFTS_APPLIED)
                    await self._follow(announcements, stop)
            except (RedisError, OSError, TimeoutError) as error:
                if attempt == 0:
                    log.warning("drafts_unreachable", error=str(error))
            except ValueError as error:
                log.error("drafts_unreadable", error=str(error))

    async def _follow(self, announcements: PubSub, stop: asyncio.Event) -> None:
        # The first message confirms the subscription: nothing announced from then on is missed.
        await announcements.get_message(timeout=CHECK_SECONDS)
        stopped = asyncio.ensure_future(stop.wait())
        try:
            while not stop.is_set():
                await self._look()
                message = asyncio.ensure_future(announcements.get_message(timeout=CHECK_SECONDS))
                await asyncio.wait({message, stopped}, return_when=asyncio.FIRST_COMPLETED)
                if not message.done():
                    message.cancel()
                    return
                message.result()
        finally:
            stopped.cancel()

    async def _look(self) -> None:
        seq, heads = await read_draft_heads(self._redis)
        tested = {draft_id: head for draft_id, head in heads.items() if head.testers}
        drafts = self._drafts if self._next is None else self._next.drafts
        if tested == {draft_id: draft.head for draft_id, draft in drafts.items()}:
            return
        kept = {
            draft_id: draft
            for draft_id, draft in drafts.items()
            if tested.get(draft_id) == draft.head
        }
        found = await read_draft_entries(self._redis, tested.keys() - kept.keys())
        made = {draft_id: Draft(tested[draft_id], one.changes) for draft_id, one in found.items()}
        self._next = _Next(seq, kept | made)

    def _take(self, following: _Next) -> None:
        self._drafts, self._next = following.drafts, None
        self._by_tester = {
            tester: draft for draft in self._drafts.values() for tester in draft.head.testers
        }
        self.testers |= self._by_tester.keys()
        log.info("drafts_taken", drafts=len(self._drafts), testers=len(self._by_tester))


def _sender(update: Update) -> User | None:
    happened: Any = (
        update.message or update.callback_query or update.my_chat_member or update.chat_join_request
    )
    return None if happened is None else happened.sender
