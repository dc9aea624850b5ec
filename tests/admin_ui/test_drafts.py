"""Drafts: changes that are looked at before they are live."""

from playwright.async_api import expect
from support.eventually import eventually
from support.interactions import interaction, written
from support.system import Admin, System

from .axe import serious_findings
from .conftest import OpenPanel
from .shots import shot


async def test_a_draft_with_a_conflict_goes_live_where_it_is_told_to_win(
    open_panel: OpenPanel, admin: Admin
) -> None:
    handler = await admin.create("handlers", pattern="/sale", message="Now")
    page = await open_panel("editor", "/drafts")
    await page.get_by_role("textbox", name="Name").fill("Summer sale")
    await page.get_by_role("button", name="Begin a draft").click()
    card = page.get_by_role("region", name="Summer sale")
    await card.get_by_role("button", name="Work in it").click()
    await expect(page.get_by_text("You are working in the draft “Summer sale”")).to_be_visible()

    drafts = (await admin.http.get("drafts")).json()["items"]
    draft = next(one["id"] for one in drafts if one["name"] == "Summer sale")
    await admin.http.patch(f"drafts/{draft}/handlers/{handler}", json={"message": "-20 %"})
    await admin.change("handlers", handler, message="Later")
    await page.reload()
    await card.get_by_role("button", name="What it changes").click()
    await expect(card.get_by_role("region", name="Live").get_by_text("Later")).to_be_visible()
    await expect(
        card.get_by_role("region", name="In the draft").get_by_text("-20 %")
    ).to_be_visible()
    await card.get_by_role("checkbox", name="The draft wins: handler /sale").check()
    assert await serious_findings(page) == []
    await expect(card.get_by_text("Begun by")).not_to_contain_text("account:")
    await shot(page, "drafts")
    await card.get_by_role("button", name="Make it live").click()
    await expect(card).to_have_count(0)
    await expect(page.get_by_text("You are working in the draft")).to_have_count(0)
    assert (await admin.http.get(f"handlers/{handler}")).json()["message"] == "-20 %"


async def test_a_draft_is_renamed_and_given_to_people_who_are_found_by_their_names(
    open_panel: OpenPanel, admin: Admin, system: System
) -> None:
    known = interaction(1, user_id=7_100_000_001, chat_id=7_100_000_001, first_name="Vasilisa")
    await written(system.environment["BOTLOOM_DATABASE_URL"], known)
    draft = (await admin.http.post("drafts", json={"name": "Autum"})).json()["id"]
    page = await open_panel("editor", "/drafts")
    await page.get_by_role("button", name="Rename “Autum”").click()
    name = page.get_by_role("textbox", name="Name").last
    await name.fill("x" * 65)
    await name.press("Enter")
    await expect(name).to_have_attribute("aria-invalid", "true")
    await name.fill("Autumn")
    await name.press("Enter")
    card = page.get_by_role("region", name="Autumn")
    await expect(card.get_by_role("heading", name="Autumn")).to_be_visible()

    await card.get_by_role("button", name="What it changes").click()
    testers = card.get_by_role("combobox", name="Who tries it")
    await testers.fill("vasil")
    await page.get_by_role("option", name="Vasilisa").click()
    await testers.fill("7100000002")
    await page.get_by_role("option", name="7100000002").click()
    assert await serious_findings(page) == []
    await card.get_by_role("button", name="Save").click()

    async def saved() -> list[int]:
        testers: list[int] = (await admin.http.get(f"drafts/{draft}")).json()["testers"]
        return testers

    await eventually(saved, lambda found: found == [7_100_000_001, 7_100_000_002])
    await page.reload()
    await card.get_by_role("button", name="What it changes").click()
    await expect(card.get_by_text("Vasilisa")).to_be_visible()
    await admin.http.delete(f"drafts/{draft}")


async def test_who_works_in_a_draft_that_is_dropped_elsewhere_is_back_at_what_is_live(
    open_panel: OpenPanel, admin: Admin
) -> None:
    draft = (await admin.http.post("drafts", json={"name": "Winter"})).json()["id"]
    other = (await admin.http.post("drafts", json={"name": "Spring"})).json()["id"]
    page = await open_panel("editor", "/drafts")
    winter = page.get_by_role("region", name="Winter")
    await winter.get_by_role("button", name="Work in it").click()

    spring = page.get_by_role("region", name="Spring")
    await spring.get_by_role("button", name="What it changes").click()
    await spring.get_by_role("button", name="Drop it").click()
    await spring.get_by_role("button", name="Drop it").click()
    await expect(spring).to_have_count(0)
    assert (await admin.http.get(f"drafts/{other}")).status_code == 404
    await expect(page.get_by_text("You are working in the draft “Winter”")).to_be_visible()

    await admin.http.delete(f"drafts/{draft}")
    await page.reload()
    await expect(page.get_by_text("The draft is no more")).to_be_visible()
    await expect(page.get_by_text("You are working in the draft")).to_have_count(0)
