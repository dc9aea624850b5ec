"""What comes in on `interactions`."""

from collections.abc import Sequence

from botloom_runtime.consumer_group import Entry
from botloom_runtime.stream_consumer import DeadLetter, Handle

from .repository import Repository
from .store import store


def interactions(repository: Repository) -> Handle:
    async def handle(entries: Sequence[Entry]) -> Sequence[DeadLetter]:
        return await store(repository, entries)

    return handle
