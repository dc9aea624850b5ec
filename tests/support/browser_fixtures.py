"""One Chromium for all tests of a worker process; a `conftest` that needs it imports these."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from .browser import FLAGS, VARIABLE, NoChromiumError, chromium


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
