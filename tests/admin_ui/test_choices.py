"""Choices found by typing, while what can be chosen is on its way or does not come."""

import pytest
from playwright.async_api import Locator, Page, expect

from .axe import serious_findings
from .conftest import OpenPanel
from .holding import hold

CHOICES = [
    ("/callbacks/new?data=choices", "handlers", "Handler", "No such handler"),
    ("/handlers/new", "keyboards", "Keyboard", "No such keyboard"),
    ("/statistics/funnel", "handlers", "Step 2", "Nothing found"),
    ("/people", "handlers", "Did", "Nothing found"),
]


@pytest.mark.parametrize(("path", "kind", "name", "nothing"), CHOICES)
async def test_that_there_is_none_is_said_when_it_is_known(
    open_panel: OpenPanel, path: str, kind: str, name: str, nothing: str
) -> None:
    page = await open_panel("editor")
    released = await hold(page, f"**/api/v1/{kind}?*")
    choices = await looked_for(page, path, name)
    await expect(choices).to_have_text(["Loading…"])
    released.set()
    await expect(choices).to_have_text([nothing])
    assert await serious_findings(page) == []


@pytest.mark.parametrize(("path", "kind", "name", "_nothing"), CHOICES)
async def test_choices_that_could_not_be_loaded_are_not_called_missing(
    open_panel: OpenPanel, complaints: list[str], path: str, kind: str, name: str, _nothing: str
) -> None:
    page = await open_panel("editor")
    await page.route(
        f"**/api/v1/{kind}?*",
        lambda route: route.fulfill(status=503, json={"code": "unavailable"}),
    )
    choices = await looked_for(page, path, name)
    # It is asked for again a few times before.
    await expect(choices).to_have_text(["Could not be loaded"], timeout=15_000)
    complaints.clear()


async def looked_for(page: Page, path: str, name: str) -> Locator:
    """What there is to choose where nothing is called as is typed."""
    await page.goto(path)
    if path.startswith("/callbacks"):
        await page.get_by_role("radio", name="Send a handler’s answer").check()
    await page.get_by_role("combobox", name=name, exact=True).fill("nobody calls it so")
    return page.get_by_role("listbox", name=name, exact=True).get_by_role("option")
