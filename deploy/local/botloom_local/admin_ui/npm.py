"""`just ui-dev`, `just ui-check`: an npm command for the admin panel, its packages installed."""

import os
import sys

from ..node import NoNodeError, find_node
from .packages import AdminUiError, alone, install
from .sources import DIRECTORY


def main(arguments: list[str]) -> None:
    """Becomes the npm command. Raises `SystemExit` where that can't be."""
    try:
        node = find_node()
        with alone(DIRECTORY):
            install(node, DIRECTORY, tell=print)
    except (AdminUiError, NoNodeError) as error:
        raise SystemExit(str(error)) from None
    os.chdir(DIRECTORY)
    sys.stdout.flush()
    command = node.npm(*arguments)
    os.execvpe(command[0], command, node.environment())  # noqa: S606 - no shell


if __name__ == "__main__":
    main(sys.argv[1:])
