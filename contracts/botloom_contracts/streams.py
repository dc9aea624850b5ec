"""The catalogue of Redis streams."""

import msgspec

from .events import (
    CacheRebuildRequested,
    CacheUpdateRequested,
    ConfigChanged,
    DraftsChanged,
    Interaction,
)


class Stream(msgspec.Struct, frozen=True, kw_only=True):
    """A stream is trimmed only behind what its group has acknowledged."""

    name: str
    description: str
    events: tuple[type, ...]
    producers: tuple[str, ...]
    group: str
    """The one consumer group, named for its service."""

    @property
    def dead_letters(self) -> str:
        """Where entries go that can't be consumed, with the fields `data`, `reason`, `id`."""
        return f"{self.name}.dead"


INTERACTIONS = Stream(
    name="interactions",
    description="What people did with the bot, one event for each update",
    events=(Interaction,),
    producers=("gateway",),
    group="stats",
)

CONFIG_CHANGES = Stream(
    name="config-changes",
    description="What changed: the log's committed events, in the order of `seq`, and drafts",
    events=(ConfigChanged, DraftsChanged, CacheRebuildRequested, CacheUpdateRequested),
    producers=("admin-api", "gateway"),
    group="config",
)

STREAMS = (INTERACTIONS, CONFIG_CHANGES)
