"""Settings: who may use the panel, and how the bot is doing."""

import json
import re
from datetime import UTC, datetime, timedelta

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
    await expect(gateways.get_by_text("Polling: the gateway asks Telegram")).to_be_visible()
    await expect(gateways.get_by_role("alert")).to_have_count(0)
    await gateways.get_by_text("What Telegram says").click()
    await expect(gateways.get_by_text("none is set")).to_be_visible()
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
    await expect(card.get_by_text("By Owner")).to_be_visible()
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


async def test_the_status_says_why_the_bot_does_not_answer(open_panel: OpenPanel) -> None:
    def ago(**time: float) -> str:
        return (datetime.now(UTC) - timedelta(**time)).isoformat()

    async def in_trouble(route: Route) -> None:
        answer = await route.fetch()
        told = await answer.json()
        (gateway,) = told["gateways"]
        refusal = "Wrong response from the webhook: 502 Bad Gateway"
        gateway["mode"] = "webhook"
        gateway["webhook"] = {
            "asked_at": ago(seconds=5),
            "url": "https://bot.example.com",
            "own": True,
            "pending_update_count": 120,
            "last_error_date": ago(minutes=3.5),
            "last_error_message": refusal,
            "last_synchronization_error_date": ago(minutes=5),
            "ip_address": "203.0.113.7",
            "max_connections": 100,
            "has_custom_certificate": True,
            "allowed_updates": None,
        }
        gateway["problems"] = [
            {"code": "webhook_failing", "detail": refusal, "at": ago(minutes=3.5)},
            {"code": "updates_waiting", "detail": "", "at": ago(seconds=5)},
            {"code": "other_poller", "detail": "", "at": ago(seconds=10)},
        ]
        await route.fulfill(response=answer, body=json.dumps(told))

    page = await open_panel("viewer", "/", viewport=NARROW)
    await page.route("**/api/v1/bot", in_trouble)
    await page.goto("/settings")
    alerts = page.get_by_role("region", name="Gateways").get_by_role("alert")
    await expect(alerts).to_have_text(
        [
            "Telegram could not reach the bot: Wrong response from the webhook: 502 Bad Gateway,"
            " 3 minutes ago",
            "120 updates are waiting at Telegram",
            re.compile(r"Another program polls with the same token \(409\), \d+ seconds ago"),
        ]
    )
    await page.get_by_text("What Telegram says").click()
    await expect(page.get_by_text("https://bot.example.com")).to_be_visible()
    assert await serious_findings(page) == []
    assert await page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    await shot(page, "settings-bot-in-trouble-phone")

    russian = await open_panel("viewer", "/", locale="ru-RU", color_scheme="dark")
    await russian.route("**/api/v1/bot", in_trouble)
    await russian.goto("/settings")
    await expect(russian.get_by_text("В Telegram ждут 120 обновлений")).to_be_visible()
    await expect(russian.get_by_text("3 минуты назад").first).to_be_visible()
    await russian.get_by_text("Что говорит Telegram").click()
    assert await serious_findings(russian) == []
    await shot(russian, "settings-bot-in-trouble-ru-dark")
