"""The way of an admin who has no mouse: every press is reached by Tab, as it stands on the page."""

import re

from playwright.async_api import expect
from support.accounts import PASSWORD
from support.system import Admin

from .conftest import OpenPanel
from .keys import press, reach


async def test_a_handler_is_made_disabled_deleted_and_brought_back_without_a_mouse(
    open_panel: OpenPanel, admin: Admin
) -> None:
    page = await open_panel(None)
    await reach(page, page.get_by_label("E-mail"))
    await page.keyboard.type("editor@example.com")
    await reach(page, page.get_by_label(re.compile("^Password")))
    await page.keyboard.type(PASSWORD)
    await page.keyboard.press("Enter")

    await press(page, page.get_by_role("link", name="Handlers", exact=True))
    await press(page, page.get_by_role("main").get_by_role("link", name="New handler").first)
    await reach(page, page.get_by_role("textbox", name="Command"))
    await page.keyboard.type("no_mouse")
    await reach(page, page.get_by_role("textbox", name="Text", exact=True))
    await page.keyboard.type("Made by keys")
    await page.keyboard.press("Control+s")
    await expect(page.get_by_role("heading", name="/no_mouse", level=1)).to_be_visible()
    (made,) = (await admin.http.get("handlers", params={"pattern": "/no_mouse"})).json()["items"]
    assert made["message"] == "Made by keys"

    await press(page, page.get_by_role("link", name="Handlers", exact=True))
    await press(page, page.get_by_role("switch", name="Enable /no_mouse"), key="Space")
    await expect(page.get_by_role("switch", name="Enable /no_mouse")).not_to_be_checked()
    await press(page, page.get_by_role("checkbox", name="Choose /no_mouse"), key="Space")
    await press(page, page.get_by_role("button", name="Delete", exact=True))
    await expect(page.get_by_role("link", name="/no_mouse")).to_have_count(0)
    await press(page, page.get_by_role("button", name="Undo"))
    await expect(page.get_by_role("link", name="/no_mouse")).to_be_visible()
    (back,) = (await admin.http.get("handlers", params={"pattern": "/no_mouse"})).json()["items"]
    assert (back["id"], back["enabled"]) == (made["id"], False)
    await admin.delete("handlers", made["id"])
