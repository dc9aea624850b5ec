"""The panel without a mouse: all is reached by Tab and arrows, as it stands on the page."""

import re

from playwright.async_api import Locator, Page, expect
from support.accounts import PASSWORD

PRESSES_MAX = 200

_WANT = "it => { window.wanted = it }"
_WANTED = """() => window.wanted === document.activeElement ? 'focused'
  : window.wanted?.isConnected ? 'there' : 'gone'"""


async def reach(page: Page, what: Locator, key: str = "Tab") -> None:
    """Goes on with `key` until `what` has the focus."""
    await expect(what).to_be_visible()
    # To look for it by its role and name after each press would take most of a test's time.
    await what.evaluate(_WANT)
    for _ in range(PRESSES_MAX):
        match await page.evaluate(_WANTED):
            case "focused":
                return
            case "gone":  # and drawn anew
                await what.evaluate(_WANT)
                if await has_focus(what):
                    return
        await page.keyboard.press(key)
    raise AssertionError(f"{what} is not reached by {PRESSES_MAX} times {key}")


async def press(page: Page, what: Locator, key: str = "Enter") -> None:
    await reach(page, what)
    await page.keyboard.press(key)


async def write(page: Page, where: Locator, text: str) -> None:
    """In place of what stands there."""
    await reach(page, where)
    await page.keyboard.press("Control+a")
    await page.keyboard.type(text)


async def pick(page: Page, where: Locator, name: str, search: str = "") -> None:
    """An option of a list that unfolds, which may be searched in."""
    await reach(page, where)
    await page.keyboard.press("ArrowDown")
    if search:
        await page.keyboard.type(search)
    option = page.get_by_role("option", name=name).first
    await expect(option).to_be_visible()
    for _ in range(PRESSES_MAX):
        if await option.get_attribute("data-combobox-selected") is not None:
            await page.keyboard.press("Enter")
            return
        await page.keyboard.press("ArrowDown")
    raise AssertionError(f"The option {name} is not reached")


async def choose(page: Page, radio: Locator) -> None:
    """One of several radio buttons: Tab leads to the chosen one, or to the first."""
    name = await radio.get_attribute("name")
    group = page.locator(f'input[type=radio][name="{name}"]')
    for _ in range(PRESSES_MAX):
        if await page.evaluate("name => document.activeElement.name === name", name):
            break
        await page.keyboard.press("Tab")
    for _ in range(await group.count()):
        if await has_focus(radio):
            break
        await page.keyboard.press("ArrowRight")
    if not await radio.is_checked():
        await page.keyboard.press("Space")
    await expect(radio).to_be_checked()


async def from_menu(page: Page, menu: Locator, name: str) -> None:
    await press(page, menu)
    item = page.get_by_role("menuitem", name=name)
    await reach(page, item, "ArrowDown")
    await page.keyboard.press("Enter")


async def log_in(page: Page, email: str) -> None:
    await write(page, page.get_by_label("E-mail"), email)
    await write(page, page.get_by_label(re.compile("^Password")), PASSWORD)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("navigation")).to_be_visible()


async def has_focus(what: Locator) -> bool:
    found: bool = await what.evaluate("it => it === document.activeElement")
    return found
