"""`just reset`: forget the data of the embedded servers."""

import os
import shutil
import sys

from .lock import DirectoryInUseError, locked
from .plan import data_directory


def main() -> int:
    directory = data_directory(os.environ)
    try:
        with locked(directory):
            shutil.rmtree(directory)
    except DirectoryInUseError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Removed {directory}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
