"""On every screen all that reacts to a click is reached by Tab, and shows that it is."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio
from playwright.async_api import expect
from support.eventually import eventually
from support.interactions import interaction, publish
from support.system import Admin, System

from .conftest import OpenPanel
from .reachable import unreachable

SCREENS = {
    "overview": "/",
    "handlers": "/handlers?q=reach",
    "new handler": "/handlers/new",
    "handler": "/handlers/{handler}",
    "callbacks": "/callbacks?q=reach",
    "new callback": "/callbacks/new",
    "callback with steps": "/callbacks/{callback}",
    "buttons": "/buttons?q=reach",
    "new button": "/buttons/new",
    "button": "/buttons/{button}",
    "keyboards": "/keyboards?q=reach",
    "new keyboard": "/keyboards/new",
    "keyboard": "/keyboards/{keyboard}",
    "map": "/map?around=handler:{handler}",
    "map as a list": "/map?view=list&around=handler:{handler}",
    "statistics: overview": "/statistics",
    "statistics: own range": "/statistics?period=own&from=2026-10-24&to=2026-10-26",
    "statistics: activity": "/statistics/activity",
    "statistics: handlers and buttons": "/statistics/uses",
    "statistics: funnel": "/statistics/funnel",
    "statistics: retention": "/statistics/retention",
    "statistics: hours": "/statistics/hours",
    "statistics: audience": "/statistics/audience",
    "statistics: not understood": "/statistics/unmatched",
    "statistics: around a change": "/statistics/change",
    "statistics: live": "/statistics/live",
    "people": "/people?q=reached",
    "person": "/people/7300900001",
    "history": "/history?entity=handler&id={handler}",
    "drafts": "/drafts",
    "import and export": "/documents",
    "settings: bot status": "/settings",
    "settings: my account": "/settings?tab=me",
    "settings: accounts": "/settings?tab=accounts",
    "settings: API tokens": "/settings?tab=tokens",
    "settings: webhooks": "/settings?tab=webhooks",
}


@pytest_asyncio.fixture(loop_scope="session")
async def ids(admin: Admin, system: System) -> AsyncIterator[dict[str, int]]:
    """One of everything, each leading to the next."""
    button = await admin.create("buttons", label="Reach", data="reach:out")
    keyboard = await admin.create("keyboards", name="reach", layout=[[button]])
    handler = await admin.create("handlers", pattern="/reach", message="Menu", keyboard_id=keyboard)
    then = [{"type": "toast", "text": "Yes"}]
    when = {"type": "when", "conditions": [{"type": "language", "among": ["en"]}], "then": then}
    action = [{"type": "reply"}, when, {"type": "notify", "chat": "@reach", "text": "Hi"}]
    callback = await admin.create(
        "callbacks", callback_data="reach:out", handler_id=handler, action=action
    )
    draft = (await admin.http.post("drafts", json={"name": "Reach"})).json()["id"]
    one = interaction(
        730_090_000,
        user_id=7_300_900_001,
        chat_id=7_300_900_001,
        first_name="Reached",
        at=datetime.now(UTC),
        handler_id=handler,
    )
    await publish(redis := system.redis(), one)
    await redis.aclose()
    begin = datetime.now(UTC) - timedelta(hours=1)
    # Charts are there where there is something to draw.
    await eventually(lambda: admin.summary(begin), lambda found: found["total"] > 0)
    yield {"button": button, "keyboard": keyboard, "handler": handler, "callback": callback}
    await admin.http.delete(f"drafts/{draft}")


@pytest.mark.parametrize("screen", SCREENS)
async def test_all_of_a_screen_is_reached_and_seen(
    open_panel: OpenPanel, ids: dict[str, int], screen: str
) -> None:
    page = await open_panel("owner", SCREENS[screen].format(**ids))
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert await unreachable(page) == []
