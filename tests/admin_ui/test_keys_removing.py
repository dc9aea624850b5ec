"""Where the focus is after what it was on is removed: on what came in its place, never nowhere."""

from typing import Any

import asyncpg
import pytest
from playwright.async_api import Locator, Page, expect
from support.accounts import PASSWORD, add_account
from support.system import Admin

from .axe import serious_findings
from .conftest import OpenPanel
from .keys import log_in, press, reach

LANGUAGES = [{"type": "language", "among": [one]} for one in ("en", "ru", "de")]
NOTE = [{"type": "toast", "text": "Hi"}]
STEPS: list[dict[str, Any]] = [
    {
        "type": "when",
        "match": "any",
        "conditions": LANGUAGES,
        "then": [{"type": "typing"}, {"type": "delete"}],
    },
    {"type": "random", "choices": [{"steps": []}, {"steps": []}, {"steps": []}]},
    {"type": "request", "url": "https://example.org", "save": {"one": "a", "two": "b"}},
    {"type": "delete"},
]


async def test_a_step_a_condition_a_choice_and_a_pair(open_panel: OpenPanel, admin: Admin) -> None:
    callback = await admin.create("callbacks", callback_data="removing:keys", action=STEPS)
    page = await open_panel("editor", f"/callbacks/{callback}")

    await press(page, unfolding(page, "If"))
    conditions = page.get_by_role("group", name="Conditions")
    removals = conditions.get_by_role("button", name="Remove: ")
    await removed(page, removals.nth(1), removals.nth(1))
    # Where one is left it can't be removed.
    await removed(page, removals.nth(1), conditions.get_by_label("What is looked at"))
    then = page.get_by_role("region", name="Then")
    removals = then.get_by_role("button", name="Remove: ")
    await removed(page, removals.nth(0), removals.nth(0))
    await removed(page, removals.nth(0), then.get_by_role("button", name="Add a step"))
    await reach(page, unfolding(page, "If"), "Shift+Tab")
    await page.keyboard.press("Enter")

    await press(page, unfolding(page, "Choose at random"))
    choices = page.get_by_role("button", name="Remove: Choice ")
    await removed(page, choices.nth(2), page.get_by_role("textbox", name="Weight").nth(1))
    await reach(page, unfolding(page, "Choose at random"), "Shift+Tab")
    await page.keyboard.press("Enter")

    await press(page, unfolding(page, "Ask another server"))
    pairs = page.get_by_role("group", name="What to remember of the answer")
    removals = pairs.get_by_role("button", name="Remove: ")
    await removed(page, removals.nth(1), removals.nth(0))
    await removed(page, removals.nth(0), pairs.get_by_role("button", name="Add"))
    await reach(page, unfolding(page, "Ask another server"), "Shift+Tab")
    await page.keyboard.press("Enter")

    steps = page.get_by_role("button", name="Remove: ")
    await expect(steps).to_have_count(4)
    await removed(page, steps.nth(1), steps.nth(1))
    await removed(page, steps.nth(2), steps.nth(1))
    await removed(page, steps.nth(1), steps.nth(0))
    await removed(page, steps.nth(0), page.get_by_role("button", name="Add a step"))
    await page.keyboard.press("Enter")
    await reach(page, page.get_by_role("combobox", name="Find a step"))
    await page.keyboard.type("no such step")
    await expect(page.get_by_role("listbox")).to_have_text("No such step")
    assert await serious_findings(page) == []


async def test_a_medium_and_a_button_of_a_keyboard(open_panel: OpenPanel, admin: Admin) -> None:
    buttons = [await admin.create("buttons", label=one, data=f"gone:{one}") for one in "abcd"]
    layout = [buttons[:2], buttons[2:3], buttons[3:]]
    keyboard = await admin.create("keyboards", name="removing keys", layout=layout)
    media = [{"type": "photo", "source": f"AgACAgIAAxkBAAIBZ2c4{one}"} for one in "123"]
    handler = await admin.create("handlers", pattern="/removing", message="M", media=media)
    page = await open_panel("editor", f"/handlers/{handler}")
    removals = page.get_by_role("button", name="Remove: Photo")
    await removed(page, removals.nth(0), removals.nth(0))
    await removed(page, removals.nth(1), removals.nth(0))
    await removed(page, removals.nth(0), page.get_by_role("button", name="Add", exact=True))

    await press(page, page.get_by_role("button", name="Who writes"))
    person = page.get_by_role("dialog")
    name = person.get_by_role("textbox", name="Variable", exact=True)
    await reach(page, name)
    for one in ("city", "plan"):
        await page.keyboard.type(one)
        await page.keyboard.press("Enter")
    removals = person.get_by_role("button", name="Remove: ")
    await removed(page, removals.nth(0), removals.nth(0))
    await removed(page, removals.nth(0), name)
    await page.keyboard.press("Escape")

    page = await open_panel("editor", f"/keyboards/{keyboard}")
    await press(page, page.locator("[data-key]").nth(1))
    take_off = page.get_by_role("button", name="Take off the keyboard")
    await press(page, take_off)
    for left in ("a", "c", "d"):
        await expect(page.get_by_role("heading", name=f"Button “{left}”")).to_be_visible()
        await expect(take_off).to_be_focused()
        await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="Add a row")).to_be_focused()


async def test_rows_of_a_list_a_draft_and_what_an_owner_takes_back(
    open_panel: OpenPanel, admin: Admin
) -> None:
    for one in "ab":
        await admin.create("callbacks", callback_data=f"gone:list:{one}", action=NOTE)
        await admin.http.post("drafts", json={"name": f"Gone {one}"})
        await admin.http.post("tokens", json={"name": f"Gone {one}", "role": "viewer"})
    page = await open_panel("owner", "/callbacks?q=gone:list")
    await press(page, page.get_by_role("checkbox", name="Choose gone:list:a"), "Space")
    delete = page.get_by_role("region", name="Chosen").get_by_role("button", name="Delete")
    choose_all = page.get_by_role("checkbox", name="Choose all")
    await removed(page, delete, choose_all)
    await page.keyboard.press("Space")
    await removed(page, delete, page.get_by_role("searchbox", name="Search"))

    await page.goto("/drafts")
    cards = [page.get_by_role("region", name=f"Gone {one}") for one in "ab"]
    for card in cards:
        await press(page, card.get_by_role("button", name="What it changes"))
        drop = card.get_by_role("button", name="Drop it")
        await press(page, drop)
        await page.keyboard.press("Enter")  # It stands on "Cancel".
        await expect(drop).to_be_focused()
        await page.keyboard.press("Enter")
        await reach(page, drop, "Shift+Tab")
        await page.keyboard.press("Enter")
        await expect(card).to_have_count(0)
        await expect(page.locator("body")).not_to_be_focused()

    await page.goto("/settings?tab=tokens")
    card = page.get_by_role("region", name="Gone a")
    await press(page, card.get_by_role("button", name="Revoke"))
    await reach(page, card.get_by_role("button", name="Revoke"), "Shift+Tab")
    await page.keyboard.press("Enter")
    await expect(card).to_have_count(0)
    await expect(page.locator("main :focus")).to_have_attribute("data-removes", "true")


@pytest.mark.parametrize(
    ("tab", "path", "body"),
    [
        ("accounts", "accounts", {"role": "viewer", "password": PASSWORD}),
        ("webhooks", "webhooks", {"url": "https://example.invalid/hook"}),
    ],
)
async def test_accounts_and_webhooks(
    open_panel: OpenPanel, admin: Admin, tab: str, path: str, body: dict[str, Any]
) -> None:
    names = [f"Gone {tab} {one}" for one in "ab"]
    for number, name in enumerate(names):
        email = {"email": f"gone{number}@example.com"} if tab == "accounts" else {}
        (await admin.http.post(path, json={"name": name, **body, **email})).raise_for_status()
    page = await open_panel("owner", f"/settings?tab={tab}")
    first, second = (page.get_by_role("button", name=f"Delete: {name}") for name in names)
    for name, deletes in zip(names, (first, second), strict=True):
        card = page.get_by_role("region", name=name)
        await reach(page, deletes)
        await page.keyboard.press("Enter")
        await reach(page, card.get_by_role("button", name="Delete", exact=True), "Shift+Tab")
        await page.keyboard.press("Enter")
        await expect(card).to_have_count(0)
        if deletes is first:
            await expect(second).to_be_focused()
    await expect(page.locator("main :focus")).to_have_count(1)


async def test_sessions(open_panel: OpenPanel, database: asyncpg.Connection) -> None:
    email = "gone-sessions@example.com"
    await add_account(database, "viewer", email)
    for place in ("Gone one", "Gone two"):
        await log_in(await open_panel(None, user_agent=place), email)
    page = await open_panel(None, "/settings?tab=me")
    await log_in(page, email)
    ends = page.get_by_role("button", name="End the session of")
    await reach(page, ends.first)
    await page.keyboard.press("Enter")
    await expect(ends).to_have_count(1)
    await expect(ends).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(ends).to_have_count(0)
    await expect(page.get_by_role("region", name="Where I am logged in")).to_be_focused()


async def test_steps_of_a_funnel(open_panel: OpenPanel) -> None:
    steps = "&".join(f"step=event:{event}" for event in ("start", "message", "command"))
    page = await open_panel("viewer", f"/statistics/funnel?{steps}")
    step = page.get_by_role("combobox", name="Step 1")
    await expect(step).to_have_value("Start")
    remove = page.get_by_role("button", name="Remove step 1")
    await reach(page, remove)
    await page.keyboard.press("Enter")
    await expect(step).to_have_value("Message")
    await expect(remove).to_be_focused()


def unfolding(page: Page, step: str) -> Locator:
    return page.locator("button[aria-expanded]", has_text=step).first


async def removed(page: Page, control: Locator, focused_then: Locator, key: str = "Enter") -> None:
    await press(page, control, key)
    await expect(focused_then).to_be_focused()
