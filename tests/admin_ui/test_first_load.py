"""How much is loaded until the list of handlers stands there."""

from urllib.parse import urlsplit

from playwright.async_api import Response, expect
from support.accounts import PASSWORD

from .conftest import OpenPanel
from .shots import note

MOST_BYTES = 300_000


async def test_the_log_in_and_the_list_of_handlers_load_little(open_panel: OpenPanel) -> None:
    page = await open_panel(None)
    loaded: list[Response] = []
    # Playwright can't hang its mark on a method of a list.
    page.on("response", lambda response: loaded.append(response))  # noqa: PLW0108 - see above
    await page.goto("/handlers")
    await page.get_by_label("E-mail").fill("viewer@example.com")
    await page.locator("[name=password]").fill(PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1, name="Handlers")).to_be_visible()
    await expect(page.locator("main [aria-busy=true]")).to_have_count(0)
    # As they come over the network, so compressed; what the browser has already counts, too.
    sizes = {
        one.url: int(one.headers["content-length"])
        for one in loaded
        if urlsplit(one.url).path.startswith("/assets/") or one.url.endswith("/handlers")
    }
    assert len(sizes) > 3
    note("first-load", f"{sum(sizes.values())} bytes, compressed")
    assert sum(sizes.values()) < MOST_BYTES, sizes
