"""What was used most."""

import msgspec

from .statistics import ZonedFigures


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    before: int
    """In the period before, of as many days in `tz` or as long."""
    change: float | None
    """0.25 is a quarter more; null where there was nothing before."""


class HandlerUse(Compared, frozen=True, kw_only=True):
    handler_id: int
    pattern: str | None
    """As it is now, like the title, or as it was last; null where not even the log knows it."""
    title: str | None
    deleted: bool
    count: int
    """Interactions that it answered."""


class HandlerUses(ZonedFigures, frozen=True, kw_only=True):
    items: list[HandlerUse]
    """The busiest first."""


class ButtonUse(Compared, frozen=True, kw_only=True):
    callback_data: str
    label: str | None
    """Of the button that has these data now; null where there is none."""
    count: int
    """Presses."""
    shown: int
    """Interactions answered by handlers whose keyboard has the button now."""
    click_through: float | None
    """`count` / `shown`, more than 1 where a message is pressed more than once; null where it was
    not shown."""


class ButtonUses(ZonedFigures, frozen=True, kw_only=True):
    items: list[ButtonUse]
    """The busiest first."""


class SourceUse(Compared, frozen=True, kw_only=True):
    source: str
    """The payload of the deep link."""
    starts: int
    people: int
    """Whose first deep link it was, in the period."""


class SourceUses(ZonedFigures, frozen=True, kw_only=True):
    items: list[SourceUse]
    """The busiest first."""


class LanguageUse(msgspec.Struct, frozen=True, kw_only=True):
    language_code: str | None
    """As Telegram told last; null where it did not."""
    people: int
    """Who did something in the period."""
    share: float | None
    """Of all people of the period."""


class LanguageUses(ZonedFigures, frozen=True, kw_only=True):
    people: int
    """Who did something in the period, of any language."""
    items: list[LanguageUse]
    """The most frequent first."""
