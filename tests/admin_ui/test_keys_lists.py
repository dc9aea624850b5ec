"""Sorting the lists and changing many at once, without a mouse."""

from collections.abc import Sequence
from typing import Any

from playwright.async_api import Locator, Page, expect
from support.eventually import eventually
from support.system import Admin

from .conftest import OpenPanel
from .keys import press

NOTE = [{"type": "toast", "text": "Hi"}]


async def test_callbacks_are_sorted_switched_off_and_on_deleted_and_brought_back(
    open_panel: OpenPanel, admin: Admin
) -> None:
    for one in "bac":
        await admin.create("callbacks", callback_data=f"keyrow:{one}", action=NOTE)
    page = await open_panel("editor", "/callbacks?q=keyrow")
    await sorted_by_keys(page, "Data", ["keyrow:a", "keyrow:b", "keyrow:c"])
    chosen = await choose_all_but(page, "keyrow:b")
    for name, enabled in (("Disable", False), ("Enable", True)):
        await press(page, chosen.get_by_role("button", name=name))
        await expect(chosen.get_by_role("button", name=name)).to_be_focused()
        await becomes(admin, "callbacks", "enabled", [enabled, True, enabled])
    await press(page, chosen.get_by_role("button", name="Delete"))
    await expect(page.get_by_role("checkbox", name="Choose all")).to_be_focused()
    await becomes(admin, "callbacks", "callback_data", ["keyrow:b"])
    await press(page, page.get_by_role("button", name="Undo"))
    await becomes(admin, "callbacks", "callback_data", ["keyrow:a", "keyrow:b", "keyrow:c"])


async def test_buttons_keyboards_and_handlers_are_sorted_deleted_and_brought_back(
    open_panel: OpenPanel, admin: Admin
) -> None:
    names = ["keyrow a", "keyrow b", "keyrow c"]
    for one in sorted(names, key=lambda name: name[-1] != "b"):
        await admin.create("buttons", label=one, data=one)
        await admin.create("keyboards", name=one, kind="remove", layout=[])
        await admin.create("handlers", pattern=one, title=one, message="M")
    page = await open_panel("editor", "/buttons?q=keyrow")
    for kind, column, field in (
        ("buttons", "Button", "label"),
        ("keyboards", "Keyboard", "name"),
        ("handlers", "Handler", "title"),
    ):
        await page.goto(f"/{kind}?q=keyrow")
        await sorted_by_keys(page, column, names)
        chosen = await choose_all_but(page, "keyrow b")
        await press(page, chosen.get_by_role("button", name="Delete"))
        await expect(page.get_by_role("checkbox", name="Choose all")).to_be_focused()
        await becomes(admin, kind, field, ["keyrow b"])
        await press(page, page.get_by_role("button", name="Undo"))
        await becomes(admin, kind, field, names)


async def sorted_by_keys(page: Page, column: str, names: list[str]) -> None:
    links = page.get_by_role("row").get_by_role("link", name="keyrow")
    for order in (names, names[::-1]):
        await press(page, page.get_by_role("button", name=column, exact=True))
        await expect(links).to_have_text(order)


async def choose_all_but(page: Page, name: str) -> Locator:
    await press(page, page.get_by_role("checkbox", name="Choose all"), "Space")
    await press(page, page.get_by_role("checkbox", name=f"Choose {name}"), "Space")
    chosen = page.get_by_role("region", name="Chosen")
    await expect(chosen).to_contain_text("2 chosen")
    return chosen


async def becomes(admin: Admin, kind: str, field: str, wanted: Sequence[Any]) -> None:
    """In the order of the names of those that there are."""

    async def values() -> list[Any]:
        items = (await admin.http.get(kind, params={"q": "keyrow"})).json()["items"]
        return [one[field] for one in sorted(items, key=lambda one: str(one[NAMES[kind]]))]

    await eventually(values, lambda found: found == list(wanted))


NAMES = {"callbacks": "callback_data", "buttons": "label", "keyboards": "name", "handlers": "title"}
