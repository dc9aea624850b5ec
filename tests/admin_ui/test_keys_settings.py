"""Settings, and what stands around all screens, without a mouse."""

import re

import asyncpg
import pytest
from playwright.async_api import Page, expect
from support.accounts import PASSWORD, add_account
from support.system import Admin

from .conftest import OpenPanel
from .keys import choose, from_menu, log_in, pick, press, reach, write
from .test_home import take_away

NEW_PASSWORD = "a-new-long-password"
STOPS = ("Handlers", "Keyboards", "Callbacks", "Map", "Statistics", "History")


async def test_an_account_is_made_changed_and_deleted(open_panel: OpenPanel) -> None:
    page = await open_panel("owner", "/settings")
    await to_tab(page, "Accounts")
    form = page.get_by_role("region", name="New account")
    await write(page, form.get_by_label("E-mail"), "keys@example.com")
    await write(page, form.get_by_label("Name"), "Kay")
    await write(page, form.get_by_label("First password"), PASSWORD)
    await page.keyboard.press("Enter")
    card = page.get_by_role("region", name="Kay")
    await pick(page, card.get_by_role("combobox", name="Role of Kay"), "Editor")
    await press(page, card.get_by_role("button", name="Disable"))
    await expect(card.get_by_text("Disabled")).to_be_visible()
    await press(page, card.get_by_role("button", name="Set a password: Kay"))
    await write(page, card.get_by_label(re.compile("^Set a password")), NEW_PASSWORD)
    await press(page, card.get_by_role("button", name="Save"))
    await press(page, card.get_by_role("button", name="Delete: Kay"))
    await press(page, card.get_by_role("button", name="Delete", exact=True))
    await expect(card).to_have_count(0)


async def test_a_token_is_made_and_revoked(open_panel: OpenPanel) -> None:
    page = await open_panel("owner", "/settings")
    await to_tab(page, "API tokens")
    await write(page, page.get_by_label("What for"), "Token by keys")
    await press(page, page.get_by_role("button", name="New token"))
    await expect(page.get_by_role("status").filter(has_text="btl_")).to_be_visible()
    card = page.get_by_role("region", name="Token by keys")
    await press(page, card.get_by_role("button", name="Revoke “Token by keys”"))
    await press(page, card.get_by_role("button", name="Revoke", exact=True))
    await expect(card).to_have_count(0)


async def test_a_webhook_is_made_tested_delivered_again_paused_and_deleted(
    open_panel: OpenPanel,
) -> None:
    page = await open_panel("owner", "/settings")
    await to_tab(page, "Webhooks")
    form = page.get_by_role("region", name="New webhook")
    await write(page, form.get_by_label("Name"), "Hook by keys")
    await write(page, form.get_by_label("Address"), "https://example.invalid/hook")
    await page.keyboard.press("Enter")
    card = page.get_by_role("region", name="Hook by keys")
    await press(page, card.get_by_role("button", name="Send a test"))
    await expect(page.get_by_text("Test: Failed")).to_be_visible(timeout=30_000)
    await press(page, card.get_by_role("button", name="Deliveries"))
    await expect(card.get_by_role("button", name="Deliver again")).to_be_visible(timeout=30_000)
    async with page.expect_response("**/deliveries/*/replay") as replaying:
        await press(page, card.get_by_role("button", name="Deliver again"))
    assert (await replaying.value).ok
    await press(page, card.get_by_role("button", name="Pause"))
    await expect(card.get_by_text("Paused")).to_be_visible()
    await press(page, card.get_by_role("button", name="Replace the secret"))
    await expect(page.get_by_text("whsec_")).to_be_visible()
    await press(page, card.get_by_role("button", name="Delete: Hook by keys"))
    await press(page, card.get_by_role("button", name="Delete", exact=True))
    await expect(card).to_have_count(0)


async def test_who_is_logged_in_ends_another_session_changes_the_password_and_logs_out(
    open_panel: OpenPanel, database: asyncpg.Connection
) -> None:
    email = "sessions-by-keys@example.com"
    await add_account(database, "viewer", email)
    await log_in(await open_panel(None, user_agent="Elsewhere"), email)
    page = await open_panel(None, "/settings?tab=me")
    await log_in(page, email)
    await press(page, page.get_by_role("button", name="End the session of Elsewhere"))
    await expect(page.get_by_role("button", name="End the session of")).to_have_count(0)
    await write(page, page.get_by_label("Present password"), PASSWORD)
    new = page.get_by_label("New password")
    await write(page, new, NEW_PASSWORD)
    await press(page, page.get_by_role("button", name="Show what is typed").last, "Space")
    await expect(new).to_have_attribute("type", "text")
    await press(page, page.get_by_role("button", name="Change the password"))
    await expect(page.get_by_text("The password is changed")).to_be_visible()
    await from_menu(page, page.get_by_role("button", name="Account:"), "Log out")
    await expect(page.get_by_role("form", name="Log in")).to_be_visible()


async def test_language_and_colours_are_chosen(open_panel: OpenPanel) -> None:
    page = await open_panel("viewer", "/settings")
    await from_menu(page, page.get_by_role("button", name="Colours"), "Dark")
    await expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    await choose(page, page.get_by_role("radio", name="RU"))
    await expect(page.get_by_role("heading", name="Настройки", level=1)).to_be_visible()


@pytest.mark.xdist_group("whole configuration")
async def test_who_is_new_is_shown_all_around_and_adds_a_template(
    open_panel: OpenPanel, admin: Admin
) -> None:
    page = await open_panel("editor", new=True)
    tour = page.get_by_role("dialog")
    for stop in STOPS[:-1]:
        await expect(tour).to_contain_text(stop)
        await press(page, tour.get_by_role("button", name="Next"))
    await expect(tour).to_contain_text(STOPS[-1])
    await press(page, tour.get_by_role("button", name="Back"))
    await expect(tour).to_contain_text(STOPS[-2])
    await press(page, tour.get_by_role("button", name="Next"))
    await press(page, tour.get_by_role("button", name="Done"))
    await expect(tour).to_have_count(0)
    await press(page, page.get_by_role("button", name="Show me around"))
    await expect(tour).to_contain_text(STOPS[0])
    await page.keyboard.press("Escape")
    await expect(tour).to_have_count(0)
    await expect(page.get_by_role("button", name="Show me around")).to_be_focused()

    look = page.get_by_role("button", name="Look at it: Menu")
    await press(page, look)
    await press(page, page.get_by_role("button", name="Close", exact=True))
    await expect(look).to_be_focused()
    await page.keyboard.press("Enter")
    await press(page, page.get_by_role("button", name="Add to my bot"))
    await expect(page.get_by_text("Added. Try it: send /start to your bot.")).to_be_visible()
    await expect(look).to_be_focused()
    patterns = [one["pattern"] for one in (await admin.http.get("handlers")).json()["items"]]
    assert {"/start", "/prices"} <= set(patterns)
    await take_away(admin)


async def to_tab(page: Page, name: str) -> None:
    """Tab leads to the chosen one, arrows to the others."""
    await reach(page, page.get_by_role("tab", selected=True))
    await reach(page, page.get_by_role("tab", name=name), "ArrowRight")
    await expect(page.get_by_role("tab", name=name)).to_have_attribute("aria-selected", "true")
