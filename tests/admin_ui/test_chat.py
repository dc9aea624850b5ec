"""Texts that are formatted without seeing markup, their preview, and a bot that is tried."""

import pytest
from playwright.async_api import expect
from support.system import Admin

from .axe import serious_findings
from .conftest import OpenPanel
from .holding import hold
from .shots import shot

NARROW = {"width": 360, "height": 740}
QUIZ = (
    "<b>Hello, {first_name|friend}!</b>\n\n<blockquote expandable>a\nb\nc\nd\ne</blockquote>\n"
    '<tg-spoiler>42</tg-spoiler> <code>&lt;b&gt;</code> <a href="https://example.org">site</a>\n'
    '<pre><code class="language-python">print(1)</code></pre>'
)


async def test_a_text_is_formatted_by_buttons_and_saved_as_markup(
    open_panel: OpenPanel, admin: Admin
) -> None:
    handler = await admin.create("handlers", pattern="/format_me", message="old")
    page = await open_panel("editor", f"/handlers/{handler}")
    text = page.locator(".ProseMirror")
    await text.click()
    await page.keyboard.press("Control+a")
    await page.keyboard.press("Delete")
    await page.keyboard.press("Control+b")
    await expect(page.get_by_role("button", name="Bold", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    await page.keyboard.type("1 < 2")
    await page.keyboard.press("Control+b")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="Insert what is filled in for each person").first.click()
    await page.get_by_role("menuitem", name="{first_name|friend}").click()
    await page.get_by_role("button", name="Emoji").click()
    await page.get_by_role("textbox", name="Search emoji").fill("gift")
    await page.get_by_role("button", name="gift present").click()
    preview = page.get_by_role("region", name="How it will look")
    await expect(preview.locator("strong")).to_have_text("1 < 2")
    await expect(preview).to_contain_text("{first_name|friend}🎁")
    await page.keyboard.press("Control+s")
    await expect(page.get_by_text("Not saved yet")).to_have_count(0)
    saved = (await admin.http.get(f"handlers/{handler}")).json()
    assert saved["message"] == "<b>1 &lt; 2</b>\n\n{first_name|friend}🎁"
    assert saved["parse_mode"] == "HTML"


async def test_what_is_hidden_opens_in_the_preview(open_panel: OpenPanel, admin: Admin) -> None:
    handler = await admin.create("handlers", pattern="/hidden", message=QUIZ)
    for scheme in ("light", "dark"):
        page = await open_panel("editor", f"/handlers/{handler}", color_scheme=scheme)
        preview = page.get_by_role("region", name="How it will look")
        await preview.get_by_role("button", name="Show what is hidden").click()
        await expect(preview.get_by_text("42")).to_be_visible()
        await preview.get_by_role("button", name="Unfold the quote").click()
        await expect(preview.get_by_role("link")).to_have_count(0)
        await shot(page, f"chat-{scheme}")
        assert await serious_findings(page) == []


async def test_markdown_opens_as_it_is_and_may_become_formatting(
    open_panel: OpenPanel, admin: Admin
) -> None:
    handler = await admin.create(
        "handlers", pattern="/marked", message="*a* \\+ _b_", parse_mode="MarkdownV2"
    )
    page = await open_panel("editor", f"/handlers/{handler}")
    await expect(page.get_by_text("This text is MarkdownV2")).to_be_visible()
    await page.get_by_role("button", name="Format by buttons").click()
    await expect(page.locator(".ProseMirror strong")).to_have_text("a")
    await page.get_by_role("button", name="Write the markup").click()
    await expect(page.get_by_text("<b>a</b> + <i>b</i>")).to_be_visible()


async def test_the_bot_is_tried_before_its_form_is_saved(
    open_panel: OpenPanel, admin: Admin
) -> None:
    button = await admin.create("buttons", label="More", data="chat_more")
    keyboard = await admin.create("keyboards", name="chat more", layout=[[button]])
    await admin.create(
        "callbacks", callback_data="chat_more", action=[{"type": "toast", "text": "So be it"}]
    )
    ask = {"type": "ask", "variable": "chat_name", "question": "Your name?"}
    action = [{"type": "reply"}, ask]
    handler = await admin.create(
        "handlers", pattern="/chat", message="old", keyboard_id=keyboard, action=action
    )
    await admin.create("handlers", pattern="re:^/chat$", message="other")
    page = await open_panel("editor", f"/handlers/{handler}")
    await page.locator(".ProseMirror").fill("New words")
    say = page.get_by_role("textbox", name="Write to the bot")
    await say.fill("/chat")
    await say.press("Enter")
    chat = page.get_by_role("log", name="Conversation")
    await expect(chat.get_by_text("New words")).to_be_visible()
    await expect(chat.get_by_text("Your name?", exact=True)).to_be_visible()
    await chat.get_by_role("button", name="More").click()
    await expect(chat.get_by_text("Toast: So be it")).to_be_visible()
    await say.fill("Ann")
    await say.press("Enter")
    await expect(chat.get_by_text("Why?")).to_have_count(3)
    await page.get_by_role("button", name="Who writes").click()
    await expect(page.get_by_role("textbox", name="chat_name")).to_have_value("Ann")
    await page.keyboard.press("Escape")
    await chat.get_by_text("Why?").first.click()
    await expect(chat.get_by_text("Handler /chat", exact=True).first).to_be_visible()
    await shot(page, "chat-tried")


async def test_what_telegram_does_itself_where_a_button_is_pressed_is_said(
    open_panel: OpenPanel, admin: Admin
) -> None:
    site = await admin.create("buttons", label="Site", kind="url", url="https://example.org/menu")
    links = await admin.create("keyboards", name="chat links", layout=[[site]])
    phone = await admin.create("buttons", label="My phone", kind="request_contact")
    wave = await admin.create("buttons", label="/wave", kind="text")
    reply = await admin.create("keyboards", name="chat reply", kind="reply", layout=[[phone, wave]])
    await admin.create("handlers", pattern="/wave", message="Hello there", keyboard_id=reply)
    handler = await admin.create("handlers", pattern="/site", message="Look", keyboard_id=links)
    page = await open_panel("viewer", f"/handlers/{handler}")
    say = page.get_by_role("textbox", name="Write to the bot")
    await say.fill("/site")
    await say.press("Enter")
    chat = page.get_by_role("log", name="Conversation")
    await chat.get_by_role("button", name="Site").click()
    opens = chat.get_by_text("Telegram opens https://example.org/menu")
    await expect(opens).to_be_visible()
    await say.fill("/wave")
    await say.press("Enter")
    await expect(opens).to_have_count(0)
    await chat.get_by_role("button", name="My phone").click()
    await expect(chat.get_by_text("give their phone number")).to_be_visible()
    await chat.get_by_role("button", name="/wave").click()
    await expect(chat.get_by_text("Hello there")).to_have_count(2)
    assert await serious_findings(page) == []


async def test_what_is_pressed_while_the_bot_thinks_is_answered_in_its_turn(
    open_panel: OpenPanel, admin: Admin
) -> None:
    again = await admin.create("buttons", label="/chat_turn", kind="text")
    reply = await admin.create("keyboards", name="chat turns", kind="reply", layout=[[again]])
    handler = await admin.create(
        "handlers",
        pattern="/chat_turn",
        message="Turn {var.chat_turns}",
        keyboard_id=reply,
        action=[{"type": "set", "variable": "chat_turns", "add": 1}, {"type": "reply"}],
    )
    page = await open_panel("viewer", f"/handlers/{handler}")
    say = page.get_by_role("textbox", name="Write to the bot")
    await say.fill("/chat_turn")
    await say.press("Enter")
    chat = page.get_by_role("log", name="Conversation")
    await expect(chat.get_by_text("Turn 1")).to_be_visible()
    released = await hold(page, "**/api/v1/explain")
    for _ in range(2):
        await chat.get_by_role("button", name="/chat_turn").click()
    await expect(chat.get_by_text("The bot is thinking")).to_have_count(2)
    released.set()
    await expect(chat.get_by_text("Turn 2")).to_be_visible()
    await expect(chat.get_by_text("Turn 3")).to_be_visible()


@pytest.mark.parametrize(
    ("status", "words"), [(500, "The server has failed"), (503, "can’t reach its database")]
)
async def test_what_could_not_be_tried_can_be_tried_again(
    open_panel: OpenPanel, admin: Admin, complaints: list[str], status: int, words: str
) -> None:
    handler = await admin.create("handlers", pattern=f"/chat_{status}", message="There you are")
    page = await open_panel("viewer", f"/handlers/{handler}", viewport=NARROW)
    code = {500: "internal", 503: "unavailable"}[status]
    await page.route(
        "**/api/v1/explain", lambda route: route.fulfill(status=status, json={"code": code})
    )
    say = page.get_by_role("textbox", name="Write to the bot")
    await say.fill(f"/chat_{status}")
    await say.press("Enter")
    chat = page.get_by_role("log", name="Conversation")
    await expect(chat.get_by_text(words)).to_be_visible()
    await expect(say).to_have_value(f"/chat_{status}")
    await page.unroute("**/api/v1/explain")
    await chat.get_by_role("button", name="Try again").click()
    await expect(chat.get_by_text("There you are")).to_be_visible()
    await expect(say).to_have_value("")
    assert await page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    assert await serious_findings(page) == []
    await shot(page, f"chat-narrow-{status}")
    complaints.clear()


async def test_the_chat_speaks_russian(open_panel: OpenPanel, admin: Admin) -> None:
    handler = await admin.create("handlers", pattern="/chat_ru", message="Привет, {first_name}!")
    page = await open_panel("owner", f"/handlers/{handler}", locale="ru-RU")
    say = page.get_by_role("textbox", name="Написать боту")
    await say.fill("/chat_ru")
    await say.press("Enter")
    chat = page.get_by_role("log", name="Переписка")
    await expect(chat.get_by_text("Привет, Анна!")).to_be_visible()
    await chat.get_by_text("Почему?").click()
    await expect(chat.get_by_text("Ответил он")).to_be_visible()
    await expect(page.get_by_role("button", name="Жирный")).to_be_visible()
