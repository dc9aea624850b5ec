"""Keyboards: built by dragging or by the arrow keys, with buttons that are made on the way."""

from playwright.async_api import Locator, Page, Route, expect
from support.system import Admin

from .axe import serious_findings
from .conftest import OpenPanel
from .shots import shot

NARROW = {"width": 360, "height": 740}


async def test_buttons_are_dragged_to_their_places(open_panel: OpenPanel, admin: Admin) -> None:
    keyboard_id = await a_keyboard(admin, "dragged", [["Tea", "Coffee"], ["Cake"]])
    before = (await admin.http.get(f"keyboards/{keyboard_id}")).json()["layout"]
    page = await open_panel("editor", f"/keyboards/{keyboard_id}")
    await drag(page, key(page, "Cake"), key(page, "Tea"))
    await expect(keys(page)).to_have_text(["Cake", "Tea", "Coffee"])
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_text("Not saved yet")).to_have_count(0)

    (tea, coffee), (cake,) = before
    saved = (await admin.http.get(f"keyboards/{keyboard_id}")).json()
    assert saved["layout"] == [[cake, tea, coffee]]
    assert await serious_findings(page) == []
    await shot(page, "keyboard")


async def test_a_keyboard_is_built_without_a_mouse(open_panel: OpenPanel, admin: Admin) -> None:
    page = await open_panel("editor", "/keyboards/new")
    await page.get_by_role("textbox", name="Name").focus()
    await page.keyboard.type("menu by keys")
    for label in ("Left", "Right"):
        await page.get_by_role("button", name="Add a row").focus()
        await page.keyboard.press("Enter")
        await page.get_by_role("button", name="New button").focus()
        await page.keyboard.press("Enter")
        await page.get_by_role("textbox", name="Label").focus()
        await page.keyboard.type(label)
        await page.get_by_role("textbox", name="Data").focus()
        await page.keyboard.type(f"keys:{label}")
    await key(page, "Right").focus()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Alt+ArrowUp")
    await expect(page.get_by_text("Right: row 1, place 1")).to_be_attached()
    await page.keyboard.press("Alt+ArrowRight")
    await expect(page.get_by_text("Right: row 1, place 2")).to_be_attached()
    await expect(key(page, "Right")).to_be_focused()
    await page.keyboard.press("Control+s")
    await expect(page.get_by_role("heading", name="menu by keys", level=1)).to_be_visible()

    keyboard_id = int(page.url.rsplit("/", 1)[1])
    saved = (await admin.http.get(f"keyboards/{keyboard_id}")).json()
    ids = saved["layout"][0]
    labels = [(await admin.http.get(f"buttons/{one}")).json()["label"] for one in ids]
    assert labels == ["Left", "Right"]
    await admin.delete("keyboards", keyboard_id)
    for one in ids:
        await admin.delete("buttons", one)


async def with_a_new_button(open_panel: OpenPanel, name: str, data: str) -> Page:
    """A new keyboard, not saved yet, with a new button."""
    page = await open_panel("editor", "/keyboards/new")
    await page.get_by_role("textbox", name="Name").fill(name)
    await page.get_by_role("button", name="Add a row").click()
    await page.get_by_role("button", name="New button").click()
    await page.get_by_role("textbox", name="Label").fill("Only one of me")
    await page.get_by_role("textbox", name="Data").fill(data)
    return page


async def made_once(page: Page, admin: Admin, data: str) -> None:
    """And both are gone again."""
    found = (await admin.http.get("buttons", params={"q": data})).json()["items"]
    assert len(found) == 1
    await admin.delete("keyboards", int(page.url.rsplit("/", 1)[1]))
    await admin.delete("buttons", found[0]["id"])


async def test_new_buttons_are_made_once_where_the_answer_is_lost(
    open_panel: OpenPanel, admin: Admin, complaints: list[str]
) -> None:
    page = await with_a_new_button(open_panel, "answered late", "only:answered")

    async def lose(route: Route) -> None:
        await route.fetch()
        await route.abort()

    await page.route("**/api/v1/buttons/bulk", lose)
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("alert").first).to_be_visible()
    await page.unroute("**/api/v1/buttons/bulk")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("heading", name="answered late", level=1)).to_be_visible()
    await made_once(page, admin, "only:answered")
    complaints.clear()


async def test_new_buttons_are_made_once_where_the_keyboard_is_refused_at_first(
    open_panel: OpenPanel, admin: Admin, complaints: list[str]
) -> None:
    page = await with_a_new_button(open_panel, "made once", "only:one")

    async def refuse(route: Route) -> None:
        error = {"field": "layout[0][0]", "rule": "unique", "detail": "is there twice"}
        body = {"code": "invalid", "status": 422, "errors": [error], "conflicts": []}
        await route.fulfill(status=422, json=body)

    await page.route("**/api/v1/keyboards", refuse)
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_text("Row 1, button 1:")).to_be_visible()
    await expect(key(page, "Only one of me")).to_have_attribute("aria-invalid", "true")
    await page.unroute("**/api/v1/keyboards")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("heading", name="made once", level=1)).to_be_visible()

    await made_once(page, admin, "only:one")
    complaints.clear()


async def test_the_builder_fits_a_phone_in_russian(open_panel: OpenPanel, admin: Admin) -> None:
    rows = [["Чай", "Кофе", "Какао"], ["Очень длинная надпись на кнопке"]]
    keyboard_id = await a_keyboard(admin, "меню", rows)
    page = await open_panel(
        "editor",
        f"/keyboards/{keyboard_id}",
        locale="ru-RU",
        viewport=NARROW,
        color_scheme="dark",
    )
    await key(page, "Кофе").click()
    await page.get_by_role("button", name="В новый ряд ниже").click()
    await expect(keys(page)).to_have_text(["Чай", "Какао", "Кофе", rows[1][0]])
    assert await sideways(page) == 0
    assert await serious_findings(page) == []
    await shot(page, "keyboard-ru-dark-360")


async def test_the_list_draws_keyboards_and_says_where_they_stand(
    open_panel: OpenPanel, admin: Admin
) -> None:
    keyboard_id = await a_keyboard(admin, "drawn", [["Sun", "Moon"], ["Star"]])
    fields = {"pattern": "/sky", "message": "Sky", "title": "The sky", "keyboard_id": keyboard_id}
    await admin.create("handlers", **fields)
    page = await open_panel("editor", "/keyboards?q=drawn")
    row = page.get_by_role("row").filter(has_text="drawn")
    await expect(row.get_by_text("Moon")).to_be_visible()
    await expect(row.get_by_role("link", name="The sky")).to_be_visible()
    assert await serious_findings(page) == []
    await shot(page, "keyboards")


async def a_keyboard(admin: Admin, name: str, labels: list[list[str]]) -> int:
    layout = [
        [await admin.create("buttons", label=one, data=f"{name}:{one}"[:32]) for one in row]
        for row in labels
    ]
    return await admin.create("keyboards", name=name, layout=layout)


def keys(page: Page) -> Locator:
    return page.locator("[data-key]")


def key(page: Page, label: str) -> Locator:
    return keys(page).filter(has_text=label)


async def drag(page: Page, what: Locator, to: Locator) -> None:
    # What loads above them would move them away.
    await page.wait_for_load_state("networkidle")
    await page.mouse.move(*await middle(what))
    await page.mouse.down()
    await page.mouse.move(*await middle(to), steps=12)
    # Rows make room while one drags, so it may lie a little further on now.
    await page.mouse.move(*await middle(to), steps=3)
    await expect(to).to_have_attribute("data-over", "true")
    await page.mouse.up()


async def middle(what: Locator) -> tuple[float, float]:
    box = await what.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


async def sideways(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
