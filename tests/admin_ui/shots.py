"""Pictures of screens, for people to look at."""

from pathlib import Path

from playwright.async_api import Page

OUTPUT = Path(__file__).parent / "output"


async def shot(page: Page, name: str) -> Path:
    """The whole page, as `output/NAME.png`."""
    OUTPUT.mkdir(exist_ok=True)
    file = OUTPUT / f"{name}.png"
    await page.evaluate("scrollTo(0, 0)")
    await page.screenshot(path=file, full_page=True)
    return file
