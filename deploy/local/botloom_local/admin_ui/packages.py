"""The npm packages of the admin panel: installed when package-lock.json has changed."""

import fcntl
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..node import Node
from .sources import digest_of

STAMP = ".installed-from"
"""In node_modules: the digest of the package-lock.json that it was installed from."""

STEP_SECONDS = 600
SHOWN_CHARACTERS = 1500
"""Of the beginning and again of the end of the output of what failed: one of both says why."""

INSTALL = (
    "ci",
    "--no-audit",
    "--no-fund",
    "--ignore-scripts",  # no package needs one, and none shall run code by being installed
    # Where no registry can be reached, npm would wait for minutes.
    "--fetch-retries=2",
    "--fetch-retry-mintimeout=1000",
    "--fetch-retry-maxtimeout=4000",
)

Tell = Callable[[str], None]


class AdminUiError(Exception):
    """Says which step failed, with the end of its output."""


def keep_quiet(_: str) -> None:
    """Tell nobody."""


@contextmanager
def alone(directory: Path) -> Iterator[None]:
    """One process at a time, without a file of its own for that."""
    try:
        file = (directory / "package.json").open("rb")
    except FileNotFoundError:
        raise AdminUiError(f"There are no sources of the admin panel in {directory}.") from None
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def install(node: Node, directory: Path, tell: Tell = keep_quiet) -> None:
    """Within `alone`. Raises `AdminUiError`."""
    stamp = directory / "node_modules" / STAMP
    digest = digest_of(directory, [directory / "package-lock.json"])
    if stamp.exists() and stamp.read_text() == digest:
        return
    tell("Installing the admin panel's packages…")
    run_quietly(node, directory, *INSTALL)
    stamp.parent.mkdir(exist_ok=True)  # npm makes none where there is no package
    stamp.write_text(digest)


def run_quietly(node: Node, directory: Path, *arguments: str) -> None:
    """Raises `AdminUiError`, with what the npm command wrote."""
    named = f"npm {' '.join(arguments)}"
    try:
        subprocess.run(  # noqa: S603 - no shell
            node.npm(*arguments),
            cwd=directory,
            env=node.environment(),
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=STEP_SECONDS,
        )
    except subprocess.CalledProcessError as error:
        raise AdminUiError(f"`{named}` failed:\n{_shortened(error.output)}") from None
    except subprocess.TimeoutExpired:
        raise AdminUiError(f"`{named}` is not done after {STEP_SECONDS} s.") from None


def _shortened(output: str) -> str:
    if len(output) <= 2 * SHOWN_CHARACTERS:
        return output
    return f"{output[:SHOWN_CHARACTERS]}\n…\n{output[-SHOWN_CHARACTERS:]}"
