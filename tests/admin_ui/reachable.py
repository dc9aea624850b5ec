"""What of a page reacts to a click and is not reached by Tab, or hides that it has the focus."""

from playwright.async_api import Page

PRESSES_MAX = 400

_BEGIN = r"""() => {
  const TABBABLE = 'a[href], button, input, select, textarea, summary, [contenteditable=true],'
    + ' [tabindex="0"]';
  const ROLES = '[role=button], [role=link], [role=switch], [role=combobox]';
  // Within these one goes on by arrows, so Tab leads to one of them only.
  const COMPOSITE = '[role=tablist], [role=listbox], [role=menu], [role=grid], [role=toolbar],'
    + ' table[data-calendar], .mantine-DatePickerInput-calendar';
  const isSeen = (it) => it.checkVisibility({ opacityProperty: false, visibilityProperty: true })
    && it.getClientRects().length > 0;
  const reactsToClick = (it) => {
    const key = Object.keys(it).find((one) => one.startsWith('__reactProps$'));
    return key !== undefined && typeof it[key].onClick === 'function';
  };
  const isOneOfGroup = (it) => it.type === 'radio' && !it.checked;
  const words = (it) => `${it.tagName.toLowerCase()} ${it.getAttribute('aria-label')
    ?? it.labels?.[0]?.textContent ?? it.textContent.slice(0, 40)} .${it.className}`;
  const look = (it) => [it, it.parentElement, it.parentElement?.parentElement,
    it.nextElementSibling, it.parentElement?.nextElementSibling, ...it.children]
    .map((one) => {
      if (!one) return '';
      const style = getComputedStyle(one);
      return [style.outlineStyle, style.outlineWidth, style.boxShadow, style.borderColor,
        style.backgroundColor].join();
    }).join('|');
  const reached = new Set();
  const wanted = new Set();
  for (const it of document.body.querySelectorAll('*')) {
    if (!isSeen(it) || it.matches(':disabled')) continue;
    if (it.closest('[inert], [aria-hidden=true]')) continue;
    const isTabbable = it.matches(TABBABLE) || it.matches(ROLES);
    if (!isTabbable && (!reactsToClick(it) || it.closest(TABBABLE) || it.querySelector(TABBABLE)
      || it.matches('label'))) continue;
    if (isOneOfGroup(it) || it.closest(COMPOSITE)) continue;
    // A chart only shows figures where the mouse is; the table in its place has them all.
    if (it.closest('.recharts-wrapper')) continue;
    // An edge of the map is looked at; a press does nothing.
    if (it.closest('.react-flow__edge')) continue;
    // What clears a field, or turns a number up, stands for keys that do the same.
    if (it.tabIndex === -1 && it.parentElement.closest('.mantine-Input-wrapper')) continue;
    wanted.add(it);
  }
  const unseen = [];
  let last = null;
  window.keys = {
    // Whether all has been gone through.
    step() {
      for (const one of document.getAnimations()) {
        if (one.effect.getTiming().iterations !== Infinity) one.finish();
      }
      const it = document.activeElement;
      // A field for a date has several places.
      if (it === last?.it) return false;
      if (last?.it.isConnected && look(last.it) === last.look) unseen.push(words(last.it));
      const isDone = reached.has(it);
      last = it === document.body || isDone ? null : { it, look: look(it) };
      if (it !== document.body) reached.add(it);
      return isDone;
    },
    result() {
      const missed = [...wanted].filter((it) => it.isConnected && isSeen(it) && !reached.has(it)
        && !it.matches(':disabled'));
      return {
        missed: missed.map(words), unseen, reached: reached.size,
      };
    },
  };
}"""


async def unreachable(page: Page) -> list[str]:
    """A line for each element; goes once around the page by Tab."""
    await page.evaluate(_BEGIN)
    for _ in range(PRESSES_MAX):
        await page.keyboard.press("Tab")
        if await page.evaluate("keys.step()"):
            break
    else:
        return [f"Not all is gone through by {PRESSES_MAX} times Tab"]
    found = await page.evaluate("keys.result()")
    assert found["reached"] > 0
    return [
        *(f"not reached: {one}" for one in found["missed"]),
        *(f"focus not seen: {one}" for one in found["unseen"]),
    ]
