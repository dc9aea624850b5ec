"""The panel as admin-api serves it: it runs under its policy, and for everyone."""

import pytest
from playwright.async_api import expect

from .axe import serious_findings
from .conftest import ROLES, OpenPanel
from .shots import shot

LOG_IN = {"en-US": "Log in", "ru-RU": "Войти"}


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", LOG_IN)
async def test_whoever_comes_is_asked_to_log_in(
    open_panel: OpenPanel, locale: str, color_scheme: str
) -> None:
    page = await open_panel(None, locale=locale, color_scheme=color_scheme)
    await expect(page.get_by_role("button", name=LOG_IN[locale])).to_be_visible()
    assert await serious_findings(page) == []
    await shot(page, f"log-in-{locale}-{color_scheme}")


@pytest.mark.parametrize("role", ROLES)
async def test_whoever_has_logged_in_is_known_on_every_screen(
    open_panel: OpenPanel, role: str
) -> None:
    page = await open_panel(role, "/handlers")
    await expect(page.get_by_role("navigation")).to_be_visible()
    await page.reload()
    await expect(page.get_by_role("navigation")).to_be_visible()


async def test_axe_does_find_what_is_wrong(open_panel: OpenPanel) -> None:
    page = await open_panel(None)
    await page.evaluate("document.body.append(document.createElement('img'))")
    (finding,) = await serious_findings(page)
    assert finding.startswith("image-alt: ")


async def test_a_script_that_is_written_into_the_page_does_not_run(
    open_panel: OpenPanel, complaints: list[str]
) -> None:
    page = await open_panel(None)
    await page.evaluate(
        """() => {
          const script = document.createElement('script');
          script.textContent = 'window.ran = true';
          document.body.append(script);
        }"""
    )
    assert await page.evaluate("window.ran") is None
    assert [one for one in complaints if "Content Security Policy" in one]
    complaints.clear()
