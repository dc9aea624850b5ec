"""The life of a service process: settings, logs, event loop, signals, exit code."""

import asyncio
import gc
import signal
import sys
from collections.abc import Awaitable, Callable

import uvloop

from .logs import configure_logging
from .settings import SettingsError, SettingsT, load_settings


def run_service(
    name: str,
    settings_type: type[SettingsT],
    serve: Callable[[SettingsT, asyncio.Event], Awaitable[None]],
) -> None:
    """Run `serve(settings, stop)` until it returns.

    `stop` is set on the first SIGTERM or SIGINT; `serve` then finishes what it took, acknowledges,
    closes, and returns. A bad setting is one sentence on standard error and exit code 2.
    """
    try:
        settings = load_settings(settings_type)
    except SettingsError as error:
        for sentence in error.sentences:
            sys.stderr.write(f"botloom {name}: {sentence}\n")
        raise
    configure_logging(name, settings.log_level, settings.secrets())
    uvloop.run(_serve_until_signal(settings, serve))


async def _serve_until_signal(
    settings: SettingsT, serve: Callable[[SettingsT, asyncio.Event], Awaitable[None]]
) -> None:
    # Batches make many objects that live together and die together, and no cycles: looking through
    # them every 700 objects, Python's default, takes a quarter of the time of a busy process.
    gc.set_threshold(200_000, 20, 50)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for signal_number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(signal_number, stop.set)
    await serve(settings, stop)
