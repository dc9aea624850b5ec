"""What every page of a browser is held to: no errors, and nothing from anywhere else."""

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.async_api import ConsoleMessage, Page


def watch(
    page: Page,
    complaints: list[str],
    kinds: tuple[str, ...] = ("error", "warning"),
    is_expected: Callable[[ConsoleMessage], bool] = lambda _: False,
) -> None:
    """Add what goes wrong in the page, and its requests to anywhere else, to `complaints`."""

    def on_console(message: ConsoleMessage) -> None:
        if message.type in kinds and not is_expected(message):
            complaints.append(f"console {message.type}: {message.text}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: complaints.append(f"uncaught: {error}"))
    page.on(
        "request",
        lambda request: is_elsewhere(request.url) and complaints.append(f"request: {request.url}"),
    )


def is_elsewhere(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme not in ("data", "blob", "about") and parts.hostname != "127.0.0.1"
