"""One system that serves the built admin panel and one Chromium for all tests here.

A test opens the panel with `open_panel`, as an account of any role. It fails on an error in a
page's console, on an uncaught one, and on a request that leaves 127.0.0.1. What a test makes by
`admin` is gone after it; what it makes in the panel it deletes, or leaves where it disturbs nobody.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import pytest_asyncio
from botloom_local.admin_ui.building import build
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, expect
from support.accounts import PASSWORD, add_account
from support.browser_fixtures import browser, chromium_program
from support.pages import watch
from support.servers import Servers
from support.system import System, started
from support.system_fixtures import admin, database, http, person, redis, simulator, someone

__all__ = [
    "admin",
    "browser",
    "chromium_program",
    "database",
    "http",
    "person",
    "redis",
    "simulator",
    "someone",
]

ROLES = ("viewer", "editor", "owner")

OpenPanel = Callable[..., Awaitable[Page]]


@pytest.fixture(scope="session")
def built_panel() -> Path:
    return build()


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def system(
    built_panel: Path,
    servers: Servers,
    template_database: str,
    redis_numbers: list[int],
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncIterator[System]:
    directory = tmp_path_factory.mktemp("admin_ui")
    async with started(
        "polling",
        servers,
        template_database,
        redis_numbers.pop(),
        directory,
        BOTLOOM_ADMIN_UI_DIRECTORY=str(built_panel),
    ) as running:
        yield running


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def emails(system: System) -> dict[str, str]:
    """By role, of accounts whose password is `support.accounts.PASSWORD`."""
    database = await system.database()
    found = {role: f"{role}@example.com" for role in ROLES}
    for role, email in found.items():
        await add_account(database, role, email)
    await database.close()
    return found


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """What went wrong in the pages of a test, which must be nothing at its end: a test that makes
    something go wrong on purpose clears it."""
    found: list[str] = []
    yield found
    assert found == []


@pytest_asyncio.fixture(loop_scope="session")
async def open_panel(
    system: System, browser: Browser, emails: dict[str, str], complaints: list[str]
) -> AsyncIterator[OpenPanel]:
    """Opens the panel in a browser of its own, at `path`, and waits until it has loaded; `role`
    None is nobody. Nobody is shown around, unless they are `new` here. Other options are
    Playwright's: `locale`, `viewport`, `color_scheme`, …"""
    contexts: list[BrowserContext] = []
    address = system.url("admin-api")

    async def open_panel(
        role: str | None = "owner", path: str = "/", new: bool = False, **options: Any
    ) -> Page:
        defaults = {"locale": "en-US", "reduced_motion": "reduce"}
        context = await browser.new_context(base_url=address, **{**defaults, **options})
        contexts.append(context)
        context.set_default_timeout(15_000)
        if not new:
            await context.add_init_script("localStorage.setItem('botloom.tour', 'shown')")
        if role is not None:
            await log_in(context, emails[role])
        page = await context.new_page()
        watch(page, complaints, kinds=("error",), is_expected=is_refusal)
        await page.goto(path)
        await expect(page.get_by_role("main")).to_be_visible()
        await expect(page.locator("main [aria-busy=true]")).to_have_count(0)
        return page

    yield open_panel
    for context in contexts:
        await context.close()


async def log_in(context: BrowserContext, email: str) -> None:
    """Sets the session's cookie; the panel asks for its CSRF token by itself."""
    body = {"email": email, "password": PASSWORD}
    answer = await context.request.post("/api/v1/auth/login", data=body)
    assert answer.status == 200, await answer.text()


def is_refusal(message: ConsoleMessage) -> bool:
    """Chromium calls each 4xx an error; the panel shows people what the API refuses."""
    path = urlsplit(message.location["url"]).path
    return "the server responded with a status of 4" in message.text and path.startswith("/api/v1/")
