"""History: what was changed, and the way back."""

import re

from playwright.async_api import expect
from support.system import Admin

from .axe import serious_findings
from .conftest import OpenPanel
from .shots import shot

NARROW = {"width": 360, "height": 740}


async def test_a_thing_is_brought_back_after_a_preview_and_that_is_undone(
    open_panel: OpenPanel, admin: Admin
) -> None:
    handler = await admin.create("handlers", pattern="/opening", message="Open until 8 pm")
    await admin.change("handlers", handler, message="Open until 10 pm")
    page = await open_panel("editor", f"/history?entity=handler&id={handler}")
    await page.get_by_role("button", name="Changed handler /opening").click()
    await expect(page.get_by_role("deletion")).to_have_text("8")
    await expect(page.get_by_role("insertion")).to_have_text("10")
    assert await serious_findings(page) == []
    await shot(page, "history")

    await page.get_by_role("button", name="Bring it back to before this").click()
    await expect(page.get_by_text("Made: 0, changed: 1, deleted: 0")).to_be_visible()
    assert await message_of(admin, handler) == "Open until 10 pm"
    await page.get_by_role("button", name="Bring it back", exact=True).click()
    undo = page.get_by_role("button", name="Undo")
    await expect(undo).to_be_visible()
    assert await message_of(admin, handler) == "Open until 8 pm"
    await undo.click()
    await expect(page.get_by_text("It is as it was before")).to_be_visible()
    assert await message_of(admin, handler) == "Open until 10 pm"


async def test_steps_and_keyboards_are_told_in_words(open_panel: OpenPanel, admin: Admin) -> None:
    tea = await admin.create("buttons", label="Tea", data="tea")
    cake = await admin.create("buttons", label="Cake", data="cake")
    keyboard = await admin.create("keyboards", name="Menu of the café", layout=[[tea]])
    await admin.change("keyboards", keyboard, layout=[[tea], [cake]])
    fast = {"type": "wait", "seconds": 60}
    slow = {"type": "wait", "seconds": 7200}
    luck = {"type": "random", "choices": [{"steps": [{"type": "stop"}]}, {"steps": [slow]}]}
    handler = await admin.create("handlers", pattern="/cafe", message="Hi", action=[fast])
    await admin.change("handlers", handler, action=[luck, fast], keyboard_id=keyboard)
    page = await open_panel("viewer", f"/history?entity=keyboard&id={keyboard}")
    await page.get_by_role("button", name="Changed keyboard Menu of the café").click()
    await expect(page.get_by_text("Buttons, row 2")).to_be_visible()
    added = page.get_by_role("region", name="Added")
    await expect(added).to_have_text("AddedCake")

    await page.goto(f"/history?entity=handler&id={handler}")
    await page.get_by_role("button", name="Changed handler /cafe").click()
    await expect(page.get_by_text("What it does, step 1")).to_be_visible()
    added = page.get_by_role("region", name="Added")
    await expect(added.get_by_text("Menu of the café")).to_be_visible()
    for words in ("Choose at random", "Choice 2:", "2 hours"):
        await expect(added.get_by_text(words)).to_be_visible()
    assert await serious_findings(page) == []
    await shot(page, "history-steps")


async def test_nothing_that_came_after_the_preview_is_overwritten_unseen(
    open_panel: OpenPanel, admin: Admin
) -> None:
    handler = await admin.create("handlers", pattern="/closing", message="One")
    await admin.change("handlers", handler, message="Two")
    page = await open_panel("editor", f"/history?entity=handler&id={handler}")
    await page.get_by_role("button", name="Changed handler /closing").click()
    await page.get_by_role("button", name="Bring it back to before this").click()
    go = page.get_by_role("button", name="Bring it back", exact=True)
    await expect(go).to_be_visible()
    await admin.change("handlers", handler, message="Three")
    await go.click()
    await expect(page.get_by_text("Somebody else changed this")).to_be_visible()
    assert await message_of(admin, handler) == "Three"


async def test_two_moments_are_compared_and_a_viewer_has_no_way_back(
    open_panel: OpenPanel, admin: Admin
) -> None:
    handler = await admin.create("handlers", pattern="/weekend", message="One")
    first = admin.last_seq
    await admin.change("handlers", handler, message="Two")
    second = admin.last_seq
    await admin.change("handlers", handler, message="Three")
    page = await open_panel(
        "viewer", f"/history?entity=handler&id={handler}", viewport=NARROW, locale="ru-RU"
    )
    await page.get_by_role("button", name="/weekend").last.click()
    await expect(page.get_by_role("button", name="Вернуть")).to_have_count(0)
    await page.get_by_role("button", name="Сравнить с тем, что сейчас").click()
    await page.get_by_role("button", name="/weekend").nth(-2).click()
    await page.get_by_role("button", name="Сравнить с выбранным моментом").click()
    title = f"От изменения {first} до изменения {second}"
    await expect(page.get_by_role("heading", name=title)).to_be_visible()
    width = await page.evaluate("document.documentElement.scrollWidth")
    assert width == NARROW["width"]
    await shot(page, "history-comparison-ru-360")


async def test_whose_changes_are_shown_is_chosen_by_name_among_all_who_made_some(
    open_panel: OpenPanel, admin: Admin
) -> None:
    asked = {"name": "Quiet one", "role": "editor"}
    token = (await admin.http.post("tokens", json=asked)).raise_for_status().json()
    headers = {"Authorization": f"Bearer {token['token']}"}
    button = {"label": "Quietly made", "data": "quietly_made"}
    made = await admin.http.post("buttons", json=button, headers=headers)
    await admin.delete("buttons", made.json()["id"])
    (await admin.http.delete(f"tokens/{token['id']}")).raise_for_status()
    # More than a page of later changes, none of them by that token.
    labels = [{"label": f"Loud {number}", "data": f"loud_{number}"} for number in range(120)]
    many = await admin.http.post("buttons/bulk", json={"create": labels})
    targets = [{"id": one["id"]} for one in many.raise_for_status().json()["created"]]
    many = await admin.http.post("buttons/bulk", json={"delete": targets})
    many.raise_for_status()

    page = await open_panel("viewer", "/history")
    await expect(page.get_by_role("button", name="Loud 119").first).to_be_visible()
    who = page.get_by_role("combobox", name="Whose changes")
    await who.fill("quiet")
    await page.get_by_role("option", name="Quiet one").click()
    await expect(page.get_by_role("button", name="Quietly made")).to_be_visible()
    await expect(page.get_by_role("button", name="Loud", exact=False)).to_have_count(0)
    await page.reload()
    await expect(who).to_have_value("Quiet one")
    await who.fill("Nobody of this name")
    await expect(page.get_by_role("option")).to_have_text(["Nothing found"])
    assert await serious_findings(page) == []


async def test_days_are_chosen_in_a_calendar_and_given_up_again(
    open_panel: OpenPanel, admin: Admin
) -> None:
    handler = await admin.create("handlers", pattern="/of_today", message="Hi")
    asked = f"/history?entity=handler&id={handler}"
    page = await open_panel("viewer", f"{asked}&since=2020-01-01&until=2020-01-02")
    days = page.get_by_role("button", name="Days")
    await expect(days).to_contain_text("1 Jan 2020 – 2 Jan 2020")
    await expect(page.get_by_text("Nothing found")).to_be_visible()
    await page.get_by_role("button", name="Any day").click()
    await expect(page.get_by_role("button", name="Made handler /of_today")).to_be_visible()
    await expect(page.get_by_role("button", name="Only handler /of_today")).to_be_visible()

    await days.click()
    today = page.get_by_role("dialog").locator("button[data-today]")
    await today.click()
    await today.click()
    await expect(page).to_have_url(re.compile(r"since=(\d{4}-\d\d-\d\d)&until=\1"))
    await expect(page.get_by_role("button", name="Made handler /of_today")).to_be_visible()
    assert await serious_findings(page) == []


async def message_of(admin: Admin, handler: int) -> str:
    message: str = (await admin.http.get(f"handlers/{handler}")).json()["message"]
    return message
