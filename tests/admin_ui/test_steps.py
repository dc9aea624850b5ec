"""The editor of steps, as the form of a callback has it."""

import re
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect
from support.system import Admin

from .axe import serious_findings
from .conftest import OpenPanel
from .holding import hold
from .shots import shot
from .test_callbacks import NARROW, sideways

ORDER: list[dict[str, Any]] = [
    {"type": "ask", "variable": "size", "question": "Which size, {first_name}?"},
    {
        "type": "when",
        "conditions": [{"type": "variable", "name": "size", "value": "XL"}],
        "then": [{"type": "toast", "text": "Sold out"}, {"type": "stop"}],
        "otherwise": [
            {
                "type": "random",
                "choices": [
                    {"steps": [{"type": "wait", "seconds": 3600}], "weight": 3},
                    {"steps": [{"type": "typing"}]},
                ],
            }
        ],
    },
    {"type": "notify", "chat": "@shop_team", "text": "Size {var.size}"},
    {
        "type": "request",
        "url": "https://api.example.org/orders",
        "method": "POST",
        "body": {"size": "{var.size}"},
        "save": {"order_id": "order.id"},
        "on_error": [{"type": "alert", "text": "Please try again later."}],
    },
]


async def test_a_question_is_put_without_reading_a_manual(
    open_panel: OpenPanel, admin: Admin
) -> None:
    page = await open_panel("editor", "/callbacks/new?data=order:form")
    await page.get_by_role("radio", name="Something else").check()
    await page.get_by_role("button", name="Remove: Replace the message").click()
    await add(page, "question")
    await page.get_by_role("textbox", name="Question").fill("Which size?")
    await page.get_by_label("The answer is").select_option("one of several choices")
    await page.get_by_role("combobox", name="Choices").press_sequentially("S\nM\n")
    await page.get_by_role("combobox", name="Remember the answer as").fill("size")
    await add(page, "operator")
    await page.get_by_role("textbox", name="Chat").fill("-1001234567890")
    await page.get_by_role("textbox", name="Text").fill("Size {var.size}")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("heading", name="order:form")).to_be_visible()
    await shot(page, "steps-made")

    callback_id = int(page.url.rsplit("/", 1)[1])
    assert await action_of(admin, callback_id) == [
        {
            "type": "ask",
            "variable": "size",
            "question": "Which size?",
            "answer": "choice",
            "choices": ["S", "M"],
        },
        {"type": "notify", "chat": -1001234567890, "text": "Size {var.size}"},
    ]
    await admin.delete("callbacks", callback_id)


async def test_all_that_the_api_has_comes_back_as_it_was(
    open_panel: OpenPanel, admin: Admin
) -> None:
    callback_id = await admin.create("callbacks", callback_data="whole", action=ORDER)
    page = await open_panel("editor", f"/callbacks/{callback_id}")
    for head in ("Ask a question", "If", "Notify", "Ask another server"):
        await card(page, head).click()
    await expect(page.get_by_text("Sold out")).to_be_visible()
    assert await serious_findings(page) == []
    await shot(page, "steps-open")
    await page.get_by_role("textbox", name="Question").fill("Which one?")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_text("Not saved yet")).to_have_count(0)
    changed = [{**ORDER[0], "question": "Which one?"}, *ORDER[1:]]
    assert await action_of(admin, callback_id) == changed
    await expect(page.get_by_role("textbox", name="Question")).to_have_value("Which one?")


async def test_steps_change_places_by_keys_alone(open_panel: OpenPanel, admin: Admin) -> None:
    callback_id = await admin.create("callbacks", callback_data="keys", action=ORDER)
    page = await open_panel("editor", f"/callbacks/{callback_id}")
    await page.get_by_role("button", name="Move up: Notify an operator").press("Enter")
    await page.get_by_role("button", name="Drag: Ask another server").focus()
    await page.keyboard.press("Space")
    await expect(page.get_by_text("Ask another server is at place 4.")).to_be_attached()
    await page.keyboard.press("ArrowUp")
    await expect(page.get_by_text("Ask another server is at place 3.")).to_be_attached()
    await page.keyboard.press("Space")
    await expect(page.get_by_text("is dropped at place 3")).to_be_attached()
    await page.keyboard.press("Control+s")
    await expect(page.get_by_text("Not saved yet")).to_have_count(0)
    saved = await action_of(admin, callback_id)
    assert [one["type"] for one in saved] == ["ask", "notify", "request", "when"]


async def test_a_step_is_dragged_to_its_place(open_panel: OpenPanel, admin: Admin) -> None:
    callback_id = await admin.create("callbacks", callback_data="dragged", action=ORDER)
    page = await open_panel("editor", f"/callbacks/{callback_id}")
    await page.get_by_role("button", name="Drag: Notify an operator").hover()
    target = await page.get_by_role("button", name="Drag: Ask a question").bounding_box()
    assert target is not None
    await page.mouse.down()
    await page.mouse.move(target["x"] + 4, target["y"], steps=8)
    await expect(page.get_by_text("Notify an operator is at place 1.")).to_be_attached()
    await page.mouse.up()
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_text("Not saved yet")).to_have_count(0)
    saved = await action_of(admin, callback_id)
    assert [one["type"] for one in saved] == ["notify", "ask", "when", "request"]


async def test_a_placeholder_stands_where_one_types(open_panel: OpenPanel, admin: Admin) -> None:
    callback_id = await admin.create("callbacks", callback_data="filled", action=ORDER[2:3])
    page = await open_panel("editor", f"/callbacks/{callback_id}")
    await card(page, "Notify").click()
    text = page.get_by_role("textbox", name="Text")
    await text.fill("Call !")
    await text.press("ArrowLeft")
    await page.get_by_role("button", name="Insert what is filled in").click()
    await page.get_by_role("menuitem", name="{full_name}").click()
    await expect(text).to_be_focused()
    await text.press_sequentially("?")
    await expect(text).to_have_value("Call {full_name}?!")


async def test_a_step_that_was_removed_comes_back(open_panel: OpenPanel, admin: Admin) -> None:
    callback_id = await admin.create("callbacks", callback_data="removed", action=ORDER)
    page = await open_panel("editor", f"/callbacks/{callback_id}")
    await page.get_by_role("button", name="Remove: If").click()
    await expect(page.get_by_role("button", name="Remove: If")).to_have_count(0)
    await page.get_by_role("button", name="Undo").click()
    await expect(page.get_by_role("button", name="Remove: If")).to_be_visible()
    await expect(page.get_by_text("Not saved yet")).to_have_count(0)


async def test_nothing_moves_when_the_page_learns_who_changed_it_last(
    open_panel: OpenPanel, admin: Admin
) -> None:
    callback_id = await admin.create("callbacks", callback_data="still", action=ORDER)
    page = await open_panel("editor")
    known = await hold(page, "**/blame")
    await page.goto(f"/callbacks/{callback_id}")
    remove = page.get_by_role("button", name="Remove: If")
    await expect(remove).to_be_visible()
    before = await remove.bounding_box()
    known.set()
    await expect(page.get_by_text("Last changed by")).to_be_visible()
    assert await remove.bounding_box() == before


async def test_what_is_wrong_within_a_step_stands_there(
    open_panel: OpenPanel, admin: Admin
) -> None:
    callback_id = await admin.create("callbacks", callback_data="wrong", action=ORDER)
    page = await open_panel("editor", f"/callbacks/{callback_id}")
    await card(page, "If").click()
    await card(page, "Show a short note").click()
    note = page.get_by_role("textbox", name="Text", exact=True)
    await note.fill("{nobody_knows}")
    await page.get_by_role("button", name="Save").click()
    await expect(note).to_have_attribute("aria-invalid", "true")
    await shot(page, "steps-wrong")
    await note.fill("Sold out")
    await card(page, "Choose at random").click()
    await card(page, "Wait").click()
    await page.get_by_role("textbox", name="How long").fill("45")
    await page.get_by_label("How long: unit").select_option("days")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("textbox", name="How long")).to_have_attribute(
        "aria-invalid", "true"
    )


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
async def test_steps_within_steps_fit_a_phone_in_russian(
    open_panel: OpenPanel, admin: Admin, color_scheme: str
) -> None:
    callback_id = await admin.create(
        "callbacks", callback_data=f"phone:{color_scheme}", action=ORDER
    )
    page = await open_panel(
        "viewer",
        f"/callbacks/{callback_id}",
        locale="ru-RU",
        viewport=NARROW,
        color_scheme=color_scheme,
    )
    await expect(page.get_by_text("Задать вопрос и запомнить ответ")).to_be_visible()
    assert await sideways(page) == 0
    assert await serious_findings(page) == []
    await shot(page, f"steps-ru-{color_scheme}-360")


async def add(page: Page, word: str) -> None:
    await page.get_by_role("button", name="Add a step").last.click()
    await page.get_by_role("combobox", name="Find a step").fill(word)
    await page.keyboard.press("Enter")


def card(page: Page, name: str) -> Locator:
    """What unfolds the first step of that name."""
    return page.get_by_role("button", name=re.compile(f"^{name}")).first


async def action_of(admin: Admin, callback_id: int) -> list[dict[str, Any]]:
    answer = await admin.http.get(f"callbacks/{callback_id}")
    found: list[dict[str, Any]] = answer.json()["action"]
    return found
