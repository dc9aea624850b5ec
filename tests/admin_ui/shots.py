"""Pictures of screens and figures, for people to look at."""

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


def note(name: str, text: str) -> None:
    """A figure that was measured on the way, as `output/NAME.txt`."""
    OUTPUT.mkdir(exist_ok=True)
    (OUTPUT / f"{name}.txt").write_text(f"{text}\n")
