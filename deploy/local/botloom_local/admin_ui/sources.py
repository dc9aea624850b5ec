"""Where the admin panel's sources are, and whether they have changed."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

DIRECTORY = Path(__file__).parents[4] / "services" / "admin-ui"

MADE = frozenset({"node_modules", "dist"})
"""What npm makes, beside what it is made from."""


def digest_of(directory: Path, files: Iterable[Path]) -> str:
    """The same for the same places in `directory` and contents, whenever they were written."""
    digest = sha256()
    for file in files:
        for part in (str(file.relative_to(directory)).encode(), file.read_bytes()):
            digest.update(len(part).to_bytes(8, "big"))
            digest.update(part)
    return digest.hexdigest()


def source_files(directory: Path) -> list[Path]:
    return sorted(_files(directory, MADE))


def _files(directory: Path, left_out: frozenset[str]) -> Iterator[Path]:
    for path in directory.iterdir():
        if path.name in left_out or path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _files(path, frozenset())
        else:
            yield path
