"""Buttons, callbacks with steps, and keyboards, without a mouse."""

import re
from typing import Any

from playwright.async_api import Page, expect
from support.system import Admin

from .conftest import OpenPanel
from .keys import choose, from_menu, pick, press, reach, write

NOTE = {"type": "toast", "text": "Sold out"}
STEPS: list[dict[str, Any]] = [
    {
        "type": "when",
        "conditions": [{"type": "language", "among": ["en"]}],
        "then": [{"type": "stop"}],
    },
    {"type": "typing"},
    {"type": "delete"},
]


async def test_a_button_is_made_changed_and_deleted(open_panel: OpenPanel, admin: Admin) -> None:
    page = await open_panel("editor", "/buttons")
    await press(page, page.get_by_role("main").get_by_role("link", name="New button").first)
    await write(page, page.get_by_role("textbox", name="Label"), "By keys")
    await write(page, page.get_by_role("textbox", name="Data"), "button:keys")
    await save(page)
    await expect(page.get_by_role("heading", name="By keys", level=1)).to_be_visible()
    await pick(page, page.get_by_role("combobox", name="What it does"), "Opens a page")
    await write(page, page.get_by_role("textbox", name="Address"), "https://example.org")
    await save(page)
    (made,) = await found(admin, "buttons", "By keys")
    assert (made["kind"], made["url"]) == ("url", "https://example.org")

    await from_menu(page, page.get_by_role("main").get_by_role("button", name="More"), "Delete")
    await expect(page).to_have_url(re.compile("/buttons$"))
    assert await found(admin, "buttons", "By keys") == []


async def test_a_callback_is_made_that_shows_a_handlers_answer(
    open_panel: OpenPanel, admin: Admin
) -> None:
    handler = await admin.create("handlers", pattern="/keys_shown", message="Shown")
    page = await open_panel("editor", "/callbacks")
    await press(page, page.get_by_role("main").get_by_role("link", name="New callback").first)
    await write(page, page.get_by_role("textbox", name="Callback data"), "callback:keys")
    await choose(page, page.get_by_role("radio", name="Send a handler’s answer"))
    choice = page.get_by_role("combobox", name="Handler")
    await pick(page, choice, "/keys_shown", search="keys_shown")
    await save(page)
    await expect(page.get_by_role("heading", name="callback:keys", level=1)).to_be_visible()
    (made,) = await found(admin, "callbacks", "callback:keys")
    assert (made["handler_id"], made["action"]) == (handler, [{"type": "reply"}])
    await admin.delete("callbacks", made["id"])


async def test_steps_are_added_moved_removed_and_put_into_others(
    open_panel: OpenPanel, admin: Admin
) -> None:
    callback = await admin.create("callbacks", callback_data="steps:keys", action=STEPS)
    page = await open_panel("editor", f"/callbacks/{callback}")
    await press(page, page.get_by_role("button", name="Move up: Delete"))
    await press(page, page.get_by_role("button", name=re.compile("^Remove: .*(busy|typing)")))
    await press(page, page.get_by_role("button", name=re.compile("^If")).first)
    await add_step(page, page.get_by_role("button", name="Add a step").first, "short note")
    await write(page, page.get_by_role("textbox", name="Text", exact=True), "Sold out")
    drag = page.get_by_role("button", name="Drag: Show a short note")
    await press(page, drag, "Space")
    await expect(page.get_by_text("Show a short note is at place 2.")).to_be_attached()
    await page.keyboard.press("ArrowUp")
    await expect(page.get_by_text("Show a short note is at place 1.")).to_be_attached()
    await page.keyboard.press("Space")
    await expect(page.get_by_text("is dropped at place 1")).to_be_attached()
    await save(page)
    saved = (await admin.http.get(f"callbacks/{callback}")).json()["action"]
    assert [one["type"] for one in saved] == ["when", "delete"]
    assert saved[0]["then"] == [NOTE, {"type": "stop"}]


async def test_a_keyboard_is_built_with_new_buttons_and_those_there_are(
    open_panel: OpenPanel, admin: Admin
) -> None:
    there = await admin.create("buttons", label="Was there", data="there:keys")
    page = await open_panel("editor", "/keyboards/new")
    await write(page, page.get_by_role("textbox", name="Name"), "built by keys")
    await press(page, page.get_by_role("button", name="Add a row"))
    picked = page.get_by_role("combobox", name="Put in a button there is")
    await pick(page, picked, "Was there", search="there:keys")
    await press(page, page.get_by_role("button", name="Add a row"))
    await press(page, page.get_by_role("button", name="New button"))
    await write(page, page.get_by_role("textbox", name="Label"), "Brand new")
    await write(page, page.get_by_role("textbox", name="Data"), "new:keys")
    await press(page, page.locator("[data-key]").filter(has_text="Brand new"))
    await page.keyboard.press("Alt+ArrowUp")
    await expect(page.get_by_text("Brand new: row 1, place 1")).to_be_attached()
    await save(page)
    await expect(page.get_by_role("heading", name="built by keys", level=1)).to_be_visible()
    (made,) = await found(admin, "keyboards", "built by keys")
    (new,) = await found(admin, "buttons", "new:keys")
    assert made["layout"] == [[new["id"], there]]

    await press(page, page.locator("[data-key]").filter(has_text="Brand new"))
    await press(page, page.get_by_role("button", name="Take off the keyboard"))
    await save(page)
    (changed,) = await found(admin, "keyboards", "built by keys")
    assert changed["layout"] == [[there]]
    await admin.delete("keyboards", made["id"])
    await admin.delete("buttons", new["id"])


async def add_step(page: Page, where: Any, word: str) -> None:
    await press(page, where)
    await reach(page, page.get_by_role("combobox", name="Find a step"))
    await page.keyboard.type(word)
    await page.keyboard.press("Enter")


async def save(page: Page) -> None:
    await press(page, page.get_by_role("button", name="Save", exact=True))
    await expect(page.get_by_text("Not saved yet")).to_have_count(0)


async def found(admin: Admin, kind: str, text: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await admin.http.get(kind, params={"q": text})).json()["items"]
    return items
