"""What comes in on `config-changes`.

An event is a reason to look: what is applied is read from the log's table, in its order. Only what
can't be read at all goes to the dead letters.
"""

from collections.abc import Sequence

from botloom_contracts.codec import decode_entry
from botloom_contracts.errors import UndecodableEvent
from botloom_contracts.events import (
    CacheRebuildRequested,
    CacheUpdateRequested,
    ConfigChanged,
    DraftsChanged,
)
from botloom_runtime.batch import Batch
from botloom_runtime.trying import DeadLetter, Handle

from .sync import CacheSync


def config_changes(sync: CacheSync) -> Handle:
    async def handle(entries: Batch) -> Sequence[DeadLetter]:
        dead: list[DeadLetter] = []
        rebuild_reason: str | None = None
        for entry in entries:
            try:
                event = decode_entry(entry.fields)
            except UndecodableEvent as error:
                dead.append(DeadLetter(entry, "it does not decode", str(error)))
                continue
            match event:
                case CacheRebuildRequested():
                    rebuild_reason = event.reason
                case ConfigChanged() | DraftsChanged() | CacheUpdateRequested():
                    pass
                case _:
                    dead.append(DeadLetter(entry, f"{type(event).__name__} is not for this stream"))
        if rebuild_reason is not None:
            await sync.rebuild(rebuild_reason)
        elif len(dead) < len(entries):
            await sync.apply_changes()
        return dead

    return handle
