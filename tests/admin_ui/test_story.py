"""The whole way: a new admin logs in, builds a bot, tries it, changes it, and reads what it did."""

import re

import asyncpg
import pytest
from playwright.async_api import Page, expect
from support.accounts import PASSWORD
from support.eventually import eventually
from support.person import Person
from support.system import Admin

from .axe import serious_findings
from .conftest import OpenPanel
from .shots import shot
from .story import ENGLISH, RUSSIAN, Words


@pytest.mark.long
@pytest.mark.parametrize("words", [ENGLISH, RUSSIAN], ids=["en", "ru"])
async def test_a_new_admin_builds_a_menu_and_reads_its_clicks(
    open_panel: OpenPanel,
    admin: Admin,
    person: Person,
    database: asyncpg.Connection,
    words: Words,
) -> None:
    language = words.locale[:2]
    menu, prices, contacts = (f"{name}_{language}" for name in ("menu", "prices", "contacts"))
    page = await open_panel(None, "/handlers/new", locale=words.locale)
    await log_in(page, words)

    await write_handler(page, words, prices, words.prices)
    await save(page, words)
    await page.goto("/handlers/new")
    await write_handler(page, words, contacts, words.contacts)
    await save(page, words)

    await page.goto("/handlers/new")
    await write_handler(page, words, menu, words.main_menu)
    await build_keyboard(page, words, f"story {language}", {"💶": prices, "📍": contacts})
    await shot(page, f"handler-editor-{language}")
    assert await serious_findings(page) == []

    # Before it is saved nobody is answered, and it can be tried all the same.
    chat = page.get_by_role("region", name=words.try_it)
    await chat.get_by_role("textbox", name=words.write).fill(f"/{menu}")
    await chat.get_by_role("textbox", name=words.write).press("Enter")
    await expect(chat.get_by_text(words.main_menu)).to_be_visible()
    await chat.get_by_role("button", name="💶").click()
    await expect(chat.get_by_text(words.prices)).to_be_visible()
    await shot(page, f"try-it-{language}")

    await save(page, words)
    await expect(page.get_by_text(words.live)).to_be_visible()
    await person.says(f"/{menu}")
    message = await person.sees(words.main_menu)
    ((pay,), (where,)) = message["reply_markup"]["inline_keyboard"]
    await person.presses(message, pay["callback_data"])
    await person.sees(words.prices)

    handler = page.url
    await text_of(page, words).fill(words.changed)
    await save(page, words)
    await expect(page.get_by_text(words.live)).to_be_visible()
    await person.says(f"/{menu}")
    await person.sees(words.changed)

    await bring_back(page, words, menu, int(handler.rsplit("/", 1)[1]))
    await person.says(f"/{menu}")
    again = await person.sees(words.main_menu)
    await person.presses(again, where["callback_data"])
    await person.sees(words.contacts)

    await eventually(
        lambda: database.fetchval(
            "SELECT count(*) FROM statistics WHERE user_id = $1 AND event = 'button_click'",
            person.chat_id,
        ),
        lambda count: count == 2,
    )
    await page.goto("/statistics/uses")
    for label in ("💶", "📍"):
        await expect(page.get_by_role("row").filter(has_text=label).first).to_contain_text("1")
    assert await serious_findings(page) == []
    await shot(page, f"statistics-uses-{language}")
    await clear_away(admin, language)


async def log_in(page: Page, words: Words) -> None:
    await page.get_by_label(words.email).fill("editor@example.com")
    await page.get_by_label(re.compile(f"^{words.password}")).fill(PASSWORD)
    await page.get_by_role("button", name=words.log_in).click()


async def write_handler(page: Page, words: Words, command: str, text: str) -> None:
    await page.get_by_role("textbox", name=words.command).fill(command)
    await text_of(page, words).fill(text)


def text_of(page: Page, words: Words):
    return page.get_by_role("textbox", name=words.text, exact=True)


async def save(page: Page, words: Words) -> None:
    await page.get_by_role("button", name=words.save, exact=True).click()
    await expect(page.get_by_text(words.unsaved)).to_have_count(0)
    await expect(page).not_to_have_url("**/new")


async def build_keyboard(page: Page, words: Words, name: str, buttons: dict[str, str]) -> None:
    """Each button with its label shows the answer of the handler with that command."""
    await page.get_by_role("button", name=words.make_keyboard).click()
    drawer = page.get_by_role("dialog", name=words.make_keyboard)
    await drawer.get_by_role("textbox", name=words.keyboard_name).fill(name)
    for label, command in buttons.items():
        await drawer.get_by_role("button", name=words.add_row).click()
        await drawer.get_by_role("button", name=words.new_button).click()
        await drawer.get_by_role("textbox", name=words.label).fill(label)
        choice = drawer.get_by_role("combobox", name=words.shows)
        await choice.fill(command)
        await page.get_by_role("option", name=f"/{command}").click()
    await shot(page, f"keyboard-builder-{words.locale[:2]}")
    await drawer.get_by_role("button", name=words.save, exact=True).click()
    await expect(drawer).to_have_count(0)


async def bring_back(page: Page, words: Words, menu: str, handler_id: int) -> None:
    """The handler as it was before its last change."""
    await page.goto(f"/history?entity=handler&id={handler_id}")
    await page.get_by_role("button", name=menu, expanded=False).first.click()
    await shot(page, f"history-{words.locale[:2]}")
    await page.get_by_role("button", name=words.back).first.click()
    go = page.get_by_role("button", name=words.bring_back, exact=True)
    await expect(go).to_be_visible()
    assert await serious_findings(page) == []
    await go.click()
    await expect(page.get_by_text(words.live)).to_be_visible()


async def clear_away(admin: Admin, language: str) -> None:
    """What was made in the panel; what refers to others goes first."""
    for resource, field, mark in (
        ("handlers", "pattern", f"menu_{language}"),
        ("callbacks", "callback_data", "show:"),
        ("keyboards", "name", f"story {language}"),
        ("buttons", "data", "show:"),
        ("handlers", "pattern", f"_{language}"),
    ):
        found = (await admin.http.get(resource, params={"q": mark})).json()["items"]
        for one in found:
            if mark in one[field]:
                await admin.delete(resource, one["id"])
