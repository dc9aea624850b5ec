"""One process at a time works with a data directory."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class DirectoryInUseError(Exception):
    def __init__(self, directory: Path) -> None:
        super().__init__(f"Botloom already runs with {directory}. Stop it first, with Ctrl-C.")


@contextmanager
def locked(directory: Path) -> Iterator[None]:
    """Raises `DirectoryInUseError`. The system lets go of the lock when the process ends."""
    directory.mkdir(parents=True, exist_ok=True)
    with (directory / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise DirectoryInUseError(directory) from None
        yield
