"""A handler's text, media and "Try it", and the list of handlers, without a mouse."""

import re

from playwright.async_api import expect
from support.system import Admin

from .conftest import OpenPanel
from .keys import choose, from_menu, pick, press, reach, write

FILE_ID = "AgACAgIAAxkBAAIBZ2c4"

TRIGGERS = (
    ("A command", "Command", "keys", "/keys"),
    ("A command", "Only with the word", "promo", "/keys promo"),
    ("Exactly this text", "Text", "2 * 2", r"2 \* 2"),
    ("A text like this", "Text, * is anything", "*price*", "*price*"),
    ("A regular expression", "Regular expression", "^a+$", "re:^a+$"),
    ("A message with…", "Which", "a voice message", ":voice"),
    ("Anything else", "", "", "*"),
    ("An event", "Which", "somebody asks to join", ":join_request"),
)
"""The kind, the field to fill in, what is typed or picked, and the pattern."""


async def test_a_text_is_formatted_by_the_toolbar_and_by_shortcuts(
    open_panel: OpenPanel, admin: Admin
) -> None:
    handler = await admin.create("handlers", pattern="/keys_text", message="old")
    page = await open_panel("editor", f"/handlers/{handler}")
    text = page.get_by_role("textbox", name="Text", exact=True)
    await write(page, text, "plain")
    await page.keyboard.press("Control+a")
    await page.keyboard.press("Control+b")
    bold = page.get_by_role("button", name="Bold", exact=True)
    await expect(bold).to_have_attribute("aria-pressed", "true")
    # Back to the toolbar, which stands before the text.
    await reach(page, page.get_by_role("button", name="Italic"), "Shift+Tab")
    await page.keyboard.press("Enter")
    await reach(page, text)
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("Control+b")
    await page.keyboard.press("Control+i")
    await page.keyboard.type(" and ")
    menu = page.get_by_role("button", name="Insert what is filled in for each person").first
    await from_menu(page, menu, "{full_name}")
    await page.keyboard.press("Control+s")
    await expect(page.get_by_text("Not saved yet")).to_have_count(0)
    saved = (await admin.http.get(f"handlers/{handler}")).json()["message"]
    assert re.fullmatch(r"<(b|i)><(b|i)>plain</\2></\1> and \{full_name\}", saved)


async def test_a_link_is_set_changed_and_taken_away_and_an_emoji_is_put_in(
    open_panel: OpenPanel, admin: Admin
) -> None:
    handler = await admin.create("handlers", pattern="/keys_link", message="Read this")
    page = await open_panel("editor", f"/handlers/{handler}")
    text = page.get_by_role("textbox", name="Text", exact=True)
    link = page.get_by_role("button", name="Link", exact=True)
    address = page.get_by_role("textbox", name="Address", exact=True)

    async def saved() -> str:
        await page.keyboard.press("Control+s")
        await expect(page.get_by_text("Not saved yet")).to_have_count(0)
        message: str = (await admin.http.get(f"handlers/{handler}")).json()["message"]
        return message

    await reach(page, text)
    await page.keyboard.press("Control+a")
    await reach(page, link, "Shift+Tab")
    for new in ("https://example.org/a", "https://example.org/b"):
        await page.keyboard.press("Enter")
        await expect(address).to_be_focused()
        await page.keyboard.press("Control+a")
        await page.keyboard.type(new)
        await page.keyboard.press("Enter")
        await expect(text).to_be_focused()
        assert await saved() == f'<a href="{new}">Read this</a>'
        await reach(page, link, "Shift+Tab")
    await page.keyboard.press("Enter")
    await expect(address).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(link).to_be_focused()
    await page.keyboard.press("Enter")
    await press(page, page.get_by_role("button", name="Remove the link"))
    await expect(text).to_be_focused()

    await page.keyboard.press("Control+End")
    await page.keyboard.press("ArrowRight")
    emoji = page.get_by_role("button", name="Emoji")
    await reach(page, emoji, "Shift+Tab")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("textbox", name="Search emoji")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(emoji).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("textbox", name="Search emoji")).to_be_focused()
    await page.keyboard.type("robot")
    await press(page, page.get_by_role("button", name="robot bot"))
    await expect(text).to_be_focused()
    assert await saved() == "Read this🤖"


async def test_each_kind_of_trigger_gives_its_pattern(open_panel: OpenPanel, admin: Admin) -> None:
    page = await open_panel("editor", "/handlers/new")
    trigger = page.get_by_role("group", name="Answers to")
    kind = trigger.get_by_role("combobox", name="Kind")
    for name, field, typed, pattern in TRIGGERS:
        await pick(page, kind, name)
        if field == "Which":
            await pick(page, trigger.get_by_role("combobox", name=field), typed)
        elif field:
            await write(page, trigger.get_by_role("textbox", name=field), typed)
        await press(page, trigger.get_by_role("button", name="Write the pattern yourself"))
        await expect(trigger.get_by_role("textbox", name="Pattern")).to_have_value(pattern)
        await press(page, trigger.get_by_role("button", name="Choose instead"))
    await write(page, page.get_by_role("textbox", name="Text", exact=True), "Welcome")
    await page.keyboard.press("Control+s")
    await expect(page).to_have_url(re.compile(r"/handlers/\d+$"))
    made = (await admin.http.get(f"handlers/{page.url.rsplit('/', 1)[1]}")).json()
    assert made["pattern"] == ":join_request"
    await admin.delete("handlers", made["id"])


async def test_media_are_added_moved_and_removed(open_panel: OpenPanel, admin: Admin) -> None:
    handler = await admin.create("handlers", pattern="/keys_media", message="Look")
    page = await open_panel("editor", f"/handlers/{handler}")
    for number in (1, 2, 3):
        await from_menu(page, page.get_by_role("button", name="Add", exact=True), "Photo")
        item = page.get_by_role("region", name=f"{number}", exact=True)
        source = item.get_by_role("textbox", name="Address or file_id")
        await write(page, source, f"{FILE_ID}{number}")
    await press(page, page.get_by_role("button", name="Move up: Photo 3"))
    await press(page, page.get_by_role("button", name="Remove: Photo 1"))
    await page.keyboard.press("Control+s")
    await expect(page.get_by_text("Not saved yet")).to_have_count(0)
    media = (await admin.http.get(f"handlers/{handler}")).json()["media"]
    assert [one["source"][-1] for one in media] == ["3", "2"]


async def test_the_bot_is_tried(open_panel: OpenPanel, admin: Admin) -> None:
    button = await admin.create("buttons", label="More", data="keys_more")
    keyboard = await admin.create("keyboards", name="keys more", layout=[[button]])
    note = [{"type": "toast", "text": "So be it"}]
    await admin.create("callbacks", callback_data="keys_more", action=note)
    handler = await admin.create(
        "handlers", pattern="/keys_try", message="Tried", keyboard_id=keyboard
    )
    page = await open_panel("editor", f"/handlers/{handler}")
    await write(page, page.get_by_role("textbox", name="Write to the bot"), "/keys_try")
    await page.keyboard.press("Enter")
    chat = page.get_by_role("log", name="Conversation")
    await expect(chat.get_by_text("Tried", exact=True)).to_be_visible()
    await press(page, chat.get_by_role("button", name="More"))
    await expect(chat.get_by_text("Toast: So be it")).to_be_visible()
    await press(page, chat.locator("summary, button").filter(has_text="Why?").first)
    await expect(chat.get_by_text("Handler /keys_try", exact=True).first).to_be_visible()
    await press(page, page.get_by_role("button", name="Who writes"))
    await write(page, page.get_by_role("textbox", name="First name"), "Zoe")
    await page.keyboard.press("Escape")
    await from_menu(page, page.get_by_role("button", name="Send something else"), "a photo")
    await expect(chat.get_by_text("Why?")).to_have_count(3)
    await press(page, page.get_by_role("button", name="Begin anew"))
    await expect(chat.get_by_text("Why?")).to_have_count(0)


async def test_a_list_is_searched_filtered_sorted_and_changed_at_once(
    open_panel: OpenPanel, admin: Admin
) -> None:
    ids = [await admin.create("handlers", pattern=f"/keylist{one}", message="M") for one in "abc"]
    page = await open_panel("editor", "/handlers")
    await write(page, page.get_by_role("searchbox", name="Search"), "keylist")
    links = page.get_by_role("main").get_by_role("link").filter(has_text="/keylist")
    await expect(links).to_have_count(3)
    for direction in ("ascending", "descending"):
        await press(page, page.get_by_role("button", name="Handler", exact=True))
        head = page.get_by_role("columnheader", name="Handler")
        await expect(head).to_have_attribute("aria-sort", direction)

    await press(page, page.get_by_role("checkbox", name="Choose all"), "Space")
    chosen = page.get_by_role("region", name="Chosen")
    await expect(chosen).to_contain_text("3 chosen")
    await press(page, page.get_by_role("checkbox", name="Choose /keylista"), "Space")
    await press(page, chosen.get_by_role("button", name="Disable"))
    await choose(page, page.get_by_role("radio", name="Disabled"))
    await expect(links).to_have_count(2)
    states = [(await admin.http.get(f"handlers/{one}")).json()["enabled"] for one in ids]
    assert states == [True, False, False]
