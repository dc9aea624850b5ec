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
    """Of all, also of those that are not among the latest, or in no group."""
    latest: int
    """So many are looked at, the latest ones: 50,000 at most."""
    people: int
    """Who wrote these."""
    items: list[UnmatchedGroup]
    """The largest first. Of the latest ones, the 1000 most frequent texts are grouped."""
