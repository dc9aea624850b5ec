"""Map, statistics and people, without a mouse."""

import re
from datetime import UTC, datetime, timedelta
from itertools import count

from playwright.async_api import expect
from support.interactions import Interaction, interaction, publish, written
from support.system import Admin, System

from .conftest import OpenPanel
from .keys import choose, from_menu, pick, press, reach, write

_ids = count(730_200_000)


async def test_the_map_is_walked_along_as_a_drawing_and_as_a_list(
    open_panel: OpenPanel, admin: Admin
) -> None:
    button = await admin.create("buttons", label="Map keys", data="map:keys")
    keyboard = await admin.create("keyboards", name="map keys", layout=[[button]])
    await admin.create("handlers", pattern="/map_keys", message="M", keyboard_id=keyboard)
    page = await open_panel("viewer", "/map")
    find = page.get_by_role("combobox", name="Find on the map")
    await pick(page, find, "handler /map_keys", search="/map_keys")
    graph = page.get_by_role("region", name="Map of the bot")
    await press(page, graph.get_by_role("group", name="keyboard map keys"))
    panel = page.get_by_role("region", name="map keys", exact=True)
    await press(page, panel.get_by_role("button", name="button Map keys"))
    await expect(page.get_by_role("heading", name="Map keys", level=2)).to_be_visible()
    await press(page, graph.get_by_role("button", name="Larger"))

    await choose(page, page.get_by_role("radio", name="List"))
    await press(page, page.get_by_role("checkbox", name="Only what is worth a look"), "Space")
    await press(page, page.get_by_role("main").get_by_role("button", name="Map keys").first)
    await press(page, page.get_by_role("link", name="Open", exact=True))
    await expect(page.get_by_role("heading", name="Map keys", level=1)).to_be_visible()


async def test_figures_are_chosen_compared_taken_out_and_led_back_to_a_person(
    open_panel: OpenPanel, admin: Admin, system: System
) -> None:
    source = f"keys{next(_ids)}"
    user = await someone_who_came_by(system, source)
    page = await open_panel("viewer", "/statistics?tz=UTC")
    await pick(page, page.get_by_role("combobox", name="Period"), "30 days")
    await pick(page, page.get_by_role("combobox", name="By"), "Weeks")
    await press(page, page.get_by_role("switch", name="Period before"), "Space")
    await expect(page.get_by_text("compared with")).to_be_visible()
    await press(page, page.get_by_role("button", name="Show “Interactions” as a table"))
    await expect(page.get_by_role("table", name="Interactions", exact=True)).to_be_visible()
    async with page.expect_download() as downloading:
        await press(page, page.get_by_role("button", name="Download “Interactions” as CSV"))
    assert (await downloading.value).suggested_filename.endswith(".csv")
    async with page.expect_download() as exporting:
        await from_menu(page, page.get_by_role("button", name="Export"), "CSV")
    assert (await exporting.value).suggested_filename.endswith(".csv")

    # A range of two days is chosen in the calendar.
    await pick(page, page.get_by_role("combobox", name="Period"), "Own range")
    await press(page, page.get_by_role("button", name="From and to"))
    calendar = page.get_by_role("dialog")
    day = calendar.locator("button[data-selected]").first
    await reach(page, day)
    for key in ("Enter", "ArrowRight", "Enter"):
        await page.keyboard.press(key)
    await expect(calendar).to_have_count(0)
    await expect(page).to_have_url(re.compile(r"from=\d{4}-\d\d-\d\d.*to=\d{4}-\d\d-\d\d"))
    await pick(page, page.get_by_role("combobox", name="Period"), "7 days")

    await press(page, page.get_by_role("link", name="Audience", exact=True))
    await expect(page).to_have_url(re.compile("/statistics/audience"))
    await press(page, page.get_by_role("link", name=source))
    await press(page, page.get_by_role("link", name=f"Keys {user}"))
    await expect(page.get_by_role("heading", name="What they did")).to_be_visible()


async def test_people_are_filtered_tagged_taken_out_and_forgotten(
    open_panel: OpenPanel, system: System
) -> None:
    source = f"keys{next(_ids)}"
    user = await someone_who_came_by(system, source)
    name = f"Keys {user}"
    page = await open_panel("owner", f"/people?source={source}")
    await write(page, page.get_by_role("searchbox", name="Name or id"), "keys")
    await pick(page, page.get_by_role("combobox", name="Order"), "Newest first")
    async with page.expect_download() as downloading:
        await from_menu(page, page.get_by_role("button", name="Export"), "CSV")
    assert (await downloading.value).suggested_filename.endswith(".csv")

    await press(page, page.get_by_role("checkbox", name=f"Choose {name}"), "Space")
    await press(page, page.get_by_role("button", name="Change tags of 1"))
    await write(page, page.get_by_role("combobox", name="Add tags"), "by-keys")
    await page.keyboard.press("Enter")
    await press(page, page.get_by_role("form").get_by_role("button", name="Change tags"))
    await expect(page.get_by_text("Tags of 1 person are changed")).to_be_visible()

    await press(page, page.get_by_role("link", name=name))
    await write(page, page.get_by_role("combobox", name="Tags"), "another")
    await page.keyboard.press("Enter")
    await press(page, page.get_by_role("button", name="Save"))
    await expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    await press(page, page.get_by_role("button", name="Erase this person…"))
    await page.keyboard.press("Escape")
    await press(page, page.get_by_role("button", name="Erase this person…"))
    await press(page, page.get_by_role("button", name=f"Erase {name}"))
    await expect(page.get_by_text(f"{name} is erased")).to_be_visible()


async def test_what_is_not_understood_becomes_a_handler_and_the_live_feed_is_paused(
    open_panel: OpenPanel, admin: Admin, system: System
) -> None:
    number = next(_ids)
    user = 7_300_000_000 + number
    text = f"parrots {number}"

    def said(update: int) -> Interaction:
        return interaction(
            update,
            user_id=user,
            chat_id=user,
            at=datetime.now(UTC),
            event="unmatched",
            payload=text,
        )

    await written(system.environment["BOTLOOM_DATABASE_URL"], said(number))
    page = await open_panel("editor", "/statistics/unmatched")
    await press(page, page.get_by_role("link", name=f"Make a handler for “{text}”"))
    await expect(page).to_have_url(re.compile("/handlers/new"))
    await write(page, page.locator("[contenteditable=true]"), "No parrots")
    await page.keyboard.press("Control+s")
    await expect(page).to_have_url(re.compile(r"/handlers/\d+$"))
    made = page.url.rsplit("/", 1)[1]
    assert "parrots" in (await admin.http.get(f"handlers/{made}")).json()["pattern"]
    await admin.delete("handlers", int(made))

    await page.goto("/statistics/live")
    await expect(page.get_by_role("status").get_by_text("Live", exact=True)).to_be_visible()
    kind = page.get_by_role("combobox", name="Which interactions")
    await pick(page, kind, "Not understood")
    await expect(page.get_by_role("status").get_by_text("Live", exact=True)).to_be_visible()
    await press(page, page.get_by_role("button", name="Pause"))
    await publish(redis := system.redis(), said(next(_ids)))
    await redis.aclose()
    await press(page, page.get_by_role("button", name="Go on, 1 is new"))
    await expect(page.get_by_role("button", name="Pause")).to_be_focused()
    entries = page.get_by_role("list", name="What people do").get_by_role("listitem")
    await expect(entries).to_have_count(1)
    await expect(entries).to_contain_text(text)


async def someone_who_came_by(system: System, source: str) -> int:
    number = next(_ids)
    user = 7_300_000_000 + number
    one = interaction(
        number,
        user_id=user,
        chat_id=user,
        at=datetime.now(UTC) - timedelta(hours=1),
        event="start",
        payload=source,
        first_name="Keys",
        last_name=str(user),
    )
    await written(system.environment["BOTLOOM_DATABASE_URL"], one)
    return user
