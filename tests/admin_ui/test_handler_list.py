"""The list of handlers: what is found in it, and what is done with many at once."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from playwright.async_api import Locator, Page, Route, expect
from support.interactions import interaction, written
from support.system import Admin, System

from .axe import serious_findings
from .conftest import OpenPanel
from .shots import note, shot
from .test_callbacks import NARROW, sideways

MANY = 10_000
AT_ONCE = 500

"""A pause that people notice while they scroll."""

_WATCH_PAUSES = """() => {
  window.pauses = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.pauses.push(duration);
  }).observe({ type: 'longtask' });
}"""


async def test_what_is_searched_for_and_chosen_stands_in_the_address(
    open_panel: OpenPanel, admin: Admin
) -> None:
    await admin.create("handlers", pattern="/cake", message="Sweet", title="A cake")
    await admin.create("handlers", pattern="/cakes_off", message="Sweet", enabled=False)
    page = await open_panel("viewer", "/handlers")
    await page.get_by_role("searchbox", name="Search").fill("cake")
    await expect(rows(page)).to_have_count(2)
    await page.get_by_text("Disabled", exact=True).click()
    await expect(rows(page)).to_have_count(1)
    await expect(page).to_have_url(re.compile("q=cake"))
    await page.reload()
    await expect(rows(page)).to_have_count(1)
    await expect(page.get_by_role("link", name="/cakes_off")).to_be_visible()
    await page.get_by_text("All", exact=True).click()
    await page.get_by_role("button", name="Handler").click()
    await page.get_by_role("button", name="Handler").click()
    await expect(page.get_by_role("columnheader", name="Handler")).to_have_attribute(
        "aria-sort", "descending"
    )
    await expect(page).to_have_url(re.compile("sort=-title"))
    await expect(page.get_by_role("checkbox")).to_have_count(0)


async def test_handlers_of_a_keyboard_are_found(open_panel: OpenPanel, admin: Admin) -> None:
    button = await admin.create("buttons", label="Open", url="https://example.org", kind="url")
    keyboard = await admin.create("keyboards", name="Links below", layout=[[button]])
    await admin.create("handlers", pattern="/links", message="Links", keyboard_id=keyboard)
    await admin.create("handlers", pattern="/no_links", message="None")
    page = await open_panel("editor", "/handlers?q=links")
    await page.get_by_role("combobox", name="Keyboard").click()
    await page.get_by_role("option", name="Links below").click()
    await expect(rows(page)).to_have_count(1)
    await expect(page).to_have_url(re.compile(f"keyboard_id={keyboard}"))


async def test_a_range_is_deleted_at_once_and_brought_back(
    open_panel: OpenPanel, admin: Admin
) -> None:
    ids = [
        await admin.create("handlers", pattern=f"/row{number}", message="Row")
        for number in range(5)
    ]
    page = await open_panel("editor", "/handlers?q=/row&sort=pattern")
    await page.get_by_role("checkbox", name="Choose /row1").click()
    await page.get_by_role("checkbox", name="Choose /row3").click(modifiers=["Shift"])
    chosen = page.get_by_role("region", name="Chosen")
    await expect(chosen).to_contain_text("3 chosen")
    await shot(page, "handlers-chosen")
    await chosen.get_by_role("button", name="Delete").click()
    await expect(rows(page)).to_have_count(2)
    await page.get_by_role("button", name="Undo").click()
    await expect(rows(page)).to_have_count(5)
    found = (await admin.http.get("handlers", params={"q": "/row"})).json()["items"]
    assert sorted(one["id"] for one in found) == ids


async def test_the_list_tells_how_often_each_answered(
    open_panel: OpenPanel, admin: Admin, system: System
) -> None:
    used = await admin.create("handlers", pattern="/popular", message="Hi")
    await admin.create("handlers", pattern="/popular_not", message="Hi")
    now = datetime.now(UTC)
    answers = [
        interaction(900_000 + number, event="command", handler_id=used, at=now - days)
        for number, days in enumerate([timedelta(), timedelta(days=2), timedelta(days=2)])
    ]
    await written(system.environment["BOTLOOM_DATABASE_URL"], *answers)
    page = await open_panel("viewer", "/handlers?q=/popular")
    use = page.get_by_role("img", name="Answered 3 times in the last 7 days")
    await expect(use.locator("polyline")).to_be_visible()
    await expect(page.get_by_role("img", name="Answered 0 times")).to_be_visible()


@pytest.mark.long
async def test_of_ten_thousand_only_those_on_the_screen_are_drawn(
    open_panel: OpenPanel, admin: Admin
) -> None:
    ids = await create_many(admin)
    try:
        page = await open_panel("editor", "/handlers?q=/many&sort=pattern")
        await expect(page.get_by_text("10,000 in all")).to_be_visible(timeout=60_000)
        body = page.get_by_role("rowgroup")
        assert await rows(page).count() < 100
        await body.focus()
        for key, pattern in (("End", "/many9999"), ("Home", "/many0000")):
            await page.keyboard.press(key)
            await expect(page.get_by_role("link", name=pattern, exact=True)).to_be_visible()
        await page.evaluate(_WATCH_PAUSES)
        await body.hover()
        for part in range(1, 11):
            await page.mouse.wheel(0, 3_000)
            await body.evaluate(
                "(it, part) => { it.scrollTop = (it.scrollHeight * part) / 10 }", part
            )
            await page.wait_for_function(
                "() => new Promise((done) =>"
                " requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"
            )
        await expect(page.get_by_role("link", name="/many9999", exact=True)).to_be_visible()
        assert await rows(page).count() < 100
        # For whoever looks at the output: a busy machine pauses by itself, so no test holds it.
        pauses: list[float] = await page.evaluate("window.pauses")
        note(
            "pauses-of-the-list",
            f"longest task while scrolling 10,000: {max(pauses, default=0)} ms",
        )
    finally:
        for part in range(0, MANY, AT_ONCE):
            await bulk(admin, delete=[{"id": one} for one in ids[part : part + AT_ONCE]])


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
async def test_the_list_looks_well_and_fits_a_phone_in_russian(
    open_panel: OpenPanel, admin: Admin, color_scheme: str
) -> None:
    texts = {
        "/menu_shown": "<b>Меню</b>\nЧто хотите?",
        "доставка *": "Доставим за час",
        ":photo": "Спасибо за фото!",
        "*": "Не понял. Наберите /menu",
    }
    for pattern, message in texts.items():
        await admin.create("handlers", pattern=pattern, message=message)
    wide = await open_panel("editor", "/handlers", color_scheme=color_scheme)
    await expect(wide.get_by_text("Anything else")).to_be_visible()
    assert await serious_findings(wide) == []
    await shot(wide, f"handlers-{color_scheme}")
    page = await open_panel(
        "editor", "/handlers", locale="ru-RU", viewport=NARROW, color_scheme=color_scheme
    )
    await expect(page.get_by_text("Всё остальное")).to_be_visible()
    assert await sideways(page) == 0
    assert await serious_findings(page) == []
    await shot(page, f"handlers-ru-{color_scheme}-360")


async def test_an_empty_list_starts_the_work(open_panel: OpenPanel) -> None:
    page = await open_panel("editor")

    async def empty(route: Route) -> None:
        await route.fulfill(json={"items": [], "next_cursor": None})

    await page.route("**/api/v1/handlers?*", empty)
    await page.goto("/handlers")
    await expect(page.get_by_text("No handlers yet.")).to_be_visible()
    await page.get_by_role("main").get_by_role("link", name="New handler").last.click()
    await expect(page.get_by_role("textbox", name="Command")).to_be_visible()


def rows(page: Page) -> Locator:
    return page.get_by_role("rowgroup").get_by_role("row")


async def create_many(admin: Admin) -> list[int]:
    ids: list[int] = []
    for part in range(0, MANY, AT_ONCE):
        create = [
            {"pattern": f"/many{number:04}", "message": "One of many"}
            for number in range(part, part + AT_ONCE)
        ]
        ids += [one["id"] for one in (await bulk(admin, create=create))["created"]]
    return ids


async def bulk(admin: Admin, **changes: Any) -> dict[str, Any]:
    answer = await admin.http.post("handlers/bulk", json=changes)
    assert answer.status_code == 200, answer.text
    done: dict[str, Any] = answer.json()
    return done
