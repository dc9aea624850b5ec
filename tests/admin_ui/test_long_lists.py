"""An open list of more choices than it shows at once: arrows reach all of them."""

import re

from playwright.async_api import Locator, Page, expect
from support.interactions import interaction, written
from support.system import Admin, System

from .axe import serious_findings
from .conftest import OpenPanel


async def test_one_of_many_is_chosen(open_panel: OpenPanel) -> None:
    page = await open_panel("viewer", "/statistics")
    await page.get_by_role("combobox", name="Time zone").click()
    await page.get_by_role("combobox", name="Time zone").fill("")
    await goes_up_to_the_last(page, page.get_by_role("listbox", name="Time zone"))


async def test_several_of_many_are_chosen(
    open_panel: OpenPanel, admin: Admin, system: System
) -> None:
    many = [interaction(n, user_id=n, chat_id=n, first_name="Long") for n in range(901, 913)]
    await written(system.environment["BOTLOOM_DATABASE_URL"], *many)
    draft = (await admin.http.post("drafts", json={"name": "Long lists"})).json()["id"]
    page = await open_panel("editor", "/drafts")
    card = page.get_by_role("region", name="Long lists")
    await card.get_by_role("button", name="What it changes").click()
    await card.get_by_role("combobox", name="Who tries it").fill("long")
    await goes_up_to_the_last(page, page.get_by_role("listbox", name="Who tries it"))
    await admin.http.delete(f"drafts/{draft}")


async def test_a_name_is_written_or_chosen(open_panel: OpenPanel, admin: Admin) -> None:
    action = [{"type": "set", "variable": f"size_{n}", "value": "1"} for n in range(12)]
    handler = await admin.create("handlers", pattern="/sizes", message="Sizes", action=action)
    page = await open_panel("editor", f"/handlers/{handler}")
    await page.get_by_role("button", name=re.compile("^Remember something")).last.click()
    await page.get_by_role("combobox", name="Name of the variable").fill("size")
    await goes_up_to_the_last(page, page.get_by_role("listbox", name="Name of the variable"))


async def test_a_step_is_chosen(open_panel: OpenPanel) -> None:
    page = await open_panel("editor", "/handlers/new")
    await page.get_by_role("button", name="Add a step").click()
    await goes_up_to_the_last(page, page.get_by_role("listbox", name="Add a step"))


async def goes_up_to_the_last(page: Page, choices: Locator) -> None:
    """By the arrow that leads from the first choice to the last, which comes into view."""
    assert await choices.evaluate("list => list.scrollHeight > list.clientHeight")
    assert await serious_findings(page) == []
    options = choices.get_by_role("option")
    await expect(options.last).not_to_be_in_viewport()
    await page.keyboard.press("Home")
    await page.keyboard.press("ArrowUp")
    await expect(options.last).to_be_in_viewport()
