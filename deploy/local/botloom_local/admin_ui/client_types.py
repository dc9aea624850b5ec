"""`just client`: the types of the admin API, as the admin panel's code uses them."""

import subprocess
import sys
from pathlib import Path

from ..node import NoNodeError, find_node
from .packages import AdminUiError, alone, install
from .sources import DIRECTORY

FILE = DIRECTORY / "src" / "api" / "schema.d.ts"


def client_types(description: bytes, directory: Path = DIRECTORY) -> str:
    """TypeScript, of an OpenAPI description as JSON. Raises `AdminUiError` and `NoNodeError`."""
    node = find_node()
    with alone(directory):
        install(node, directory)
    made = subprocess.run(  # noqa: S603 - no shell
        [str(node.program), "scripts/client.mjs"],
        cwd=directory,
        input=description,
        capture_output=True,
        check=False,
    )
    if made.returncode:
        raise AdminUiError(f"`node scripts/client.mjs` failed:\n{made.stderr.decode()}")
    return made.stdout.decode()


def main() -> int:
    try:
        text = client_types(sys.stdin.buffer.read())
    except (AdminUiError, NoNodeError) as error:
        print(error, file=sys.stderr)
        return 1
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
