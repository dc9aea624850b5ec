"""What keeps people from using a page, as axe finds it: https://github.com/dequelabs/axe-core"""

from botloom_local.admin_ui.sources import DIRECTORY
from playwright.async_api import Page

SCRIPT = DIRECTORY / "node_modules/axe-core/axe.min.js"
SERIOUS = ("serious", "critical")

# What fades in is pale until it has: its colours are judged once they stand.
_RUN = """async () => {
  const ending = document.getAnimations()
    .filter(({ effect, playState }) => playState === 'running'
      && Number.isFinite(effect?.getComputedTiming().endTime ?? Infinity));
  await Promise.allSettled(ending.map(({ finished }) => finished));
  const { violations } = await axe.run(document, { resultTypes: ['violations'] });
  return violations.flatMap(({ id, impact, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => ({
      impact, text: `${id}: ${help} (${html}) ${failureSummary ?? ''}`,
    })));
}"""


async def serious_findings(page: Page) -> list[str]:
    """A line for each element that breaks a rule. Evaluated, for the page's policy lets in no
    script."""
    await page.evaluate(SCRIPT.read_text())
    findings = await page.evaluate(_RUN)
    return [one["text"] for one in findings if one["impact"] in SERIOUS]
