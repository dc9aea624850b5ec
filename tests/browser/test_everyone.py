"""The web chat is for everyone: in both languages, on a narrow screen, without a mouse."""

from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.async_api import expect
from support.system import Admin, System

from .conftest import OpenChat, Published
from .web_chat import WebChat

pytestmark = [
    pytest.mark.xdist_group("browser"),
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.timeout(300),  # the first test may have to install Chromium
]

SCREENSHOTS = Path(__file__).parents[2] / "test-output"
NARROW = {"width": 360, "height": 740}


class Words(NamedTuple):
    locale: str
    start: str
    message: str
    close: str
    edited: str


WORDS = [
    Words("en-US", "START", "Message", "Close", "edited"),
    Words("ru-RU", "СТАРТ", "Сообщение", "Закрыть", "изменено"),
]
by_language = pytest.mark.parametrize("words", WORDS, ids=lambda words: words.locale)


async def build_everything(admin: Admin, system: System) -> None:
    """An answer to /start whose every part is as long as parts come."""
    word = "Schifffahrtsgesellschaft" * 6
    photo_url = f"{system.url('simulator')}/static/photos/coffee.jpg"
    many = [await admin.create("buttons", label=f"{n} €", data=f"pay{n}") for n in range(8)]
    wide = await admin.create("buttons", label="Подробное описание заказа " * 2, data="more")
    link = await admin.create("buttons", label=word[:60], kind="url", url="https://example.org/")
    inline = await admin.create("keyboards", name="inline", layout=[many, [wide], [link, wide]])
    keys = [
        await admin.create("buttons", label=f"Ответ {word[:30]} {n}", kind="text") for n in "ab"
    ]
    reply = await admin.create("keyboards", name="reply", kind="reply", layout=[keys, keys[:1]])
    text = f"<b>{word}</b>\n<pre>{word} {word}</pre>\n<blockquote>{word}</blockquote>"
    await admin.create(
        "handlers",
        pattern="/start",
        message=f"https://example.org/{word} {text}",
        keyboard_id=inline,
    )
    photo = await admin.create(
        "handlers", pattern="/photo", message=word, photo_url=photo_url, keyboard_id=reply
    )
    await admin.create(
        "callbacks", callback_data="more", handler_id=photo, action=[{"type": "reply"}]
    )
    await admin.create("callbacks", callback_data="pay0", action=[{"type": "toast", "text": word}])
    await admin.create("callbacks", callback_data="pay1", action=[{"type": "alert", "text": word}])


@by_language
async def test_the_chat_speaks_the_language_of_the_browser(
    open_chat: OpenChat, admin: Admin, published: Published, words: Words
) -> None:
    button = await admin.create("buttons", label="☕", data="coffee")
    keyboard = await admin.create("keyboards", name="menu", layout=[[button]])
    await admin.create("handlers", pattern="/start", message="…", keyboard_id=keyboard)
    served = await admin.create("handlers", pattern="/served", message="☕")
    await admin.create(
        "callbacks", callback_data="coffee", handler_id=served, action=[{"type": "edit"}]
    )
    await published()
    chat = await open_chat(locale=words.locale)

    await expect(chat.page.locator("html")).to_have_attribute("lang", words.locale[:2])
    await expect(chat.action).to_have_text(words.start)
    await chat.start()
    await expect(chat.text).to_have_attribute("placeholder", words.message)
    await chat.key("☕").click()
    await expect(chat.answers.last).to_contain_text(words.edited)
    await chat.page.locator("#person").click()
    await expect(chat.page.get_by_role("button", name=words.close)).to_be_visible()
    assert "undefined" not in await chat.page.locator("body").inner_text()


@by_language
async def test_nothing_is_wider_than_a_narrow_screen(
    open_chat: OpenChat, system: System, admin: Admin, published: Published, words: Words
) -> None:
    await build_everything(admin, system)
    await published()
    chat = await open_chat(locale=words.locale, viewport=NARROW, has_touch=True, is_mobile=True)
    assert await chat.too_wide() == []

    await chat.start()
    await chat.key("0 €").click()
    await expect(chat.toasts).to_be_visible()
    assert await chat.too_wide() == []
    await chat.key("1 €").click()
    await expect(chat.alert).to_be_visible()
    assert await chat.too_wide() == []
    await chat.alert.get_by_role("button").click()

    await chat.key("Подробное").click()
    await expect(chat.answers.last.locator("img")).to_be_visible()
    await expect(chat.page.locator("#keyboard")).to_be_visible()
    await chat.say("Donaudampfschifffahrt" * 20)
    await expect(chat.own.last.locator("time")).to_be_in_viewport()
    assert await chat.too_wide() == []
    await chat.page.locator("#person").click()
    await expect(chat.page.locator("#people")).to_be_visible()
    assert await chat.too_wide() == []

    await chat.page.keyboard.press("Escape")
    SCREENSHOTS.mkdir(exist_ok=True)
    await chat.page.screenshot(path=SCREENSHOTS / f"web-chat-narrow-{words.locale}.png")


@by_language
async def test_a_screenshot_shows_a_conversation(
    open_chat: OpenChat, system: System, admin: Admin, published: Published, words: Words
) -> None:
    photo_url = f"{system.url('simulator')}/static/photos/coffee.jpg"
    order = await admin.create("buttons", label="☕ 3.20", data="order")
    site = await admin.create("buttons", label="Botloom", kind="url", url="https://example.org/")
    keyboard = await admin.create("keyboards", name="menu", layout=[[order, site]])
    await admin.create(
        "handlers",
        pattern="/start",
        message="<b>Cappuccino</b>, {first_name}?",
        photo_url=photo_url,
        keyboard_id=keyboard,
    )
    await published()
    chat = await open_chat(locale=words.locale, viewport={"width": 480, "height": 800})

    answer = await chat.start()
    await expect(answer.locator("img")).to_have_js_property("complete", True)

    SCREENSHOTS.mkdir(exist_ok=True)
    picture = await chat.page.screenshot(path=SCREENSHOTS / f"web-chat-{words.locale}.png")
    assert picture.startswith(b"\x89PNG")


async def test_everything_works_with_the_keyboard_alone(
    chat: WebChat, admin: Admin, published: Published
) -> None:
    next_button = await admin.create("buttons", label="Next", data="next")
    rules = await admin.create("buttons", label="Rules", data="rules")
    first = await admin.create("keyboards", name="first", layout=[[next_button]])
    second = await admin.create("keyboards", name="second", layout=[[rules]])
    yes = await admin.create("buttons", label="Yes", kind="text")
    reply = await admin.create("keyboards", name="reply", kind="reply", layout=[[yes]])
    await admin.create("handlers", pattern="/start", message="One", keyboard_id=first)
    two = await admin.create("handlers", pattern="/two", message="Two", keyboard_id=second)
    await admin.create("handlers", pattern="ask me", message="Well?", keyboard_id=reply)
    no = await admin.create("buttons", label="No", kind="text")
    other = await admin.create("keyboards", name="other", kind="reply", layout=[[no]])
    await admin.create("handlers", pattern="yes", message="Done", keyboard_id=other)
    await admin.create("callbacks", callback_data="next", handler_id=two, action=[{"type": "edit"}])
    await admin.create(
        "callbacks", callback_data="rules", action=[{"type": "alert", "text": "No smoking"}]
    )
    await published()
    keyboard = chat.page.keyboard

    await chat.tab_to(chat.action)
    await keyboard.press("Enter")
    await expect(chat.answers).to_contain_text("One")
    await expect(chat.text).to_be_focused()

    await chat.tab_to(chat.key("Next"), "Shift+Tab")
    await keyboard.press("Enter")
    await expect(chat.answers).to_contain_text("Two")
    await expect(chat.key("Rules")).to_be_focused()
    await keyboard.press("Space")
    await expect(chat.alert).to_contain_text("No smoking")
    await keyboard.press("Enter")
    await expect(chat.alert).to_be_hidden()
    await expect(chat.key("Rules")).to_be_focused()

    await chat.tab_to(chat.text)
    await keyboard.type("Ask me")
    await keyboard.press("Enter")
    await expect(chat.answers.last).to_contain_text("Well?")
    await chat.tab_to(chat.reply_key("Yes"))
    await keyboard.press("Enter")
    await expect(chat.reply_key("No")).to_be_visible()
    await expect(chat.text).to_be_focused()

    person = chat.page.locator("#person")
    await chat.tab_to(person, "Shift+Tab")
    await keyboard.press("Enter")
    await expect(chat.page.locator("#people")).to_be_visible()
    await chat.tab_to(chat.page.get_by_label("First name"))
    await keyboard.press("ControlOrMeta+A")
    await keyboard.type("Zoë")
    await keyboard.press("Enter")
    await expect(chat.page.locator("#people")).to_be_hidden()
    await expect(person).to_contain_text("Zoë")
    await expect(person).to_be_focused()
