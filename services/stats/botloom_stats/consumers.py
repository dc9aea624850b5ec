"""What comes in on `interactions`."""

from collections.abc import Sequence

from botloom_runtime.batch import Batch
from botloom_runtime.trying import DeadLetter, Handle

from .repository import Repository
from .store import store


def interactions(repository: Repository) -> Handle:
    async def handle(entries: Batch) -> Sequence[DeadLetter]:
        return await store(repository, entries)

    return handle
