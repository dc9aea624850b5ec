"""PostgreSQL and Redis of one benchmark, with nothing in them."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from botloom_local.servers import embedded_postgres, embedded_redis, free_port


class Servers(NamedTuple):
    directory: Path
    sockets: Path
    """The folder in which PostgreSQL listens."""
    redis_url: str


@contextmanager
def running_servers() -> Iterator[Servers]:
    """Their data go with them."""
    with ExitStack() as stack:
        directory = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="botloom-bench-")))
        # Where this runs as root, PostgreSQL runs as another user, who must get in.
        directory.chmod(0o755)
        sockets = stack.enter_context(embedded_postgres(directory / "postgres"))
        port = free_port()
        stack.enter_context(embedded_redis(directory / "redis", port))
        yield Servers(directory, sockets, f"redis://127.0.0.1:{port}/0")
