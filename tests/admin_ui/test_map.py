"""The map: what leads where, to look at and to walk along."""

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
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


async def test_what_there_is_no_room_to_draw_is_listed_found_and_walked_to(
    open_panel: OpenPanel, admin: Admin, four_hundred_others: str
) -> None:
    await a_menu(admin, "far")
    page = await open_panel("viewer", "/map")
    note = page.get_by_role("status").filter(has_text="400 are drawn")
    await expect(note).to_be_visible()
    graph = page.get_by_role("region", name="Map of the bot")
    await expect(graph.get_by_text("/far_menu")).to_be_visible()
    await expect(graph.get_by_text(four_hundred_others, exact=True)).to_have_count(0)

    await page.get_by_text("List", exact=True).click()
    await expect(note).to_have_count(0)
    parts = page.get_by_role("region", name="Parts of the bot")
    other = parts.get_by_role("button", name=four_hundred_others)
    await expect(other).to_have_count(0)
    await parts.focus()
    await page.keyboard.press("End")
    await other.click()
    await expect(page.get_by_role("heading", name=four_hundred_others)).to_be_visible()
    assert await serious_findings(page) == []
    await page.get_by_text("Map", exact=True).last.click()

    find = page.get_by_role("combobox", name="Find on the map")
    await find.fill(four_hundred_others)
    await page.get_by_role("option", name=four_hundred_others).click()
    await expect(graph.get_by_text(four_hundred_others, exact=True)).to_be_visible()
    await find.fill("/far_menu")
    await page.get_by_role("option", name="handler /far_menu").click()
    await expect(graph.get_by_text("/far_menu")).to_be_visible()
    await expect(page.get_by_role("status").filter(has_text="around the one")).to_be_visible()
    # Three edges away, and so not drawn.
    await expect(graph.get_by_text("far:prices")).to_have_count(0)
    for here, there in (
        ("/far_menu", "keyboard far"),
        ("far", "button Far prices"),
        ("Far prices", "callback far:prices"),
    ):
        region = page.get_by_role("region", name=here, exact=True)
        await region.get_by_role("button", name=there).click()
    await expect(graph.get_by_text("far:prices")).to_be_visible()
    await expect(page).to_have_url(re.compile("around=callback"))


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


@pytest_asyncio.fixture(loop_scope="session")
async def four_hundred_others(admin: Admin) -> AsyncIterator[str]:
    """Buttons on no keyboard, and so the last that are drawn; gives the last of them."""
    others = [{"label": f"Other {number}", "data": f"other_{number}"} for number in range(400)]
    answer = await admin.http.post("buttons/bulk", json={"create": others})
    targets = [{"id": one["id"]} for one in answer.raise_for_status().json()["created"]]
    drawn = await admin.http.get("map", params={"limit": 10_000})
    yield drawn.raise_for_status().json()["nodes"][-1]["name"]
    answer = await admin.http.post("buttons/bulk", json={"delete": targets})
    answer.raise_for_status()


async def a_menu(admin: Admin, name: str = "map") -> int:
    prices = await admin.create("handlers", pattern=f"/{name}_prices", message="2.20")
    label = f"{name.capitalize()} prices"
    button = await admin.create("buttons", label=label, data=f"{name}:prices")
    keyboard = await admin.create("keyboards", name=name, layout=[[button]])
    await admin.create("callbacks", callback_data=f"{name}:prices", handler_id=prices)
    menu = {"pattern": f"/{name}_menu", "message": "Menu", "keyboard_id": keyboard}
    return await admin.create("handlers", **menu)


async def fits(page: Page) -> bool:
    return await page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
