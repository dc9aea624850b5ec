"""Answers that come when a test says so."""

import asyncio

from playwright.async_api import Page, Route


async def hold(page: Page, requests: str) -> asyncio.Event:
    """Those whose address is like `requests` wait until it is set."""
    released = asyncio.Event()

    async def wait(route: Route) -> None:
        await released.wait()
        await route.continue_()

    await page.route(requests, wait)
    return released
