"""A person talks to the bot in the web chat; an admin changes the bot meanwhile."""

import asyncio

import pytest
from playwright.async_api import Route, expect
from support.system import Admin, System

from .conftest import Published
from .web_chat import WebChat

pytestmark = [
    pytest.mark.xdist_group("browser"),
    pytest.mark.asyncio(loop_scope="session"),
    pytest.mark.timeout(300),  # the first test may have to install Chromium
]


async def offer(admin: Admin, label: str, data: str, **callback: object) -> int:
    """An answer to /start with one button, and what the button does. Returns the handler's id."""
    button = await admin.create("buttons", label=label, data=data)
    keyboard = await admin.create("keyboards", name=data, layout=[[button]])
    start = await admin.create(
        "handlers", pattern="/start", message="Welcome", keyboard_id=keyboard
    )
    await admin.create("callbacks", callback_data=data, **callback)
    return start


async def test_start_brings_the_answer_with_its_keyboard(
    chat: WebChat, admin: Admin, published: Published
) -> None:
    await offer(admin, "Prices", "prices", action=[{"type": "toast", "text": "100"}])
    await published()

    await expect(chat.page.locator("#empty")).to_be_visible()
    answer = await chat.start()

    await expect(chat.own).to_contain_text("/start")
    await expect(answer).to_contain_text("Welcome")
    await expect(answer.get_by_role("button", name="Prices")).to_be_visible()
    await expect(chat.page.locator("#empty")).to_be_hidden()
    await expect(chat.text).to_be_visible()


async def test_an_admins_change_is_in_the_next_answer(
    chat: WebChat, admin: Admin, published: Published
) -> None:
    start = await admin.create("handlers", pattern="/start", message="The old greeting")
    await published()
    await expect(await chat.start()).to_contain_text("The old greeting")

    await admin.change("handlers", start, message="The <b>new</b> greeting")
    await published()
    await chat.say("/start")

    await expect(chat.answers).to_have_count(2)
    await expect(chat.answers.last).to_contain_text("The new greeting")
    await expect(chat.answers.last.locator("strong")).to_have_text("new")
    await expect(chat.answers.first).to_contain_text("The old greeting")


async def test_a_button_edits_its_message_and_shows_the_photo(
    chat: WebChat, system: System, admin: Admin, published: Published
) -> None:
    menu = await admin.create(
        "handlers",
        pattern="/menu",
        message="Cappuccino, <i>3.20</i>",
        photo_url=f"{system.url('simulator')}/static/photos/coffee.jpg",
    )
    await offer(admin, "Menu", "menu", handler_id=menu, action=[{"type": "edit"}])
    await published()
    answer = await chat.start()
    message_id = await answer.get_attribute("data-message")

    await chat.key("Menu").click()

    await expect(answer).to_contain_text("Cappuccino, 3.20")
    await expect(answer).not_to_contain_text("Welcome")
    await expect(chat.answers).to_have_count(1)
    assert await answer.get_attribute("data-message") == message_id
    photo = answer.locator("img")
    await expect(photo).to_be_visible()
    await expect(photo).to_have_js_property("complete", True)
    assert await photo.evaluate("image => image.naturalWidth") > 100


async def test_a_toast_appears_when_the_bot_answers_and_the_button_turns_until_then(
    chat: WebChat, admin: Admin, published: Published
) -> None:
    await offer(admin, "Order", "order", action=[{"type": "toast", "text": "One <b>coffee</b>"}])
    await published()
    await chat.start()
    pressed, go_on = asyncio.Event(), asyncio.Event()

    async def hold(route: Route) -> None:
        pressed.set()
        await go_on.wait()
        await route.continue_()

    await chat.page.route("**/presses*", hold)
    await chat.key("Order").click()
    await pressed.wait()
    await expect(chat.key("Order")).to_have_attribute("aria-busy", "true")
    await expect(chat.toasts).to_have_count(0)

    go_on.set()
    await expect(chat.toasts).to_have_text("One <b>coffee</b>")
    await expect(chat.key("Order")).to_have_attribute("aria-busy", "false")
    await expect(chat.key("Order")).to_have_class("key")


async def test_a_button_that_works_no_more_says_so(
    chat: WebChat, admin: Admin, published: Published
) -> None:
    button = await admin.create("buttons", label="Gone", data="gone")
    keyboard = await admin.create("keyboards", name="gone", layout=[[button]])
    await admin.create("handlers", pattern="/start", message="Welcome", keyboard_id=keyboard)
    await published()
    await chat.start()

    await chat.key("Gone").click()

    await expect(chat.toasts).to_have_text("This button no longer works.")
    await expect(chat.key("Gone")).not_to_have_attribute("aria-busy", "true")


async def test_an_alert_is_a_dialog_that_keys_close(
    chat: WebChat, admin: Admin, published: Published
) -> None:
    await offer(admin, "Rules", "rules", action=[{"type": "alert", "text": "No smoking"}])
    await published()
    await chat.start()

    for key in ("Enter", "Escape", "Space"):
        await chat.key("Rules").click()
        dialog = chat.page.get_by_role("dialog")
        await expect(dialog).to_contain_text("No smoking")
        await expect(dialog.get_by_role("button", name="OK")).to_be_focused()

        await chat.page.keyboard.press(key)
        await expect(chat.alert).to_be_hidden()
        await expect(chat.key("Rules")).to_be_focused()
    await expect(chat.toasts).to_have_count(0)


async def test_a_button_of_the_reply_keyboard_sends_its_text(
    chat: WebChat, admin: Admin, published: Published
) -> None:
    yes = await admin.create("buttons", label="Yes & <no>", kind="text")
    keyboard = await admin.create(
        "keyboards", name="ask", kind="reply", layout=[[yes]], options={"placeholder": "Well?"}
    )
    await admin.create("handlers", pattern="/start", message="Coffee?", keyboard_id=keyboard)
    await admin.create("handlers", pattern="yes & <no>", message="Coming")
    await published()
    await chat.start()
    await expect(chat.text).to_have_attribute("placeholder", "Well?")

    await chat.reply_key("Yes & <no>").click()

    await expect(chat.own.last).to_contain_text("Yes & <no>")
    await expect(chat.answers.last).to_contain_text("Coming")


async def test_a_link_button_opens_a_new_tab_that_can_not_reach_back(
    chat: WebChat, admin: Admin, published: Published
) -> None:
    link = await admin.create("buttons", label="Site", kind="url", url="https://example.org/?a=1&b")
    keyboard = await admin.create("keyboards", name="link", layout=[[link]])
    await admin.create("handlers", pattern="/start", message="Look", keyboard_id=keyboard)
    await published()

    site = (await chat.start()).get_by_role("link", name="Site")

    await expect(site).to_have_attribute("href", "https://example.org/?a=1&b")
    await expect(site).to_have_attribute("target", "_blank")
    await expect(site).to_have_attribute("rel", "noopener noreferrer")


async def test_markup_in_a_persons_name_is_only_text(
    chat: WebChat, admin: Admin, published: Published
) -> None:
    name = "<img src=x onerror=document.title='no'>"
    await admin.create("handlers", pattern="/start", message="<b>Hello</b>, {first_name}!")
    await published()
    title = await chat.page.title()

    await chat.page.locator("#person").click()
    field = chat.page.get_by_label("First name")
    await expect(field).not_to_have_value("")  # the dialog has put the present name there
    await field.fill(name)
    await chat.page.get_by_role("button", name="Save").click()
    await expect(chat.page.locator("#people")).to_be_hidden()
    await expect(chat.page.locator("#person")).to_contain_text(name)
    answer = await chat.start()
    await expect(answer).to_contain_text(f"Hello, {name}!")
    await chat.say(name)
    await chat.page.locator("#person").click()
    await expect(chat.page.locator("#people-list")).to_contain_text(name)

    await expect(chat.page.locator("img")).to_have_count(0)
    assert await chat.page.title() == title


async def test_the_newest_of_many_long_messages_is_in_view(
    chat: WebChat, admin: Admin, published: Published
) -> None:
    long = "\n".join(["line"] * 40)
    second = await admin.create("handlers", pattern="/second", message=f"{long}\nthe end")
    show = {"type": "show", "handler_id": second}
    await admin.create(
        "handlers", pattern="/start", message=long, action=[{"type": "reply"}, show, show]
    )
    await published()

    await chat.action.click()
    await expect(chat.answers).to_have_count(3)
    await expect(chat.answers.last.locator("time")).to_be_in_viewport()
    await chat.say("/start")
    await expect(chat.answers).to_have_count(6)
    await expect(chat.answers.last.locator("time")).to_be_in_viewport()


async def test_the_conversation_is_there_again_after_a_reload_and_in_a_second_tab(
    chat: WebChat, admin: Admin, published: Published
) -> None:
    await offer(admin, "Prices", "prices", action=[{"type": "toast", "text": "100"}])
    await published()
    await chat.start()

    await chat.page.reload()
    await expect(chat.answers).to_have_count(1)
    await expect(chat.key("Prices")).to_be_visible()

    second = WebChat(await chat.page.context.new_page(), chat.address)
    await second.page.goto(second.address)
    await expect(second.answers).to_have_count(1)
    await chat.say("/start")
    await expect(second.answers).to_have_count(2)


async def test_a_person_can_block_the_bot_and_come_back(
    chat: WebChat, admin: Admin, published: Published
) -> None:
    await admin.create("handlers", pattern="/start", message="Welcome")
    await published()
    await chat.start()

    await chat.page.get_by_role("button", name="More").click()
    await chat.page.get_by_role("button", name="Block the bot").click()
    await expect(chat.alert).to_contain_text("You have blocked this bot.")
    await chat.page.keyboard.press("Enter")
    await expect(chat.text).to_be_hidden()

    await chat.page.get_by_role("button", name="UNBLOCK").click()
    await chat.say("/start")
    await expect(chat.answers).to_have_count(2)
