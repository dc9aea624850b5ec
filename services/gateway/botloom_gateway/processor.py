"""The way of an update, the same for webhook and polling: resolve, record, plan the answer."""

from datetime import UTC, datetime
from typing import NamedTuple

from .answer import plan
from .calls import Call
from .metrics import SKIPPED, UPDATES
from .recorder import Recorder
from .resolve import Resolver, Skipped, Trigger
from .snapshot_feed import SnapshotFeed
from .updates import Update


class Processed(NamedTuple):
    """`taken` says that a constructor's rule took the update; code gets the others."""

    taken: bool
    calls: list[Call]
    trigger: Trigger | None


class Processor:
    def __init__(self, feed: SnapshotFeed, resolver: Resolver, recorder: Recorder) -> None:
        self._feed = feed
        self._resolver = resolver
        self._recorder = recorder

    async def process(self, update: Update) -> Processed:
        """When it returns the interaction is on the stream. Raises `NotRecordedError`."""
        snapshot = self._feed.snapshot
        resolved = self._resolver.resolve(update, snapshot, datetime.now(UTC))
        if isinstance(resolved, Skipped):
            SKIPPED.labels(resolved.reason).inc()
            return Processed(False, [], None)
        await self._recorder.record(resolved.interaction)
        UPDATES.labels(resolved.interaction.event).inc()
        return Processed(resolved.rule is not None, plan(resolved, snapshot), resolved.trigger)
