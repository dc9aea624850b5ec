"""Callbacks: what happens when a button is pressed."""

import pytest
from playwright.async_api import Page, Route, expect
from support.system import Admin

from .axe import serious_findings
from .conftest import OpenPanel
from .shots import shot

NARROW = {"width": 360, "height": 740}

REFUSALS = {
    500: "The server has failed",
    503: "can’t reach its database",
}


async def test_a_callback_is_made_for_a_button_and_finds_it(
    open_panel: OpenPanel, admin: Admin
) -> None:
    handler = await admin.create("handlers", pattern="/price_list", message="Tea: 5", title="Tea")
    await admin.create("buttons", label="What tea costs", data="tea_prices")
    page = await open_panel("editor", "/callbacks/new?data=tea_prices")
    await page.get_by_role("radio", name="Send a handler’s answer").check()
    choice = page.get_by_role("combobox", name="Handler")
    await choice.fill("nothing is called this")
    await expect(page.get_by_role("listbox")).to_contain_text("No such handler")
    assert await serious_findings(page) == []
    await choice.fill("")
    await page.get_by_role("option", name="Tea").click()
    await page.keyboard.press("Control+s")
    await expect(page.get_by_role("heading", name="tea_prices", level=1)).to_be_visible()
    await expect(page.get_by_role("link", name="What tea costs")).to_be_visible()

    callback_id = int(page.url.rsplit("/", 1)[1])
    saved = (await admin.http.get(f"callbacks/{callback_id}")).json()
    assert (saved["handler_id"], saved["action"]) == (handler, [{"type": "reply"}])

    await page.get_by_role("button", name="More", exact=True).click()
    await page.get_by_role("menuitem", name="Delete").click()
    await page.get_by_role("button", name="Undo").click()
    await page.get_by_role("link", name="tea_prices").click()
    await expect(page.get_by_role("radio", name="Send a handler’s answer")).to_be_checked()
    await admin.delete("callbacks", callback_id)


async def test_a_callback_is_tried_before_it_is_saved(open_panel: OpenPanel, admin: Admin) -> None:
    button = await admin.create("buttons", label="Is it open?", data="is_open")
    keyboard = await admin.create("keyboards", name="opening", layout=[[button]])
    await admin.create("handlers", pattern="/hours", message="Hours", keyboard_id=keyboard)
    page = await open_panel("editor", "/callbacks/new?data=is_open")
    await page.get_by_role("radio", name="Show a short note").check()
    await page.get_by_role("textbox", name="Text of the note").fill("Until 8 pm")
    await page.get_by_role("textbox", name="Write to the bot").fill("/hours")
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="Is it open?").click()
    chat = page.get_by_role("log", name="Conversation")
    await expect(chat.get_by_text("Toast: Until 8 pm")).to_be_visible()
    await shot(page, "callback-tried")


async def test_what_is_wrong_stands_at_its_field_and_nothing_typed_is_lost(
    open_panel: OpenPanel,
) -> None:
    page = await open_panel("editor", "/callbacks/new")
    data = page.get_by_role("textbox", name="Callback data")
    await data.fill("б" * 33)
    await expect(page.get_by_text("66 of 64 B")).to_be_visible()
    await page.get_by_role("radio", name="Show a short note").check()
    await page.get_by_role("button", name="Save").click()
    note = page.get_by_role("textbox", name="Text of the note")
    await expect(note).to_have_attribute("aria-invalid", "true")
    await expect(data).to_have_attribute("aria-invalid", "true")
    await expect(data).to_have_value("б" * 33)
    assert await serious_findings(page) == []


async def test_two_who_change_the_same_see_both_versions(
    open_panel: OpenPanel, admin: Admin
) -> None:
    toast = {"type": "toast", "text": "Open"}
    callback_id = await admin.create("callbacks", callback_data="opening", action=[toast])
    page = await open_panel("editor", f"/callbacks/{callback_id}")
    note = page.get_by_role("textbox", name="Text of the note")
    await note.fill("Open until 8 pm")
    await admin.change("callbacks", callback_id, action=[{**toast, "text": "Closed today"}])
    await page.get_by_role("button", name="Save").click()
    conflict = page.get_by_role("alert")
    await expect(conflict.get_by_text("Open until 8 pm")).to_be_visible()
    await expect(conflict.get_by_text("Closed today")).to_be_visible()
    assert await serious_findings(page) == []
    await shot(page, "callback-conflict")
    await page.get_by_role("radio", name="Theirs").check()
    await page.get_by_role("button", name="Go on with this").click()
    await expect(note).to_have_value("Closed today")


@pytest.mark.parametrize("status", REFUSALS)
async def test_a_failing_server_takes_nothing_away(
    open_panel: OpenPanel, complaints: list[str], status: int
) -> None:
    page = await open_panel("editor", "/callbacks/new")

    async def fail(route: Route) -> None:
        code = "unavailable" if status == 503 else "internal"
        await route.fulfill(status=status, json={"code": code, "status": status, "title": code})

    await page.route("**/api/v1/callbacks", fail)
    data = page.get_by_role("textbox", name="Callback data")
    await data.fill("fragile")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("alert").get_by_text(REFUSALS[status])).to_be_visible()
    await expect(data).to_have_value("fragile")
    complaints.clear()


async def test_many_are_switched_off_at_once(open_panel: OpenPanel, admin: Admin) -> None:
    toast = {"type": "toast", "text": "Hi"}
    ids = [
        await admin.create("callbacks", callback_data=f"many:{number}", action=[toast])
        for number in range(3)
    ]
    page = await open_panel("editor", "/callbacks?q=many:")
    await page.get_by_role("checkbox", name="Choose all").check()
    await page.get_by_role("button", name="Disable").click()
    for number in range(3):
        await expect(page.get_by_role("switch", name=f"Enable many:{number}")).not_to_be_checked()
    saved = [(await admin.http.get(f"callbacks/{one}")).json() for one in ids]
    assert [one["enabled"] for one in saved] == [False] * 3
    await shot(page, "callbacks")


async def test_who_may_only_read_changes_nothing(open_panel: OpenPanel, admin: Admin) -> None:
    toast = {"type": "toast", "text": "Hi"}
    callback_id = await admin.create("callbacks", callback_data="readable", action=[toast])
    page = await open_panel("viewer", f"/callbacks/{callback_id}")
    await expect(page.get_by_text("your role is “Viewer”")).to_be_visible()
    await expect(page.get_by_role("button", name="Save")).to_have_count(0)
    await expect(page.get_by_role("textbox", name="Callback data")).to_be_disabled()


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
async def test_the_form_fits_a_phone_in_russian(
    open_panel: OpenPanel, admin: Admin, color_scheme: str
) -> None:
    toast = {"type": "toast", "text": "Привет"}
    callback_id = await admin.create(
        "callbacks", callback_data=f"ru:{color_scheme}", action=[toast]
    )
    page = await open_panel(
        "editor",
        f"/callbacks/{callback_id}",
        locale="ru-RU",
        viewport=NARROW,
        color_scheme=color_scheme,
    )
    await expect(page.get_by_role("textbox", name="Текст заметки")).to_have_value("Привет")
    await expect(page.get_by_text("Кнопок с такими данными нет.")).to_be_visible()
    assert await sideways(page) == 0
    assert await serious_findings(page) == []
    await shot(page, f"callback-ru-{color_scheme}-360")


async def sideways(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    wider: int = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return wider
