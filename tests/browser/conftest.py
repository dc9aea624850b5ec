"""One system and one Chromium for all tests here; a person, and what an admin makes, for each.

Every test fails on an error in the page's console and on a request that leaves 127.0.0.1.
"""

import os
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, async_playwright
from redis.asyncio import Redis
from support.browser import FLAGS, VARIABLE, NoChromiumError, chromium
from support.servers import Servers, fresh_database
from support.system import Admin, System, live

from .web_chat import WebChat, stay_here

OpenChat = Callable[..., Awaitable[WebChat]]
Published = Callable[[], Awaitable[None]]


@pytest.fixture(scope="session")
def chromium_program() -> Path:
    try:
        return chromium()
    except NoChromiumError as error:
        # Who asked for one wants to know that it is not there.
        if os.environ.get(VARIABLE):
            raise
        pytest.skip(f"No Chromium: {error}")


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def browser(chromium_program: Path) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=chromium_program, args=list(FLAGS)
        )
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def system(
    servers: Servers,
    template_database: str,
    redis_numbers: list[int],
    tmp_path_factory: pytest.TempPathFactory,
) -> AsyncIterator[System]:
    directory = tmp_path_factory.mktemp("browser")
    redis_url = f"{servers.redis}{redis_numbers.pop()}"
    async with (
        fresh_database(servers, template_database) as database_url,
        System("polling", database_url, redis_url, directory).running() as running,
    ):
        yield running


@pytest_asyncio.fixture(loop_scope="session")
async def admin(system: System) -> AsyncIterator[Admin]:
    admin = system.admin()
    yield admin
    await admin.tidy_up()


@pytest_asyncio.fixture(loop_scope="session")
async def redis(system: System) -> AsyncIterator[Redis]:
    client = system.redis()
    yield client
    await client.aclose()


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
        await stay_here(context)
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
