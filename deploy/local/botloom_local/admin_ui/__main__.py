"""`just ui`: build the admin panel, where that is needed."""

import sys

from ..node import NoNodeError
from .building import build
from .packages import AdminUiError


def main() -> int:
    try:
        print(build(tell=print))
    except (AdminUiError, NoNodeError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
