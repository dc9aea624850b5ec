"""The simulator's web chat as a person sees it."""

from playwright.async_api import Locator, Page, expect
from support.pages import watch

TABS = 30
"""More than the page has places for the keyboard to be."""


class WebChat:
    """One tab of a browser that nobody has used, hence of a person the bot has never seen."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.action = page.locator("#action")
        """The wide button at the bottom of an empty chat: START."""
        self.text = page.locator("#text")
        self.answers = page.locator(".message.theirs")
        self.own = page.locator(".message.own")
        self.toasts = page.locator(".toast")
        self.alert = page.locator("dialog#alert")
        self.complaints: list[str] = []
        """What went wrong in the page, and its requests to anywhere else."""

    async def open(self) -> None:
        watch(self.page, self.complaints)
        await self.page.goto(self.address)
        await expect(self.action).to_be_visible()

    async def start(self) -> Locator:
        """Press START; the answer."""
        await self.action.click()
        await expect(self.answers).to_have_count(1)
        return self.answers.first

    async def say(self, text: str) -> None:
        await self.text.fill(text)
        await self.text.press("Enter")
        await expect(self.own.last).to_contain_text(text)

    def key(self, label: str) -> Locator:
        """An inline button of the newest message with it."""
        return self.page.locator(".inline").get_by_role("button", name=label).last

    def reply_key(self, label: str) -> Locator:
        return self.page.locator("#keyboard").get_by_role("button", name=label)

    async def tab_to(self, target: Locator, key: str = "Tab") -> None:
        """With the keyboard alone; an `AssertionError` if it is never reached."""
        for _ in range(TABS):
            if await target.evaluate("element => element === document.activeElement"):
                return
            await self.page.keyboard.press(key)
        raise AssertionError(f"{target} is not reached with {key}")

    async def too_wide(self) -> list[str]:
        """What does not fit into the width of the window."""
        found: list[str] = await self.page.evaluate(_TOO_WIDE)
        return found


_TOO_WIDE = """() => {
  const name = (e) => `${e.tagName}#${e.id}.${e.className}: ${e.textContent.slice(0, 40)}`;
  const scrolls = ["html", "body", "#chat", ".bar", "#composer", "#keyboard", "#suggestions",
    "dialog[open]", ".bubble", ".key", ".toast", ".empty", "#form"];
  const wide = [...document.querySelectorAll(scrolls.join())]
    .filter((e) => e.clientWidth && e.scrollWidth > e.clientWidth);
  const out = [...document.querySelectorAll("button, a, textarea, input, img, .bubble, h1, h2, p")]
    .filter((e) => {
      const { left, right, width } = e.getBoundingClientRect();
      return width && (left < 0 || right > innerWidth);
    });
  return [...wide, ...out].map(name);
}"""
