"""Statistics on the screen, of interactions that were really counted."""

import csv
import io
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from botloom_contracts.events import Interaction
from playwright.async_api import Download, Locator, Page, Route, expect
from support.eventually import eventually
from support.interactions import interaction, publish, written
from support.system import Admin, System

from .axe import serious_findings
from .conftest import OpenPanel
from .shots import shot

SECTIONS = (
    "",
    "/activity",
    "/uses",
    "/funnel",
    "/retention",
    "/hours",
    "/audience",
    "/unmatched",
    "/change",
    "/live",
)
PHONE = {"width": 360, "height": 780}

ANNA, BORIS = 7_300_000_001, 7_300_000_002
PEOPLE = {
    ANNA: {"first_name": "Anna", "language_code": "de"},
    BORIS: {"first_name": "Boris", "language_code": "en"},
}
MIDNIGHT = datetime(2026, 10, 24, 22, tzinfo=UTC)
"""In Berlin, of the day on which clocks are turned back there: it has 25 hours."""
WEEK = "period=own&from=2026-10-24&to=2026-10-26&tz=Europe/Berlin&bucket=day"

_ids = iter(range(73_000_000, 74_000_000))


def done(minutes: float, user_id: int = ANNA, **fields: object) -> Interaction:
    """So long after that midnight."""
    at = MIDNIGHT + timedelta(minutes=minutes)
    known = {**PEOPLE[user_id], "user_id": user_id, "chat_id": user_id, "at": at}
    return interaction(next(_ids), **{**known, **fields})


@pytest_asyncio.fixture(loop_scope="session", scope="module")
async def counted(system: System) -> AsyncIterator[int]:
    """Three days with little to count; gives the handler that answered most."""
    admin = system.admin()
    prices = await admin.create(
        "handlers", pattern="statistics prices", message="10", title="Prices"
    )
    await publish(
        redis := system.redis(),
        done(-1, event="start", payload="flyer"),
        done(0, handler_id=prices),
        done(60, BORIS, event="start"),
        done(150, BORIS, event="button_click", callback_data="statistics-order"),
        done(210, handler_id=prices),
        done(24 * 60, BORIS, event="unmatched", payload="how much is the fish"),
        done(24 * 60 + 61, BORIS, event="unmatched", payload="how much is the fish?"),
    )
    await redis.aclose()

    async def total() -> int:
        query = {"from": "2026-10-24", "to": "2026-10-27", "tz": "Europe/Berlin"}
        answer = await admin.http.get("stats/summary", params=query)
        return int(answer.json()["total"])

    await eventually(total, lambda found: found == 7)
    yield prices
    await admin.tidy_up()


def card(page: Page, title: str) -> Locator:
    return page.get_by_role("region", name=title, exact=True).first


async def file_of(download: Download, directory: Path) -> list[list[str]]:
    path = directory / download.suggested_filename
    await download.save_as(path)
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


async def test_a_period_is_read_as_a_chart_a_table_and_a_file(
    open_panel: OpenPanel, counted: int, tmp_path: Path
) -> None:
    page = await open_panel("viewer", f"/statistics?{WEEK}&compare=true")
    await expect(
        page.get_by_text("Oct 24 – 26, 2026, compared with Oct 21 – 23, 2026")
    ).to_be_visible()
    await expect(page.get_by_role("img", name="Chart: Interactions.")).to_be_visible()
    await page.get_by_role("button", name="Show “Interactions” as a table").click()
    rows = page.get_by_role("table", name="Interactions", exact=True).get_by_role("row")
    await expect(rows).to_have_text(
        ["DayThis periodThe period before", "Oct 2410", "Oct 2550", "Oct 2610"]
    )
    async with page.expect_download() as downloading:
        await page.get_by_role("button", name="Download “Interactions” as CSV").click()
    assert await file_of(await downloading.value, tmp_path) == [
        ["Day", "This period", "The period before"],
        ["2026-10-23T22:00:00Z", "1", "0"],
        ["2026-10-24T22:00:00Z", "5", "0"],
        ["2026-10-25T23:00:00Z", "1", "0"],
    ]
    assert await serious_findings(page) == []


async def test_the_zone_decides_on_which_day_something_was(
    open_panel: OpenPanel, counted: int
) -> None:
    page = await open_panel("viewer", f"/statistics?{WEEK}", timezone_id="Asia/Tokyo")
    zone = page.get_by_role("combobox", name="Time zone")
    await zone.fill("utc")
    await page.get_by_role("option", name="UTC", exact=True).click()
    await page.get_by_role("button", name="Show “Interactions” as a table").click()
    rows = page.get_by_role("table", name="Interactions", exact=True).get_by_role("row")
    await expect(rows).to_have_text(["DayThis period", "Oct 243", "Oct 254", "Oct 260"])
    await expect(page).to_have_url(re.compile("tz=UTC"))


async def test_the_address_brings_others_to_the_same_figures(
    open_panel: OpenPanel, counted: int
) -> None:
    page = await open_panel("viewer", f"/statistics/uses?{WEEK}&handler={counted}")
    await expect(page.get_by_role("link", name="Prices", exact=True)).to_have_attribute(
        "href", f"/handlers/{counted}"
    )
    await expect(page.get_by_role("heading", name="Answers: Prices")).to_be_visible()
    await page.get_by_role("link", name="Audience").click()
    await expect(page.get_by_role("row", name="German")).to_contain_text("50%")
    await expect(page).to_have_url(re.compile("from=2026-10-24"))


async def test_a_deleted_handler_keeps_its_name(
    open_panel: OpenPanel, admin: Admin, system: System
) -> None:
    handler = await admin.create("handlers", pattern="of autumn", message="1", title="Autumn")
    at = datetime(2026, 9, 1, 12, tzinfo=UTC)
    someone = {"user_id": 7_300_000_003, "chat_id": 7_300_000_003, "first_name": "Carl"}
    answer = interaction(next(_ids), at=at, event="message", handler_id=handler, **someone)
    await written(system.environment["BOTLOOM_DATABASE_URL"], answer)
    await admin.delete("handlers", handler)
    page = await open_panel(
        "viewer", "/statistics/uses?period=own&from=2026-09-01&to=2026-09-02&tz=UTC"
    )
    table = card(page, "Handlers that answer most")
    await expect(table.get_by_role("row").last).to_contain_text("Autumn (deleted)")
    await expect(table.get_by_role("link", name="Autumn")).to_have_count(0)


async def test_a_funnel_is_built_by_the_keyboard_alone(open_panel: OpenPanel, counted: int) -> None:
    page = await open_panel("viewer", f"/statistics/funnel?{WEEK}")
    step = page.get_by_role("combobox", name="Step 2")
    await step.focus()
    await page.keyboard.type("statistics prices")
    await expect(page.get_by_role("option")).to_have_text(["Prices · statistics prices"])
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    result = card(page, "How far people go")
    await expect(result).to_contain_text("1. Start2 people · 100%")
    await expect(result).to_contain_text("2. Prices1 person · 50%")
    await page.get_by_role("button", name="Move step 2 up").press("Enter")
    await expect(result).to_contain_text("1. Prices1 person · 100%")
    await expect(result).to_contain_text("2. Start0 people · 0%")


async def test_what_was_not_understood_becomes_a_handler(
    open_panel: OpenPanel, counted: int
) -> None:
    page = await open_panel("editor", f"/statistics/unmatched?{WEEK}")
    group = page.get_by_role("listitem").filter(has_text="how much is the fish")
    await expect(group).to_contain_text("2 times · 1 person")
    await group.get_by_role("link", name="Make a handler").click()
    await expect(page).to_have_url(re.compile(r"/handlers/new\?pattern="))


async def test_who_may_only_look_is_not_asked_to_make_a_handler(
    open_panel: OpenPanel, counted: int
) -> None:
    page = await open_panel("viewer", f"/statistics/unmatched?{WEEK}")
    await expect(page.get_by_text("“how much is the fish”")).to_be_visible()
    await expect(page.get_by_role("link", name="Make a handler")).to_have_count(0)


async def test_a_change_of_the_bot_is_marked_and_compared(
    open_panel: OpenPanel, admin: Admin, system: System
) -> None:
    await admin.create("handlers", pattern="statistics marked", message="1", title="Marked")
    redis, begin = system.redis(), datetime.now(UTC) - timedelta(hours=1)
    await publish(redis, done(0, at=datetime.now(UTC), event="start"))
    await redis.aclose()
    await eventually(lambda: admin.summary(begin), lambda found: found["total"] > 0)
    what = "BOTLOOM_ADMIN_TOKEN created the handler “statistics marked”"
    page = await open_panel("viewer", "/statistics?period=7d&tz=UTC")
    interactions = card(page, "Interactions")
    await interactions.get_by_role("button", name="of the bot").click()
    mark = interactions.get_by_role("listitem").filter(has_text=what)
    await expect(mark.get_by_role("link", name=what, exact=True)).to_have_attribute(
        "href", re.compile("/history")
    )
    await mark.get_by_role("link", name="Before and after").click()
    await expect(page.get_by_role("heading", name=what)).to_be_visible()
    await expect(page.get_by_role("row", name="Answers of this handler")).to_be_visible()


async def test_what_people_do_is_watched_live(open_panel: OpenPanel, system: System) -> None:
    redis = system.redis()
    page = await open_panel("viewer", "/statistics/live")
    await expect(page.get_by_role("status").get_by_text("Live", exact=True)).to_be_visible()
    now = datetime.now(UTC)
    await publish(redis, done(0, at=now, event="unmatched", payload="are you there"))
    entries = page.get_by_role("list", name="What people do").get_by_role("listitem")
    await expect(entries).to_have_count(1)
    await expect(entries.first).to_contain_text("“are you there”")
    await page.get_by_role("button", name="Pause").click()
    await publish(redis, done(0, BORIS, at=now, event="start"))
    await page.get_by_role("button", name="Go on, 1 is new").click()
    await expect(entries).to_have_count(2)
    await entries.first.get_by_role("link", name="Boris").click()
    await expect(page.get_by_role("heading", name="What they did")).to_be_visible()
    await redis.aclose()


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
async def test_every_section_can_be_used_on_a_phone_and_by_everyone(
    open_panel: OpenPanel, counted: int, color_scheme: str
) -> None:
    page = await open_panel("owner", "/", locale="ru-RU", viewport=PHONE, color_scheme=color_scheme)
    for section in SECTIONS:
        await page.goto(f"/statistics{section}?{WEEK}&handler={counted}")
        await expect(page.get_by_role("heading", name="Статистика", level=1)).to_be_visible()
        await expect(page.locator("main [aria-busy=true]")).to_have_count(0)
        await shot(page, f"statistics{section.replace('/', '-')}-360-{color_scheme}")
        assert await serious_findings(page) == [], section
        width = await page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE["width"], section


async def test_where_nothing_was_counted_it_is_said_how_to_begin(open_panel: OpenPanel) -> None:
    page = await open_panel("viewer", "/statistics?period=own&from=2016-01-01&to=2016-01-02&tz=UTC")
    empty = page.get_by_text("Nothing in this period").or_(page.get_by_text("No interactions yet"))
    await expect(empty).to_be_visible()


async def test_a_figure_that_fails_says_so_and_is_tried_again(
    open_panel: OpenPanel, counted: int, complaints: list[str]
) -> None:
    page = await open_panel("viewer", "/statistics/live")

    async def fail(route: Route) -> None:
        body = {"code": "internal", "status": 500, "title": "Internal Server Error"}
        await route.fulfill(status=500, json=body)

    await page.route("**/api/v1/stats/heatmap?*", fail)
    await page.goto(f"/statistics/hours?{WEEK}")
    alert = page.get_by_role("alert")
    # A read is tried again by itself before it is said to have failed.
    await expect(alert).to_contain_text("The server has failed", timeout=20_000)
    await page.unroute("**/api/v1/stats/heatmap?*")
    await alert.get_by_role("button", name="Try again").click()
    await expect(page.get_by_role("table", name="Hours of the week")).to_contain_text("Sunday")
    # Chromium writes each of the failures on the console.
    assert all("status of 500" in one for one in complaints)
    complaints.clear()
