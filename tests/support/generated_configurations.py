"""Configurations of all kinds: rows as the tables hold them.

Values come from small pools, so that patterns, names and buttons meet across configurations.
Hypothesis gives the seed only: it would take too long to choose each value.
"""

from random import Random
from typing import Any

from botloom_admin_api.resources import RESOURCES
from botloom_admin_api.schemas.buttons import ButtonFields
from botloom_admin_api.schemas.callbacks import CallbackFields
from botloom_admin_api.schemas.handlers import HandlerFields
from botloom_admin_api.schemas.keyboards import KeyboardFields
from botloom_constructor import steps
from botloom_constructor.steps.conditions import Language
from botloom_constructor.steps.random_choice import Choice
from botloom_contracts.content import ContentOptions, LinkPreview
from botloom_contracts.keyboards import KeyboardOptions
from botloom_contracts.media import Location, Photo, Poll
from hypothesis import strategies as st

Rows = dict[str, dict[int, dict[str, Any]]]

PATTERNS = [
    "/start", "/START", "/start #2", "Hello", "hello", "*", "re:^no$", ":photo", "no", "08:00",
]  # fmt: skip
DATA = ["buy", "buy #2", "item:*", "yes"]
KEYBOARDS = ["menu", "on", "Главное меню", "a: b"]
TEXTS = ["yes", "12", "Hello, <b>{first_name}</b>!", "two\nlines", " x ", "#1", "🛒", "~"]
MEDIA = [
    (),
    (Photo("https://example.org/2.jpg", spoiler=True),),
    (Location(55.0, 1e-7),),
    (Poll("no", ("on", "off"), correct_option=1),),
]
PLAIN_STEPS = [
    steps.Reply(),
    steps.Edit(),
    steps.Stop(),
    steps.Set("city", "no"),
    # Looks like a step, and is none.
    steps.Request("https://example.org", "POST", body=[{"type": "show", "handler_id": 1}]),
]


def configurations() -> st.SearchStrategy[Rows]:
    """Every reference leads somewhere, and unique is what must be; other rules may be broken."""
    return st.integers(0, 2**64).map(generated)


def generated(seed: int) -> Rows:
    return _Generator(Random(seed)).configuration()


class _Generator:
    def __init__(self, random: Random) -> None:
        self._random = random
        self._rows: Rows = {entity: {} for entity in RESOURCES}

    def configuration(self) -> Rows:
        buttons, keyboards = self._ids(8), self._ids(len(KEYBOARDS))
        handlers, callbacks = self._ids(8), self._ids(4)
        for one in buttons:
            self._add("button", one, self._button())
        names = self._random.sample(KEYBOARDS, len(keyboards))
        for one, name in zip(keyboards, names, strict=True):
            options = self._of(KeyboardOptions(), KeyboardOptions(one_time=True))
            fields = KeyboardFields(name=name, layout=self._layout(buttons), options=options)
            self._add("keyboard", one, fields)
        for one in handlers:
            self._add("handler", one, self._handler(handlers, keyboards))
        for one in callbacks:
            self._add("callback", one, self._callback(handlers))
        _disable_seconds(self._rows["handler"], "match_key")
        _disable_seconds(self._rows["callback"], "callback_data")
        return self._rows

    def _button(self) -> ButtonFields:
        if self._of(True, True, False):
            return ButtonFields(label=self._of("A", "B", "C"), data=self._of("x", "y"))
        url = "https://example.org/?a=b#c"
        return ButtonFields(label="A", kind="url", url=url, style=self._of(None, "primary"))

    def _layout(self, buttons: list[int]) -> list[list[int]]:
        if not buttons:
            return []
        sizes = self._random.choices([1, 2, 3], k=self._random.randrange(4))
        return [self._random.choices(buttons, k=size) for size in sizes]

    def _handler(self, handlers: list[int], keyboards: list[int]) -> HandlerFields:
        return HandlerFields(
            pattern=self._of(*PATTERNS),
            action=self._action(handlers),
            message=self._of(None, *TEXTS),
            keyboard_id=self._of(None, *keyboards),
            title=self._of(None, None, *TEXTS),
            enabled=self._of(True, False),
            priority=self._of(0, 0, -5),
            parse_mode=self._of("HTML", "HTML", None, "MarkdownV2"),
            photo_url=self._of(None, None, "https://example.org/1.jpg"),
            media=self._of(*MEDIA),
            options=self._of(
                ContentOptions(), ContentOptions(silent=True, link_preview=LinkPreview(large=True))
            ),
        )

    def _callback(self, handlers: list[int]) -> CallbackFields:
        return CallbackFields(
            callback_data=self._of(*DATA),
            handler_id=self._of(None, *handlers),
            action=self._of((steps.Edit(),), self._action(handlers)),
            enabled=self._of(True, False),
        )

    def _action(self, handlers: list[int], depth: int = 1) -> Any:
        count = self._random.choice([1, 1, 2])
        return tuple(self._step(handlers, depth) for _ in range(count))

    def _step(self, handlers: list[int], depth: int) -> Any:
        shape = self._random.randrange(8 if depth < 3 else 4)
        if shape < 2:
            return self._of(*PLAIN_STEPS)
        if shape < 4:
            return steps.Show(self._of(*handlers)) if handlers else steps.Reply()
        inner, other = self._action(handlers, depth + 1), self._action(handlers, depth + 1)
        return [
            steps.When((Language(among=("no",)),), inner, other),
            steps.Ask("city", on_cancel=inner, on_timeout=other),
            steps.Request("https://example.org", on_error=inner),
            steps.Random((Choice(inner), Choice(other, weight=2))),
        ][shape - 4]

    def _ids(self, most: int) -> list[int]:
        return self._random.sample(range(1, 40), self._random.randint(0, most))

    def _of(self, *choices: Any) -> Any:
        return self._random.choice(choices)

    def _add(self, entity: str, one: int, fields: Any) -> None:
        self._rows[entity][one] = {"id": one, "version": 1, **RESOURCES[entity].columns(fields)}


def _disable_seconds(rows: dict[int, dict[str, Any]], column: str) -> None:
    enabled: set[str] = set()
    for row in rows.values():
        row["enabled"] = row["enabled"] and row[column] not in enabled
        enabled |= {row[column]} if row["enabled"] else set()
