"""Settings: who may use the panel, and how the bot is doing."""

import json
import re

from playwright.async_api import Route, expect
from support.accounts import PASSWORD
from support.system import System

from .axe import serious_findings
from .conftest import OpenPanel
from .shots import shot

NARROW = {"width": 360, "height": 740}
NEW_PASSWORD = "a-new-long-password"


async def test_an_owner_sees_how_the_bot_is_doing(open_panel: OpenPanel) -> None:
    page = await open_panel(path="/settings")
    gateways = page.get_by_role("region", name="Gateways")
    await expect(gateways.get_by_text("Up to date")).to_have_count(1)
    counting = page.get_by_role("region", name="Counting")
    await expect(counting.get_by_text("All is counted")).to_be_visible()
    await page.get_by_role("button", name="Check").click()
    await expect(page.get_by_text("All sums are right.")).to_be_visible()
    assert await serious_findings(page) == []
    await shot(page, "settings-status")


async def test_an_owner_makes_an_account_which_logs_in_with_its_role(
    open_panel: OpenPanel, system: System
) -> None:
    page = await open_panel(path="/settings?tab=accounts")
    form = page.get_by_role("region", name="New account")
    await form.get_by_label("E-mail").fill("new@example.com")
    await form.get_by_label("Name").fill("Nora")
    await form.get_by_label("First password").fill("short")
    await form.get_by_role("button", name="New account").click()
    # The rule stands at the field, and nothing typed is lost.
    await expect(form.get_by_label("First password")).to_have_attribute("aria-invalid", "true")
    await expect(form.get_by_label("E-mail")).to_have_value("new@example.com")
    await form.get_by_label("First password").fill(PASSWORD)
    await form.get_by_role("button", name="New account").click()
    card = page.get_by_role("region", name="Nora")
    await expect(card.get_by_text("new@example.com")).to_be_visible()
    assert await serious_findings(page) == []
    await shot(page, "settings-accounts")

    await card.get_by_role("button", name="Set a password: Nora").click()
    await card.get_by_label(re.compile("^Set a password")).fill(NEW_PASSWORD)
    await card.get_by_role("button", name="Save").click()
    await expect(card.get_by_role("button", name="Set a password: Nora")).to_be_visible()

    hers = await open_panel(None)
    await hers.get_by_label("E-mail").fill("new@example.com")
    await hers.get_by_label(re.compile("^Password")).fill(NEW_PASSWORD)
    await hers.keyboard.press("Enter")
    await expect(hers.get_by_role("navigation")).to_be_visible()
    await hers.goto("/settings")
    await expect(hers.get_by_role("tab", name="My account")).to_be_visible()
    await expect(hers.get_by_role("tab", name="Accounts")).to_have_count(0)

    await card.get_by_role("button", name="Delete: Nora").click()
    await card.get_by_role("button", name="Delete").click()
    await expect(card).to_have_count(0)


async def test_a_token_is_shown_once_and_can_be_revoked(open_panel: OpenPanel) -> None:
    page = await open_panel(path="/settings?tab=tokens", locale="ru-RU")
    await page.get_by_label("Для чего").fill("Отчёты")
    await page.get_by_role("button", name="Новый токен").click()
    secret = page.get_by_role("status").filter(has_text="btl_")
    await expect(secret).to_be_visible()
    assert await serious_findings(page) == []
    await shot(page, "settings-tokens-ru")
    await page.reload()
    card = page.get_by_role("region", name="Отчёты")
    await expect(card).to_be_visible()
    await expect(secret).to_have_count(0)
    await card.get_by_role("button", name="Отозвать «Отчёты»").click()
    await card.get_by_role("button", name="Отозвать").click()
    await expect(card).to_have_count(0)


async def test_a_webhook_says_what_became_of_its_deliveries(open_panel: OpenPanel) -> None:
    page = await open_panel(path="/settings?tab=webhooks", color_scheme="dark")
    form = page.get_by_role("region", name="New webhook")
    await form.get_by_label("Name").fill("Site")
    await form.get_by_label("Address").fill("http://169.254.1.1/")
    await form.get_by_role("button", name="New webhook").click()
    await expect(form.get_by_label("Address")).to_have_attribute("aria-invalid", "true")
    await form.get_by_label("Address").fill("https://example.invalid/hook")
    await form.get_by_role("button", name="New webhook").click()
    card = page.get_by_role("region", name="Site")
    await card.get_by_role("button", name="Send a test").click()
    await card.get_by_role("button", name="Deliveries").click()
    await expect(card.get_by_text("Failed").first).to_be_visible(timeout=30_000)
    assert await serious_findings(page) == []
    await shot(page, "settings-webhooks-dark")
    await card.get_by_role("button", name="Delete: Site").click()
    await card.get_by_role("button", name="Delete").click()
    await expect(card).to_have_count(0)


async def test_whoever_changes_the_password_is_told_of_a_wrong_one(open_panel: OpenPanel) -> None:
    page = await open_panel("viewer", "/settings?tab=me")
    await page.get_by_label("Present password").fill("not-mine")
    await page.get_by_label("New password").fill(NEW_PASSWORD)
    await page.get_by_role("button", name="Change the password").click()
    await expect(page.get_by_label("Present password")).to_have_attribute("aria-invalid", "true")
    await expect(page.get_by_label("New password")).to_have_value(NEW_PASSWORD)
    await expect(page.get_by_text("This one")).to_be_visible()
    assert await serious_findings(page) == []


async def test_the_status_tells_in_words_what_is_wrong(open_panel: OpenPanel) -> None:
    async def stopped(route: Route) -> None:
        answer = await route.fetch()
        body = {**await answer.json(), "status": "stopped", "lag": None, "dead_letters": 3}
        await route.fulfill(response=answer, body=json.dumps(body))

    page = await open_panel("viewer", "/", viewport=NARROW, color_scheme="dark")
    await page.route("**/api/v1/stats/health", stopped)
    await page.goto("/settings")
    await expect(page.get_by_text("The service stats is not running")).to_be_visible()
    await expect(page.get_by_text("Up to date")).to_be_visible()
    await expect(page.get_by_role("tab", name="Accounts")).to_have_count(0)
    assert await serious_findings(page) == []
    assert await page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    await shot(page, "settings-phone-dark")
