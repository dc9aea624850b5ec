"""The overview: how to begin, and what stands out."""

import pytest
from playwright.async_api import expect
from support.person import Person
from support.system import Admin

from .axe import serious_findings
from .conftest import OpenPanel
from .shots import shot

NARROW = {"width": 360, "height": 740}
ADD = {"en-US": "Add to my bot", "ru-RU": "Добавить в бота"}
CHOOSE = {"en-US": "Look at it", "ru-RU": "Посмотреть"}
TEMPLATES = {
    "en-US": {"Menu": "/prices", "Questions and answers": "/faq", "Order form": "/order",
              "Feedback": "/feedback"},
    "ru-RU": {"Меню": "/prices", "Вопросы и ответы": "/faq", "Заявка": "/order",
              "Отзыв": "/feedback"},
}  # fmt: skip


@pytest.mark.xdist_group("whole configuration")
@pytest.mark.parametrize("locale", ADD)
async def test_each_template_is_shown_before_it_is_added_and_then_answers(
    open_panel: OpenPanel, admin: Admin, person: Person, locale: str
) -> None:
    page = await open_panel("editor", locale=locale)
    for name, command in TEMPLATES[locale].items():
        await page.get_by_role("button", name=f"{CHOOSE[locale]}: {name}").click()
        add = page.get_by_role("button", name=ADD[locale])
        await expect(add).to_be_visible()
        await add.click()
        await expect(add).to_have_count(0)
        await expect(page.locator("output", has_text="1")).to_be_visible()
        await person.says(command)
    await person.answered(len(TEMPLATES[locale]))
    findings = (await admin.http.get("lint")).json()["items"]
    # Templates of the other language may have been there; what these add leads somewhere.
    assert [one["code"] for one in findings if one["code"] in UNFINISHED] == []
    await page.reload()
    await expect(page.locator("main [aria-busy=true]")).to_have_count(0)
    assert await serious_findings(page) == []
    await shot(page, f"home-{locale}")
    await take_away(admin)


UNFINISHED = ("button_without_callback", "callback_without_button", "keyboard_unreached")


@pytest.mark.xdist_group("whole configuration")
async def test_who_is_here_for_the_first_time_is_shown_around(open_panel: OpenPanel) -> None:
    page = await open_panel("viewer", new=True)
    # There is no handler yet, so it begins by itself.
    tour = page.get_by_role("dialog")
    await expect(tour).to_contain_text("Handlers")
    await page.get_by_role("button", name="Next").click()
    await expect(tour).to_contain_text("Keyboards")
    assert await serious_findings(page) == []
    await shot(page, "tour")
    await page.keyboard.press("Escape")
    await expect(tour).to_have_count(0)
    await page.reload()
    await expect(page.get_by_role("button", name="Show me around")).to_be_visible()
    await expect(tour).to_have_count(0)


@pytest.mark.xdist_group("whole configuration")
async def test_what_is_worth_a_look_is_named_and_led_to(
    open_panel: OpenPanel, admin: Admin
) -> None:
    await admin.create("handlers", pattern="worth_a *", message="One")
    await admin.create("handlers", pattern="* look", message="Two")
    page = await open_panel("viewer")
    finding = page.get_by_role("region", name="Worth a look").get_by_role("listitem")
    both = finding.filter(has_text="worth_a *").filter(has_text="* look")
    await expect(both).to_contain_text("Two handlers take the same messages.")
    await both.get_by_role("link", name="handler worth_a *").click()
    await expect(page.get_by_role("heading", name="worth_a *", level=1)).to_be_visible()


async def test_the_overview_fits_a_phone_and_reads_well_in_the_dark(open_panel: OpenPanel) -> None:
    page = await open_panel(viewport=NARROW, color_scheme="dark", locale="ru-RU")
    assert await page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    assert await serious_findings(page) == []
    await page.get_by_role("button", name="Меню", exact=True).click()
    await page.get_by_role("link", name="Настройки").click()
    await expect(page.get_by_role("heading", name="Настройки", level=1)).to_be_visible()


async def take_away(admin: Admin) -> None:
    document = {"version": 1}
    plan = (await admin.http.post("plan", json=document)).json()
    await admin.http.post("apply", params={"plan_id": plan["plan_id"]}, json=document)
