"""The admin panel as files that admin-api serves: built when its sources have changed."""

from pathlib import Path

from ..node import find_node
from .packages import AdminUiError, Tell, alone, install, keep_quiet, run_quietly
from .sources import DIRECTORY, digest_of, source_files

STAMP = ".built-from"
"""In dist: the digest of the sources. The build empties the folder first, so it goes with them."""


def build(directory: Path = DIRECTORY, tell: Tell = keep_quiet) -> Path:
    """The folder with the built app. Raises `AdminUiError` and `NoNodeError`.

    `tell` gets a line for each step that takes time. Of several processes one builds, and the
    others wait for it.
    """
    dist = directory / "dist"
    with alone(directory):
        # Before the build: what changes meanwhile is for the next one.
        digest = digest_of(directory, source_files(directory))
        stamp = dist / STAMP
        if stamp.exists() and stamp.read_text() == digest:
            return dist
        node = find_node()
        install(node, directory, tell)
        tell("Building the admin panel…")
        run_quietly(node, directory, "run", "build")
        if not (dist / "index.html").is_file():
            raise AdminUiError(f"`npm run build` made no {dist / 'index.html'}.")
        stamp.write_text(digest)
    return dist
