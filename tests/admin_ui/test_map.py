"""The map: what leads where, to look at and to walk along."""

import pytest
from playwright.async_api import Page, expect
from support.system import Admin

from .axe import serious_findings
from .conftest import OpenPanel
from .shots import shot

NARROW = {"width": 360, "height": 740}


async def test_the_bot_is_drawn_and_walked_along(open_panel: OpenPanel, admin: Admin) -> None:
    handler_id = await a_menu(admin)
    page = await open_panel("viewer", f"/map?around=handler:{handler_id}")
    graph = page.get_by_role("region", name="Map of the bot")
    await expect(graph.get_by_text("Map prices")).to_be_visible()
    assert await serious_findings(page) == []
    await shot(page, "map")
    # Only two steps around are drawn; the way goes on when one walks.
    panel = page.get_by_role("region", name="/map_menu")
    await panel.get_by_role("button", name="keyboard map").click()
    await (
        page.get_by_role("region", name="map", exact=True)
        .get_by_role("button", name="button Map prices")
        .click()
    )
    await page.get_by_role("button", name="What is around it").click()
    await (
        page.get_by_role("region", name="Map prices")
        .get_by_role("button", name="callback map:prices")
        .click()
    )
    await expect(page.get_by_role("heading", name="map:prices", level=2)).to_be_visible()
    await page.get_by_role("link", name="Open").click()
    await expect(page.get_by_role("heading", name="map:prices", level=1)).to_be_visible()


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
async def test_dead_ends_are_found_in_a_list_without_a_mouse(
    open_panel: OpenPanel, admin: Admin, color_scheme: str
) -> None:
    await admin.create("buttons", label="Leads nowhere", data="nowhere:map")
    page = await open_panel(
        "editor", "/map?view=list&striking=true", locale="ru-RU", viewport=NARROW,
        color_scheme=color_scheme,
    )  # fmt: skip
    nowhere = page.get_by_role("button", name="Leads nowhere")
    await nowhere.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Этой кнопки нет ни на одной клавиатуре.")).to_be_visible()
    assert await fits(page)
    assert await serious_findings(page) == []
    await shot(page, f"map-list-ru-{color_scheme}-360")


async def a_menu(admin: Admin) -> int:
    prices = await admin.create("handlers", pattern="/map_prices", message="2.20")
    button = await admin.create("buttons", label="Map prices", data="map:prices")
    keyboard = await admin.create("keyboards", name="map", layout=[[button]])
    await admin.create("callbacks", callback_data="map:prices", handler_id=prices)
    return await admin.create("handlers", pattern="/map_menu", message="Menu", keyboard_id=keyboard)


async def fits(page: Page) -> bool:
    return await page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
