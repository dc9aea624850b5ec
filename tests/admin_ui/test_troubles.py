"""What goes wrong is told in words, and nothing that was typed is lost."""

import asyncio
import json

import pytest
from playwright.async_api import Page, Route, expect
from support.accounts import PASSWORD
from support.system import Admin

from .axe import serious_findings
from .conftest import OpenPanel
from .shots import shot

TEXT = "What I typed for a long while"
ANSWERS = {
    403: ("forbidden", "Your role does not allow this"),
    429: ("too_many_requests", "Too many requests"),
    500: ("internal", "The server has failed"),
    503: ("unavailable", "can’t reach its database"),
}


@pytest.mark.parametrize("status", ANSWERS)
async def test_a_refusal_is_told_and_the_text_stays(
    open_panel: OpenPanel, admin: Admin, complaints: list[str], status: int
) -> None:
    code, words = ANSWERS[status]

    async def refuse(route: Route) -> None:
        if route.request.method != "PATCH":
            await route.fallback()
            return
        body = {"type": "", "code": code, "title": "", "status": status, "detail": "",
                "errors": [], "conflicts": []}  # fmt: skip
        await route.fulfill(status=status, body=json.dumps(body), content_type="application/json")

    page = await an_editor(open_panel, admin, f"/refused_{status}")
    await page.route("**/api/v1/handlers/*", refuse)
    await save(page)
    await expect(page.get_by_role("alert").filter(has_text=words)).to_be_visible()
    await typed_is_there(page)
    await page.unroute("**/api/v1/handlers/*")
    await save(page)
    await expect(page.get_by_text("Not saved yet")).to_have_count(0)
    complaints.clear()


async def test_without_a_server_the_text_stays_and_is_saved_when_it_is_back(
    open_panel: OpenPanel, admin: Admin, complaints: list[str]
) -> None:
    page = await an_editor(open_panel, admin, "/no_server")
    await page.context.set_offline(True)
    await save(page)
    await expect(page.get_by_text("The server does not answer").first).to_be_visible()
    await typed_is_there(page)
    assert await serious_findings(page) == []
    await shot(page, "no-server")
    await page.context.set_offline(False)
    await save(page)
    await expect(page.get_by_text("Not saved yet")).to_have_count(0)
    complaints.clear()


async def test_who_is_logged_out_meanwhile_logs_in_and_the_save_goes_on(
    open_panel: OpenPanel, admin: Admin
) -> None:
    page = await an_editor(open_panel, admin, "/logged_out")
    await page.context.clear_cookies()
    await save(page)
    dialog = page.get_by_role("dialog", name="Your session is over")
    await dialog.get_by_label("E-mail").fill("editor@example.com")
    await dialog.locator("[name=password]").fill(PASSWORD)
    await shot(page, "session-over")
    await dialog.get_by_role("button", name="Log in").click()
    await expect(dialog).to_have_count(0)
    await expect(page.get_by_text("Not saved yet")).to_have_count(0)
    handlers = (await admin.http.get("handlers", params={"q": "logged_out"})).json()["items"]
    assert [one["message"] for one in handlers] == [TEXT]


async def test_of_two_editors_the_later_one_sees_both_versions(
    open_panel: OpenPanel, admin: Admin
) -> None:
    page = await an_editor(open_panel, admin, "/two_editors")
    handler_id = int(page.url.rsplit("/", 1)[1])
    await admin.change("handlers", handler_id, message="Theirs", title="Two editors")
    await save(page)
    both = page.get_by_role("alert").filter(has_text="Somebody else changed this")
    await expect(both.get_by_text("Theirs", exact=True).last).to_be_visible()
    await expect(both.get_by_text(TEXT)).to_be_visible()
    assert await serious_findings(page) == []
    await shot(page, "conflict")
    await both.get_by_role("button", name="Go on with this").click()
    await save(page)
    await expect(page.get_by_text("Not saved yet")).to_have_count(0)
    saved = (await admin.http.get(f"handlers/{handler_id}")).json()
    assert (saved["message"], saved["title"]) == (TEXT, "Two editors")


async def test_a_pattern_that_is_taken_is_told_at_its_field(
    open_panel: OpenPanel, admin: Admin
) -> None:
    await admin.create("handlers", pattern="/taken", message="Mine")
    page = await an_editor(open_panel, admin, "/not_taken")
    command = page.get_by_role("textbox", name="Command")
    await command.fill("taken")
    await save(page)
    await expect(command).to_have_attribute("aria-invalid", "true")
    await typed_is_there(page)


async def test_a_slow_server_leaves_a_place_for_what_comes(open_panel: OpenPanel) -> None:
    answered = asyncio.Event()

    async def hold(route: Route) -> None:
        await answered.wait()
        await route.continue_()

    page = await open_panel("viewer")
    await page.route("**/api/v1/keyboards?*", hold)
    await page.goto("/keyboards")
    await expect(page.locator("main [aria-busy=true]").first).to_be_visible()
    answered.set()
    await expect(page.locator("main [aria-busy=true]")).to_have_count(0)


async def an_editor(open_panel: OpenPanel, admin: Admin, pattern: str) -> Page:
    """Of a handler, with a text that is typed and not saved."""
    handler_id = await admin.create("handlers", pattern=pattern, message="Before")
    page = await open_panel("editor", f"/handlers/{handler_id}")
    await text_of(page).fill(TEXT)
    await expect(page.get_by_text("Not saved yet")).to_be_visible()
    return page


def text_of(page: Page):
    return page.get_by_role("textbox", name="Text", exact=True)


async def typed_is_there(page: Page) -> None:
    await expect(text_of(page)).to_have_text(TEXT)
    await expect(page.get_by_text("Not saved yet")).to_be_visible()


async def save(page: Page) -> None:
    await page.get_by_role("button", name="Save", exact=True).click()
