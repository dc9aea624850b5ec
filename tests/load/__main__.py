"""`just bench [NAME …]`: runs the benchmarks and prints their figures."""

import sys
from collections.abc import Callable

from . import gateway, matching, propagation, queries, stats
from .report import Report

BENCHMARKS: dict[str, Callable[[], Report]] = {
    "gateway": gateway.run,
    "stats": stats.run,
    "queries": queries.run,
    "propagation": propagation.run,
    "matching": matching.run,
}


def main(names: list[str]) -> int:
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"no benchmark {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}")
        return 2
    for name in names or BENCHMARKS:
        print(BENCHMARKS[name](), end="\n\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
