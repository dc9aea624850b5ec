"""One system and one Chromium for all tests here; a person, and what an admin makes, for each.

Every test fails on an error in the page's console and on a request that leaves 127.0.0.1.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext
from redis.asyncio import Redis
from support.browser_fixtures import browser, chromium_program
from support.servers import Servers
from support.system import Admin, System, live, started
from support.system_fixtures import admin, redis

from .web_chat import WebChat

__all__ = ["admin", "browser", "chromium_program", "redis"]

OpenChat = Callable[..., Awaitable[WebChat]]
Published = Callable[[], Awaitable[None]]


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def system(
    servers: Servers,
    template_database: str,
    redis_numbers: list[int],
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncIterator[System]:
    directory = tmp_path_factory.mktemp("browser")
    async with started(
        "polling", servers, template_database, redis_numbers.pop(), directory
    ) as running:
        yield running


@pytest.fixture
def published(admin: Admin, redis: Redis) -> Published:
    """Wait until the bot has all that the admin made."""

    async def published() -> None:
        await live(redis, admin.last_seq)

    return published


@pytest_asyncio.fixture(loop_scope="session")
async def open_chat(system: System, browser: Browser) -> AsyncIterator[OpenChat]:
    """Open the web chat in a browser of its own, with options such as `locale` and `viewport`."""
    contexts: list[BrowserContext] = []
    chats: list[WebChat] = []

    async def open_chat(**options: Any) -> WebChat:
        context = await browser.new_context(**{"locale": "en-US", **options})
        contexts.append(context)
        context.set_default_timeout(15_000)
        chat = WebChat(await context.new_page(), f"{system.url('simulator')}/")
        chats.append(chat)
        await chat.open()
        return chat

    yield open_chat
    for context in contexts:
        await context.close()
    assert [complaint for chat in chats for complaint in chat.complaints] == []


@pytest_asyncio.fixture(loop_scope="session")
async def chat(open_chat: OpenChat) -> WebChat:
    """The web chat of a person whom the bot has never seen."""
    return await open_chat()
