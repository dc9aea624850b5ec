"""Settings: who may use the panel, and how the bot is doing."""

import json

from playwright.async_api import Route, expect
from support.system import Admin

from .axe import serious_findings
from .conftest import OpenPanel
from .shots import shot

NARROW = {"width": 360, "height": 740}


async def test_a_token_is_shown_once_and_works_until_it_is_revoked(
    open_panel: OpenPanel, admin: Admin
) -> None:
    page = await open_panel("owner", "/settings?tab=tokens")
    await page.get_by_role("textbox", name="What for").fill("Nightly export")
    await page.get_by_role("button", name="New token").click()
    shown = page.get_by_text("btl_")
    await expect(shown).to_be_visible()
    assert await serious_findings(page) == []
    secret = await shown.inner_text()
    headers = {"Authorization": f"Bearer {secret}"}
    assert (await admin.http.get("handlers", headers=headers)).status_code == 200

    await page.reload()
    card = page.get_by_role("region", name="Nightly export")
    await expect(card).to_be_visible()
    await expect(shown).to_have_count(0)
    await card.get_by_role("button", name="Revoke").click()
    await card.get_by_role("button", name="Revoke").click()
    await expect(card).to_have_count(0)
    assert (await admin.http.get("handlers", headers=headers)).status_code == 401


async def test_a_forbidden_address_of_a_webhook_is_told_at_its_field(
    open_panel: OpenPanel,
) -> None:
    page = await open_panel("owner", "/settings?tab=webhooks")
    await page.get_by_role("textbox", name="Name").fill("CRM")
    address = page.get_by_role("textbox", name="Address")
    await address.fill("http://10.0.0.1/botloom")
    await page.get_by_role("button", name="New webhook").click()
    await expect(address).to_have_attribute("aria-invalid", "true")
    await expect(address).to_have_value("http://10.0.0.1/botloom")


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
    await shot(page, "settings-status-360-dark")
