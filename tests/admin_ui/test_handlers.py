"""Handlers: what the bot answers, as its author writes it."""

from typing import Any

import pytest
from playwright.async_api import Locator, Page, Route, expect
from support.accounts import PASSWORD
from support.system import Admin

from .axe import serious_findings
from .conftest import OpenPanel
from .shots import shot
from .test_callbacks import NARROW, sideways

PHOTO = "AgACAgIAAxkBAAIBZ2V0ZWE"
VIDEO = "BAACAgIAAxkBAAIBaGV0ZWE"
"""As Telegram names files that it has: nothing is fetched to preview them."""


async def test_a_handler_is_made_changed_copied_deleted_and_brought_back(
    open_panel: OpenPanel, admin: Admin
) -> None:
    page = await open_panel("editor", "/handlers")
    await page.get_by_role("main").get_by_role("link", name="New handler").first.click()
    await page.get_by_role("textbox", name="Command").fill("tea_menu")
    await text_of(page).click()
    await page.keyboard.type("Green & black")
    await expect(page.get_by_text("Not saved yet")).to_be_visible()
    await page.keyboard.press("Control+s")
    await expect(page.get_by_role("heading", name="/tea_menu", level=1)).to_be_visible()
    await expect(page.get_by_text("Not saved yet")).to_have_count(0)
    await expect(page.get_by_text("Last changed by Editor")).to_be_visible()

    handler_id = int(page.url.rsplit("/", 1)[1])
    saved = await read(admin, handler_id)
    assert (saved["pattern"], saved["message"]) == ("/tea_menu", "Green &amp; black")
    assert (saved["parse_mode"], saved["action"]) == ("HTML", [{"type": "reply"}])

    await page.get_by_role("textbox", name="Name").fill("All tea")
    # Chromium tells the body of a request only to who can change it.
    await page.route("**/api/v1/handlers/*", lambda route: route.continue_())
    async with page.expect_request("**/api/v1/handlers/*") as sent:
        await page.get_by_role("button", name="Save").click()
    assert (await sent.value).post_data_json == {"title": "All tea"}
    await page.unroute("**/api/v1/handlers/*")
    await expect(page.get_by_role("heading", name="All tea", level=1)).to_be_visible()

    await more(page, "Duplicate")
    await expect(page.get_by_role("textbox", name="Name")).to_have_value("All tea (copy)")
    await expect(text_of(page)).to_have_text("Green & black")
    await page.go_back()
    await page.get_by_role("button", name="Leave").click()
    await expect(page.get_by_role("heading", name="All tea", level=1)).to_be_visible()

    await more(page, "Delete")
    await page.get_by_role("button", name="Undo").click()
    await page.get_by_role("link", name="All tea").click()
    await expect(text_of(page)).to_have_text("Green & black")
    await admin.delete("handlers", handler_id)


async def test_a_trigger_is_chosen_without_knowing_patterns(open_panel: OpenPanel) -> None:
    page = await open_panel("editor", "/handlers/new")
    assert await pattern_of(page, "A command", Command="go", Only="ref_*") == "/go ref_*"
    assert await pattern_of(page, "Exactly this text", Text="/2 * 2") == r"\/2 \* 2"
    assert await pattern_of(page, "A text like this", Text="my name is *") == "my name is *"
    assert await pattern_of(page, "A regular expression", Regular="^a+$") == "re:^a+$"
    assert await pattern_of(page, "A message with…", which="a voice message") == ":voice"
    assert await pattern_of(page, "An event", which="the bot is blocked") == ":blocked"
    assert await pattern_of(page, "Anything else") == "*"


async def test_a_pattern_that_another_has_is_told_at_its_field(
    open_panel: OpenPanel, admin: Admin
) -> None:
    await admin.create("handlers", pattern="/taken", message="Mine")
    page = await open_panel("editor", "/handlers/new?pattern=/taken")
    await text_of(page).click()
    await page.keyboard.type("Mine, too")
    await page.get_by_role("button", name="Save").click()
    command = page.get_by_role("textbox", name="Command")
    await expect(command).to_have_attribute("aria-invalid", "true")
    await expect(text_of(page)).to_have_text("Mine, too")
    assert await serious_findings(page) == []


async def test_what_is_wrong_with_media_stands_at_its_field(
    open_panel: OpenPanel, admin: Admin
) -> None:
    handler_id = await admin.create("handlers", pattern="/pictures", message="Look")
    page = await open_panel("editor", f"/handlers/{handler_id}")
    photo = page.get_by_role("textbox", name="Photo by address")
    await photo.fill("http://")
    await page.get_by_role("button", name="Save").click()
    await expect(photo).to_have_attribute("aria-invalid", "true")
    await expect(photo).to_have_value("http://")
    await photo.fill(PHOTO)
    await page.get_by_role("button", name="Add", exact=True).click()
    await page.get_by_role("menuitem", name="Video", exact=True).click()
    second = page.get_by_role("region", name="2")
    source = second.get_by_role("textbox", name="Address or file_id")
    await page.get_by_role("button", name="Save").click()
    await expect(source).to_have_attribute("aria-invalid", "true")
    await source.fill(VIDEO)
    await second.get_by_role("button", name="Move up: Video 2").click()
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_text("Not saved yet")).to_have_count(0)
    saved = await read(admin, handler_id)
    assert [one["type"] for one in saved["media"]] == ["video", "photo"]


async def test_two_who_change_the_same_see_both_versions_and_who_did_it(
    open_panel: OpenPanel, admin: Admin
) -> None:
    handler_id = await admin.create("handlers", pattern="/hours", message="9 to 5")
    page = await open_panel("editor", f"/handlers/{handler_id}")
    await page.get_by_role("textbox", name="Name").fill("Opening hours")
    await page.get_by_role("textbox", name="Command").fill("open")
    await admin.change("handlers", handler_id, pattern="/opening", message="9 to 6")
    await page.get_by_role("button", name="Save").click()
    conflict = page.get_by_role("alert")
    await expect(conflict.get_by_text("/open", exact=True)).to_be_visible()
    await expect(conflict.get_by_text("/opening", exact=True)).to_be_visible()
    await expect(conflict.get_by_text("Theirs is by")).to_be_visible()
    assert await serious_findings(page) == []
    await shot(page, "handler-conflict")
    await page.get_by_role("radio", name="Theirs").check()
    await page.get_by_role("button", name="Go on with this").click()
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("heading", name="Opening hours")).to_be_visible()
    saved = await read(admin, handler_id)
    assert (saved["pattern"], saved["message"]) == ("/opening", "9 to 6")


async def test_what_somebody_deleted_meanwhile_is_made_anew(
    open_panel: OpenPanel, admin: Admin
) -> None:
    handler_id = await admin.create("handlers", pattern="/fleeting", message="Here")
    page = await open_panel("editor", f"/handlers/{handler_id}")
    await page.get_by_role("textbox", name="Name").fill("Still here")
    await admin.delete("handlers", handler_id)
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("alert")).to_contain_text("It is not there any more.")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("heading", name="Still here")).to_be_visible()
    await expect(page.get_by_role("alert")).to_have_count(0)
    again = int(page.url.rsplit("/", 1)[1])
    assert again != handler_id
    assert (await read(admin, again))["message"] == "Here"
    await admin.delete("handlers", again)


async def test_with_the_server_away_nothing_typed_is_lost(
    open_panel: OpenPanel, admin: Admin, complaints: list[str]
) -> None:
    page = await open_panel("editor", "/handlers/new?pattern=/storm")

    async def away(route: Route) -> None:
        await route.abort()

    await page.route("**/api/v1/**", away)
    await text_of(page).click()
    await page.keyboard.type("It rains")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("alert")).to_contain_text("The server does not answer.")
    await expect(text_of(page)).to_have_text("It rains")
    await page.unroute("**/api/v1/**")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("heading", name="/storm", level=1)).to_be_visible()
    # Some come late: those of what was asked for by itself.
    assert all("net::ERR_FAILED" in one for one in complaints)
    complaints.clear()
    await admin.delete("handlers", int(page.url.rsplit("/", 1)[1]))


async def test_who_logs_in_again_goes_on_with_what_was_typed(
    open_panel: OpenPanel, admin: Admin, emails: dict[str, str]
) -> None:
    page = await open_panel("editor", "/handlers/new?pattern=/patience")
    await text_of(page).click()
    await page.keyboard.type("Worth it")
    await page.context.clear_cookies()
    await page.get_by_role("button", name="Save").click()
    dialog = page.get_by_role("dialog", name="Your session is over")
    await dialog.get_by_label("E-mail").fill(emails["editor"])
    await dialog.get_by_role("textbox", name="Password").fill(PASSWORD)
    await dialog.get_by_role("button", name="Log in").click()
    await expect(page.get_by_role("heading", name="/patience", level=1)).to_be_visible()
    handler_id = int(page.url.rsplit("/", 1)[1])
    assert (await read(admin, handler_id))["message"] == "Worth it"
    await admin.delete("handlers", handler_id)


async def test_findings_and_what_shows_it_stand_beside_the_form(
    open_panel: OpenPanel, admin: Admin
) -> None:
    handler_id = await admin.create("handlers", pattern="large *", message="Large")
    await admin.create("handlers", pattern="* cup", message="Cup")
    await admin.create("callbacks", callback_data="large_shown", handler_id=handler_id)
    page = await open_panel("editor", f"/handlers/{handler_id}")
    await expect(page.get_by_text("Two handlers take the same messages.")).to_be_visible()
    await expect(page.get_by_role("link", name="large_shown")).to_be_visible()
    await page.get_by_role("link", name="handler * cup").click()
    await expect(page.get_by_role("heading", name="* cup", level=1)).to_be_visible()


async def test_who_may_only_read_changes_nothing(open_panel: OpenPanel, admin: Admin) -> None:
    handler_id = await admin.create("handlers", pattern="/readable", message="Read me")
    page = await open_panel("viewer", f"/handlers/{handler_id}")
    await expect(page.get_by_text("your role is “Viewer”")).to_be_visible()
    await expect(page.get_by_text("Read me").first).to_be_visible()
    await expect(page.get_by_role("button", name="Save")).to_have_count(0)
    await expect(page.get_by_role("textbox", name="Command")).to_be_disabled()
    assert await serious_findings(page) == []


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
async def test_the_editor_looks_well_and_fits_a_phone_in_russian(
    open_panel: OpenPanel, admin: Admin, color_scheme: str
) -> None:
    handler_id = await admin.create(
        "handlers",
        title=f"Чай {color_scheme}",
        pattern=f"чай {color_scheme} *",
        message="<b>Чай</b> зелёный и чёрный",
        media=[
            {"type": "photo", "source": PHOTO},
            {"type": "video", "source": VIDEO},
        ],
    )
    wide = await open_panel("editor", f"/handlers/{handler_id}", color_scheme=color_scheme)
    await expect(text_of(wide)).to_contain_text("Чай зелёный")
    await shot(wide, f"handler-{color_scheme}")
    page = await open_panel(
        "editor",
        f"/handlers/{handler_id}",
        locale="ru-RU",
        viewport=NARROW,
        color_scheme=color_scheme,
    )
    await expect(page.get_by_role("textbox", name="Название")).to_have_value(f"Чай {color_scheme}")
    await expect(page.get_by_role("textbox", name="Текст", exact=True)).to_be_visible()
    assert await sideways(page) == 0
    assert await serious_findings(page) == []
    await shot(page, f"handler-ru-{color_scheme}-360")


def text_of(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Text", exact=True)


async def more(page: Page, action: str) -> None:
    await page.get_by_role("button", name="More", exact=True).click()
    await page.get_by_role("menuitem", name=action).click()


async def pattern_of(page: Page, kind: str, which: str | None = None, **fields: str) -> str:
    """What the choice of a kind, and filling in its fields, makes of the pattern."""
    trigger = page.get_by_role("group", name="Answers to")
    await trigger.get_by_role("combobox", name="Kind").click()
    await page.get_by_role("option", name=kind).click()
    for name, value in fields.items():
        await trigger.get_by_role("textbox", name=name).fill(value)
    if which is not None:
        await trigger.get_by_role("combobox", name="Which").click()
        await page.get_by_role("option", name=which).click()
    await trigger.get_by_role("button", name="Write the pattern yourself").click()
    pattern = await trigger.get_by_role("textbox", name="Pattern").input_value()
    await trigger.get_by_role("button", name="Choose instead").click()
    return pattern


async def read(admin: Admin, handler_id: int) -> dict[str, Any]:
    found: dict[str, Any] = (await admin.http.get(f"handlers/{handler_id}")).json()
    return found
