"""Buttons: what they say, what a press of them does, and where they stand."""

from playwright.async_api import expect
from support.system import Admin

from .axe import serious_findings
from .conftest import OpenPanel
from .shots import shot


async def test_a_button_is_made_and_leads_to_a_callback_for_its_data(
    open_panel: OpenPanel, admin: Admin
) -> None:
    page = await open_panel("editor", "/buttons/new")
    await page.get_by_role("textbox", name="Label").fill("Opening hours")
    await page.get_by_role("textbox", name="Data").fill("hours_of_the_shop")
    await expect(page.get_by_text("17 of 64 bytes")).to_be_visible()
    make = page.get_by_role("link", name="Make a callback for it")
    await expect(make).to_have_attribute("href", "/callbacks/new?data=hours_of_the_shop")
    await page.keyboard.press("Control+s")
    await expect(page.get_by_role("heading", name="Opening hours", level=1)).to_be_visible()
    await expect(page.get_by_text("It stands on no keyboard yet.")).to_be_visible()
    assert await serious_findings(page) == []
    await shot(page, "button")
    await admin.delete("buttons", int(page.url.rsplit("/", 1)[1]))


async def test_a_button_that_stands_on_a_keyboard_is_not_deleted_and_says_where(
    open_panel: OpenPanel, admin: Admin
) -> None:
    button_id = await admin.create("buttons", label="Standing", data="standing")
    keyboard_id = await admin.create("keyboards", name="stand", layout=[[button_id]])
    page = await open_panel("editor", f"/buttons/{button_id}")
    await expect(page.get_by_role("link", name="stand", exact=True)).to_be_visible()
    await page.get_by_role("button", name="More", exact=True).click()
    await page.get_by_role("menuitem", name="Delete").click()
    link = page.get_by_role("link", name=f"keyboard {keyboard_id}")
    await link.click()
    await expect(page.get_by_role("heading", name="stand", level=1)).to_be_visible()


async def test_what_is_wrong_stands_at_its_field(open_panel: OpenPanel) -> None:
    page = await open_panel("editor", "/buttons/new")
    await page.get_by_role("textbox", name="Label").fill("Too long")
    data = page.get_by_role("textbox", name="Data")
    await data.fill("б" * 33)
    await page.get_by_role("button", name="Save").click()
    await expect(data).to_have_attribute("aria-invalid", "true")
    await expect(data).to_have_value("б" * 33)
