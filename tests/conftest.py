"""Fixtures of every test; the servers are real (see `support.servers`)."""

import gc
import ssl
from functools import cache
from pathlib import Path

import pytest
import structlog
from support import fork_server

IN_A_BROWSER = [Path(__file__).parent / name for name in ("admin_ui", "browser")]

pytest_plugins = ["support.servers"]

# By itself structlog shows every local variable of a traceback; of aiogram's objects that is
# thousands of lines, and takes seconds in which nothing else runs.
structlog.configure(
    processors=[
        structlog.stdlib.add_log_level,
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback),
    ]
)

# Each of hundreds of clients reads all certificate authorities otherwise, which takes 25 ms.
ssl.create_default_context = cache(ssl.create_default_context)


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):  # xdist's workers inherit it
        fork_server.prepare()


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        fork_server.finish()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Tests in a browser need a Chromium and the panel built, so they run where they are named."""
    named = any(collection_path.name in one for one in config.args)
    return True if collection_path in IN_A_BROWSER and not named else None


@pytest.hookimpl(trylast=True)  # behind pytest-randomly, which mixes them
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long begins first, so that no worker is alone with it at the end."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """What is loaded stays; looking through it again and again would take much of the time. So
    would looking for cycles as often as Python does by itself."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
