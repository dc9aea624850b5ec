"""People on the screen: found, tagged, looked at, and forgotten."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

import pytest_asyncio
from playwright.async_api import Route, expect
from support.eventually import eventually
from support.interactions import interaction, publish
from support.system import Admin, System

from .axe import serious_findings
from .conftest import OpenPanel
from .holding import hold
from .shots import shot

PHONE = {"width": 360, "height": 780}
NAMES = ("Carla", "Denis", "Emil")
_ids = count(74_000_000)


class Three(NamedTuple):
    """Who came by a link that nobody else came by, and did sixty things each."""

    source: str
    carla: int
    denis: int
    emil: int

    @property
    def list(self) -> str:
        return f"/people?source={self.source}"


@pytest_asyncio.fixture(loop_scope="session")
async def people(system: System) -> AsyncIterator[Three]:
    # Whoever is erased stays so in what was done before: these are others in each test.
    first_id = 7_400_000_000 + next(_ids)
    three = Three(f"people{first_id}", first_id, first_id + 1_000_000, first_id + 2_000_000)
    admin, redis = system.admin(), system.redis()
    begin = datetime.now(UTC) - timedelta(hours=3)
    done = [
        interaction(
            next(_ids),
            user_id=user_id,
            chat_id=user_id,
            at=begin + timedelta(minutes=number, seconds=place),
            event="unmatched" if number else "start",
            payload=f"text {number}" if number else three.source,
            first_name=NAMES[place],
            last_name="Test",
            language_code="en",
        )
        for place, user_id in enumerate(three[1:])
        for number in range(60)
    ]
    await publish(redis, *done)

    async def seen() -> list[int]:
        totals = []
        for user_id in three[1:]:
            answer = await admin.http.get(f"people/{user_id}")
            totals.append(answer.json().get("totals", {}).get("interactions", 0))
        return totals

    await eventually(seen, lambda found: found == [60, 60, 60])
    yield three
    await redis.aclose()
    await admin.tidy_up()


async def test_people_are_found_and_tagged_together(open_panel: OpenPanel, people: Three) -> None:
    page = await open_panel("editor", people.list)
    rows = page.get_by_role("region", name="List of people").get_by_role("listitem")
    await expect(rows).to_have_count(3)
    await page.get_by_role("searchbox", name="Name or id").fill("carla")
    await expect(rows).to_have_count(1)
    await page.get_by_role("checkbox", name="Choose Carla Test").check()
    await page.get_by_role("button", name="Change tags of 1").click()
    add = page.get_by_role("combobox", name="Add tags")
    await add.fill("vip")
    await add.press("Enter")
    await page.get_by_role("form").get_by_role("button", name="Change tags").click()
    await expect(page.get_by_text("Tags of 1 person are changed")).to_be_visible()
    await page.goto(f"{people.list}&tag=vip")
    await expect(rows).to_have_count(1)
    await expect(rows.first).to_contain_text("Carla Test")
    assert await serious_findings(page) == []


async def test_people_are_found_by_what_they_did_lately(
    open_panel: OpenPanel, people: Three, admin: Admin, system: System
) -> None:
    pattern = f"/did_{people.denis}"
    handler_id = await admin.create("handlers", pattern=pattern, message="Hi")
    redis = system.redis()
    one = {"user_id": people.denis, "chat_id": people.denis, "first_name": "Denis"}
    at = datetime.now(UTC)
    await publish(
        redis, interaction(next(_ids), at=at, event="command", handler_id=handler_id, **one)
    )
    await redis.aclose()

    async def who_did() -> int:
        answer = await admin.http.get("people", params={"did": f"handler:{handler_id}"})
        return len(answer.json()["items"])

    await eventually(who_did, lambda found: found == 1)
    page = await open_panel("viewer", people.list)
    rows = page.get_by_role("region", name="List of people").get_by_role("listitem")
    await expect(rows).to_have_count(3)
    await page.get_by_role("combobox", name="Did", exact=True).fill(pattern)
    await page.get_by_role("option", name=pattern).click()
    await expect(rows).to_have_count(1)
    when = page.get_by_role("combobox", name="Did it when")
    await when.click()
    async with page.expect_response(re.compile(r"/people\?.*did_from=")) as told:
        await page.get_by_role("option", name="in the last day", exact=True).click()
    asked = parse_qs(urlsplit((await told.value).url).query)
    await expect(rows).to_have_count(1)
    await expect(rows.first).to_contain_text("Denis")
    await page.get_by_role("button", name="Export").click()
    address = await page.get_by_role("menuitem", name="CSV").get_attribute("href")
    exported = parse_qs(urlsplit(address or "").query)
    for name in ("did", "did_from", "source"):
        assert exported[name] == asked[name]
    await page.keyboard.press("Escape")

    await when.click()
    async with page.expect_response(re.compile(r"/people\?.*did_to=")) as told:
        await page.get_by_role("option", name="between two days").click()
    asked = parse_qs(urlsplit((await told.value).url).query)
    begin, end = (datetime.fromisoformat(asked[name][0]) for name in ("did_from", "did_to"))
    assert begin < at < end
    assert end - begin == timedelta(days=1)
    await expect(rows).to_have_count(1)
    await page.get_by_role("button", name="Between the days").click()
    assert await serious_findings(page) == []
    await page.keyboard.press("Escape")

    await page.route(re.compile(r"/people\?.*did_from="), too_long)
    await when.click()
    await page.get_by_role("option", name="in the last 30 days").click()
    await expect(when).to_have_accessible_description(re.compile("Choose a shorter time"))
    assert await serious_findings(page) == []


async def test_a_persons_time_line_goes_back_to_the_beginning(
    open_panel: OpenPanel, people: Three
) -> None:
    page = await open_panel("viewer", f"/people/{people.denis}")
    await expect(page.get_by_role("heading", name="Denis Test", level=1)).to_be_visible()
    await expect(page.get_by_text("“text 59”")).to_be_visible()
    await page.evaluate("scrollTo(0, document.body.scrollHeight)")
    await expect(page.get_by_text(f"“{people.source}”")).to_be_visible()
    await expect(page.get_by_role("button", name="Show older")).to_have_count(0)


async def test_tags_that_are_refused_stay_with_the_reason(
    open_panel: OpenPanel, people: Three
) -> None:
    page = await open_panel("editor", f"/people/{people.emil}")
    tags = page.get_by_role("combobox", name="Tags")
    await tags.fill("x" * 300)
    await tags.press("Enter")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_role("form")).to_contain_text("256")
    await expect(page.get_by_text("x" * 300)).to_be_visible()
    await page.get_by_role("button", name="Cancel").click()
    await tags.fill("regular")
    await tags.press("Enter")
    await page.get_by_role("button", name="Save").click()
    await expect(page.get_by_text("Saved", exact=True)).to_be_visible()


async def test_who_may_only_look_changes_nobody(open_panel: OpenPanel, people: Three) -> None:
    page = await open_panel("viewer", people.list)
    await expect(page.get_by_role("link", name="Carla Test")).to_be_visible()
    await expect(page.get_by_role("checkbox")).to_have_count(0)
    await page.get_by_role("link", name="Carla Test").click()
    await expect(page.get_by_role("combobox", name="Tags")).to_have_attribute("readonly", "")
    await expect(page.get_by_role("button", name="Erase this person…")).to_have_count(0)


async def test_the_owner_erases_a_person_after_a_question_that_names_them(
    open_panel: OpenPanel, people: Three
) -> None:
    page = await open_panel("owner", f"/people/{people.carla}")
    await page.get_by_role("button", name="Erase this person…").click()
    question = page.get_by_role("group", name="Erase Carla Test for good?")
    await expect(question).to_contain_text("can’t be brought back")
    await page.keyboard.press("Escape")
    await expect(question).to_have_count(0)
    await page.get_by_role("button", name="Erase this person…").click()
    await question.get_by_role("button", name="Erase Carla Test").click()
    await expect(page.get_by_text("Carla Test is erased")).to_be_visible()
    await page.goto(people.list)
    await expect(page.get_by_role("link", name="Denis Test")).to_be_visible()
    await expect(page.get_by_role("link", name="Carla Test")).to_have_count(0)


async def test_the_timeline_does_not_push_away_what_can_be_pressed(
    open_panel: OpenPanel, people: Three
) -> None:
    page = await open_panel("owner")
    released = await hold(page, "**/timeline?*")
    await page.goto(f"/people/{people.carla}")
    erase = page.get_by_role("button", name="Erase this person…")
    before = await erase.bounding_box()
    released.set()
    entries = page.get_by_role("region", name="What they did").get_by_role("listitem")
    await expect(entries).not_to_have_count(0)
    assert await erase.bounding_box() == before


async def test_people_are_there_in_russian_on_a_phone_for_everyone(
    open_panel: OpenPanel, people: Three
) -> None:
    page = await open_panel("owner", people.list, locale="ru-RU", viewport=PHONE)
    for path, heading in ((people.list, "Люди"), (f"/people/{people.emil}", "Emil Test")):
        await page.goto(path)
        await expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible()
        await expect(page.locator("main [aria-busy=true]")).to_have_count(0)
        await shot(page, f"people-360-{heading}")
        assert await serious_findings(page) == []
        assert await page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


async def too_long(route: Route) -> None:
    """As the API refuses days that stats has not packed yet."""
    error = {"field": "did_from", "rule": "range", "detail": "is too early"}
    problem = {"code": "invalid", "status": 422, "errors": [error]}
    await route.fulfill(status=422, content_type="application/problem+json", json=problem)
