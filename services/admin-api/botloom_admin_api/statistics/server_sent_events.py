"""The live feed as Server-Sent Events:
https://html.spec.whatwg.org/multipage/server-sent-events.html"""

import time
from collections.abc import AsyncGenerator, Iterable
from typing import NamedTuple

from botloom_contracts.codec import decode_entry, encode_json
from botloom_contracts.errors import UndecodableEvent
from botloom_contracts.events import Interaction, InteractionKind

from ..schemas.live import Gap, LiveInteraction
from .live_feed import LiveFeed, StreamEntry, place

HEARTBEAT_SECONDS = 15.0
LIFE_SECONDS = 15 * 60.0
"""Then the client comes again by itself, and whether it still may is looked at anew."""
RETRY_MS = 2000

_BEGIN = b"retry: %d\n\n" % RETRY_MS
_HEARTBEAT = b":\n\n"


class Watched(NamedTuple):
    """Which interactions; what is None does not matter."""

    event: InteractionKind | None = None
    handler_id: int | None = None

    def has(self, one: Interaction) -> bool:
        return self.event in (None, one.event) and self.handler_id in (None, one.handler_id)


async def server_sent_events(
    feed: LiveFeed, last_id: bytes | None, watched: Watched
) -> AsyncGenerator[bytes, None]:
    """From the entry behind `last_id` on, or from now on, until the feed stops. Raises what
    `LiveFeed` does, before the first piece."""
    end = time.monotonic() + LIFE_SECONDS
    async with feed.watching() as watcher:
        begin, sent = _BEGIN, (0, 0)
        if last_id is not None:
            is_whole, entries = await feed.since(last_id)
            begin += (b"" if is_whole else _gap(None)) + _events(entries, watched)
            sent = place(entries[-1].id if entries else last_id)
        yield begin
        while not feed.stopped and time.monotonic() < end:
            missed, entries = await watcher.take(HEARTBEAT_SECONDS)
            fresh = _events((one for one in entries if place(one.id) > sent), watched)
            yield (_gap(missed) if missed else b"") + (fresh or _HEARTBEAT)


def _events(entries: Iterable[StreamEntry], watched: Watched) -> bytes:
    return b"".join(_event(entry, watched) for entry in entries)


def _event(entry: StreamEntry, watched: Watched) -> bytes:
    """Nothing, where it is no interaction, or none that is watched."""
    try:
        interaction = decode_entry(entry.fields)
    except UndecodableEvent:
        return b""
    if not isinstance(interaction, Interaction) or not watched.has(interaction):
        return b""
    names = LiveInteraction.__struct_fields__
    data = encode_json(LiveInteraction(**{name: getattr(interaction, name) for name in names}))
    return b"id: %b\nevent: interaction\ndata: %b\n\n" % (entry.id, data)


def _gap(missed: int | None) -> bytes:
    return b"event: gap\ndata: %b\n\n" % encode_json(Gap(missed=missed))
