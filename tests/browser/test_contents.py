"""The web chat shows every kind of content and of button, and sends each."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import (
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    ReplyKeyboardMarkup,
)
from playwright.async_api import expect
from support.system import BOT_TOKEN, System

from .conftest import OpenChat
from .web_chat import WebChat

pytestmark = [
    pytest.mark.xdist_group("browser"),
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.timeout(300),  # the first test may have to install Chromium
]

SCREENSHOTS = Path(__file__).parents[2] / "test-output"

ATTACHED = {
    "Photo": "photo", "Video": "video", "GIF": "animation", "Document": "document",
    "Audio": "audio", "Voice message": "voice", "Video message": "video_note",
    "Sticker": "sticker", "Contact": "contact", "Location": "location", "Place": "venue",
    "Poll": "poll", "Dice": "dice",
}  # fmt: skip


@pytest_asyncio.fixture(loop_scope="session")
async def bot(system: System) -> AsyncIterator[Bot]:
    """Calls as the bot, beside its gateway."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(system.url("simulator")))
    async with Bot(BOT_TOKEN, session=session) as bot:
        yield bot


async def person_of(chat: WebChat) -> int:
    """Who writes in this tab, after their first message."""
    await chat.action.click()
    await expect(chat.own).to_have_count(1)
    found: int = await chat.page.evaluate(
        "JSON.parse(localStorage.getItem('botloom-people')).current"
    )
    return int(found)


async def screenshot(chat: WebChat, name: str) -> None:
    SCREENSHOTS.mkdir(exist_ok=True)
    await chat.page.screenshot(path=SCREENSHOTS / f"{name}.png")


async def attach(chat: WebChat, name: str) -> None:
    await chat.page.get_by_role("button", name="Attach").click()
    await chat.page.locator("#attach").get_by_role("button", name=name, exact=True).click()


async def test_a_person_attaches_every_kind_and_sees_it(open_chat: OpenChat) -> None:
    chat = await open_chat(viewport={"width": 360, "height": 1900})
    await person_of(chat)
    for name, kind in ATTACHED.items():
        await attach(chat, name)
        await expect(chat.own.last.locator(f"[data-kind={kind}]")).to_be_visible()
    await expect(chat.own).to_have_count(1 + len(ATTACHED))

    for kind in ("video", "animation", "video_note"):
        film = chat.own.locator(f"[data-kind={kind}] video")
        await expect(film).to_have_js_property("videoWidth", 160)
    for kind in ("photo", "sticker"):
        picture = chat.own.locator(f"[data-kind={kind}] img")
        await expect(picture).to_have_js_property("naturalWidth", 320)
    await expect(chat.own.locator("[data-kind=audio] audio")).to_be_visible()
    await expect(chat.own.locator("[data-kind=document]")).to_contain_text("document.txt")
    await expect(chat.own.locator("[data-kind=location]")).to_contain_text("55.7539,37.6208")
    await expect(chat.own.locator("[data-kind=venue]")).to_contain_text("1 Example Street")
    await expect(chat.own.locator("[data-kind=poll] li")).to_have_text(["Tea", "Coffee"])

    assert await chat.too_wide() == []
    await screenshot(chat, "web-chat-every-kind")


async def test_a_file_of_the_persons_own_goes_with_the_written_caption(chat: WebChat) -> None:
    await person_of(chat)
    await chat.text.fill("My notes")
    file = {"name": "notes.txt", "mimeType": "text/plain", "buffer": b"notes"}
    await chat.page.locator("#file").set_input_files([file])  # type: ignore[list-item] # a TypedDict, by its keys

    await expect(chat.own.last.locator("[data-kind=document]")).to_contain_text("notes.txt")
    await expect(chat.own.last).to_contain_text("My notes")
    await expect(chat.text).to_have_value("")


async def test_a_contact_button_sends_the_persons_number(chat: WebChat, bot: Bot) -> None:
    person = await person_of(chat)
    keys = [KeyboardButton(text="My number", request_contact=True, style="success")]
    await bot.send_message(person, "Who?", reply_markup=ReplyKeyboardMarkup(keyboard=[keys]))

    await expect(chat.reply_key("My number")).to_have_class("key contact style-success")
    await chat.reply_key("My number").click()

    await expect(chat.own.last.locator("[data-kind=contact]")).to_contain_text("1555")


async def test_buttons_show_what_they_do(chat: WebChat, bot: Bot) -> None:
    await chat.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    person = await person_of(chat)
    buttons = [
        [{"text": "Code", "copy_text": {"text": "42"}, "style": "primary"}],
        [{"text": "Shop", "web_app": {"url": "https://example.org/shop"}}],
        [{"text": "Share", "switch_inline_query": "cats"}],
        [{"text": "Here", "switch_inline_query_current_chat": "dogs"}],
    ]
    markup = InlineKeyboardMarkup.model_validate({"inline_keyboard": buttons})
    await bot.send_message(person, "Menu", reply_markup=markup)

    await expect(chat.key("Code")).to_have_class("key copy style-primary")
    await chat.key("Code").click()
    await expect(chat.toasts.last).to_have_text("Copied: 42")
    assert await chat.page.evaluate("navigator.clipboard.readText()") == "42"
    shop = chat.answers.last.get_by_role("link", name="Shop")
    await expect(shop).to_have_attribute("href", "https://example.org/shop")
    await chat.key("Share").click()
    await expect(chat.toasts.last).to_contain_text("cats")
    await chat.key("Here").click()
    await expect(chat.text).to_have_value("@botloom_simulated_bot dogs")


async def test_an_album_is_a_grid_and_a_spoiler_is_lifted(
    open_chat: OpenChat, system: System, bot: Bot
) -> None:
    chat = await open_chat(viewport={"width": 480, "height": 800})
    person = await person_of(chat)
    photo = f"{system.url('simulator')}/static/photos/coffee.jpg"
    album = [
        InputMediaPhoto(media=photo, caption="Morning"),
        InputMediaPhoto(media=photo, has_spoiler=True),
        InputMediaPhoto(media=photo),
    ]
    sent = await bot.send_media_group(person, album)  # type: ignore[arg-type] # lists do not vary
    await expect(chat.answers).to_have_count(1)
    tiles = chat.answers.locator(".tile")
    await expect(tiles).to_have_count(3)
    await expect(tiles.first).to_contain_text("Morning")

    await expect(tiles.nth(1).locator(".veiled")).to_be_visible()
    await tiles.nth(1).get_by_role("button", name="Hidden").click()
    await expect(tiles.nth(1).locator(".veiled")).to_have_count(0)
    assert await chat.too_wide() == []

    await sent[0].edit_caption(caption="Evening")
    await expect(tiles.first).to_contain_text("Evening")
    await sent[1].delete()
    await expect(tiles).to_have_count(2)

    reply = await bot.send_message(
        person, "<b>See</b>", parse_mode="HTML", reply_to_message_id=sent[0].message_id,
        protect_content=True,
    )  # fmt: skip
    await expect(chat.answers.last.locator(".quote")).to_have_text("Evening")
    assert reply.has_protected_content
    await expect(chat.answers.last.get_by_label("Protected")).to_be_visible()
    await sent[0].forward(person)
    await expect(chat.answers.last).to_contain_text("Forwarded from")

    await screenshot(chat, "web-chat-album")
