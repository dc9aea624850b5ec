"""What the bot did not understand."""

from datetime import datetime

from msgspec import Struct


class HandlerSuggestion(Struct, frozen=True, kw_only=True):
    """A body for `POST /handlers`. It is not enabled: the answer is still to be written."""

    pattern: str
    title: str
    message: str
    enabled: bool = False


class UnmatchedGroup(Struct, frozen=True, kw_only=True):
    """Texts that are alike."""

    count: int
    people: int
    last_seen: datetime
    texts: int
    """Different ones, upper and lower case being the same."""
    examples: list[str]
    """As they were written, the most frequent ones first."""
    suggestion: HandlerSuggestion | None
    """Null where no pattern can be made of the text."""


class Unmatched(Struct, frozen=True, kw_only=True, rename={"since": "from", "until": "to"}):
    since: datetime
    until: datetime
    tz: str
    count: int
    """Of all, also of those whose text is not kept, or that are in no group shown."""
    people: int
    items: list[UnmatchedGroup]
    """The largest first. Only the 1000 most frequent texts are grouped."""
