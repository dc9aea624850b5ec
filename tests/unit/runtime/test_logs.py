import io
import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import structlog
from botloom_runtime.logs import HIDDEN, configure_logging


class Lines:
    """What is logged from now on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._output = io.StringIO()
        monkeypatch.setattr("sys.stdout", self._output)
        configure_logging("shop", "info", ["token", "4242:token", "", "p@ss"])

    @property
    def all(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self._output.getvalue().splitlines()]

    @property
    def only(self) -> dict[str, Any]:
        (line,) = self.all
        return line


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Lines]]:
    """Begins to log as a service does. Called in the test, for pytest changes handlers before."""
    root = logging.getLogger()
    handlers, level, configured = root.handlers[:], root.level, structlog.get_config()
    yield lambda: Lines(monkeypatch)
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.configure(**configured)
    structlog.contextvars.clear_contextvars()


def test_an_event_is_one_line_of_json(start: Callable[[], Lines]) -> None:
    lines = start()
    structlog.stdlib.get_logger("a.module").info("sold", amount=3, name="Ёж\nи")
    found = lines.only
    assert found.pop("timestamp").endswith("Z")
    assert found == {
        "event": "sold",
        "amount": 3,
        "name": "Ёж\nи",
        "level": "info",
        "logger": "a.module",
        "service": "shop",
    }


def test_a_librarys_message_is_a_line_alike(start: Callable[[], Lines]) -> None:
    lines = start()
    logging.getLogger("library").warning("lost %s", "it", extra={"where": "here"})
    found = lines.only
    assert (found["event"], found["where"], found["service"]) == ("lost it", "here", "shop")


def test_what_is_below_the_level_is_not_logged(start: Callable[[], Lines]) -> None:
    lines = start()
    logging.getLogger("library").debug("x")
    logging.getLogger("aiohttp.access").info("GET /")
    assert lines.all == []


def test_a_traceback_is_in_its_line(start: Callable[[], Lines]) -> None:
    lines = start()
    try:
        raise RuntimeError("a mistake")
    except RuntimeError:
        logging.getLogger("library").exception("failed")
    assert "RuntimeError: a mistake" in lines.only["exception"]


def test_secrets_are_hidden_wherever_they_stand(start: Callable[[], Lines]) -> None:
    lines = start()
    try:
        raise RuntimeError("no answer from /bot4242:token/getMe")
    except RuntimeError:
        logging.getLogger("library").exception("p@ss %s", "token", extra={"url": "x:p@ss@y"})
    found = lines.only
    assert (found["event"], found["url"]) == (f"{HIDDEN} {HIDDEN}", f"x:{HIDDEN}@y")
    assert f"/bot{HIDDEN}/getMe" in found["exception"]
    assert "token" not in str(found)
