"""The project's services as the processes they are in production."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx

from . import fork_server
from .eventually import eventually
from .fork_server import ForkedProcess

STOP_SECONDS = 20


Process = subprocess.Popen[bytes] | ForkedProcess


@contextmanager
def process(
    module: str,
    *arguments: str,
    environment: Mapping[str, str],
    log: Path,
    core: int | None = None,
) -> Iterator[Process]:
    """Run `python -m module` while the context is open, its output in `log`.

    `core` pins it to one processor, where the system can.
    """
    log.touch()
    child = _start([module, *arguments], {**_without_settings(os.environ), **environment}, log)
    if core is not None and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(child.pid, {core})
    try:
        yield child
    except BaseException:
        sys.stderr.write(f"--- {module} wrote:\n{log.read_text(errors='replace')[-4000:]}\n")
        raise
    finally:
        stop(child)


def _start(command: list[str], environment: dict[str, str], log: Path) -> Process:
    directory = os.environ.get(fork_server.DIRECTORY)
    if directory is not None:
        return fork_server.start(Path(directory), command, environment, log)
    with log.open("ab") as output:
        return subprocess.Popen(
            [sys.executable, "-m", *command], env=environment, stdout=output, stderr=output
        )


def _without_settings(environment: Mapping[str, str]) -> dict[str, str]:
    return {key: value for key, value in environment.items() if not key.startswith("BOTLOOM_")}


def stop(child: Process) -> None:
    """As an operator does; one that does not stop is killed, and fails the test."""
    if child.poll() is not None:
        return
    child.send_signal(signal.SIGTERM)
    try:
        child.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
        raise


async def until_ready(url: str, seconds: float = 90.0) -> None:
    """Wait until `/readyz` says so. Raises `AssertionError` with what it said last."""
    async with httpx.AsyncClient(timeout=5) as client:

        async def look() -> str:
            try:
                answer = await client.get(f"{url}/readyz")
            except httpx.TransportError as error:
                return str(error) or type(error).__name__
            return "" if answer.is_success else answer.text

        await eventually(look, lambda reason: reason == "", seconds)


def wait_until_ready(url: str, seconds: float = 90.0) -> None:
    asyncio.run(until_ready(url, seconds))
