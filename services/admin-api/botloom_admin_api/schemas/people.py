"""The people who use the bot."""

from datetime import datetime
from typing import Annotated

from botloom_contracts.events import InteractionKind
from msgspec import UNSET, Meta, Struct, UnsetType

from .fields import Id

TAG_MAX = 64
"""Characters."""
TAGS_MAX = 50
"""Of one person."""

GivenTag = Annotated[str, Meta(min_length=1, max_length=4 * TAG_MAX)]
GivenTags = Annotated[tuple[GivenTag, ...], Meta(max_length=TAGS_MAX)]
"""As they are written; `people.tags` reads them."""


class PersonView(Struct, frozen=True, kw_only=True):
    user_id: int
    first_name: str | None
    last_name: str | None
    username: str | None
    language_code: str | None
    source: str | None
    """The payload of the first deep link that brought them."""
    first_seen: datetime
    last_seen: datetime
    """Where the interaction itself is no longer kept, the beginning of its quarter of an hour."""
    blocked_since: datetime | None
    tags: list[str]


class PersonTotals(Struct, frozen=True, kw_only=True):
    """Of the interactions that are kept."""

    interactions: int
    active_days: int
    """Days in `tz` with an interaction."""
    events: dict[str, int]
    """Interactions of each kind; kinds that did not occur are left out."""


class PersonDetail(PersonView, frozen=True, kw_only=True):
    tz: str
    totals: PersonTotals


class PersonPatch(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The fields to change; what is left out stays. `tags` are replaced as a whole."""

    tags: GivenTags | UnsetType = UNSET


class TagChange(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Tags for many people at once."""

    add: GivenTags = ()
    remove: GivenTags = ()
    user_ids: Annotated[tuple[Id, ...], Meta(max_length=10_000)] | None = None
    """Only those of them; null for all whom the filters let through."""


class Tagged(Struct, frozen=True):
    people: int
    """Whose tags are others now."""


class TagCount(Struct, frozen=True):
    tag: str
    people: int


class Tags(Struct, frozen=True):
    items: list[TagCount]
    """Those of most people first, 1000 at the most."""


class DoneHandler(Struct, frozen=True):
    id: int
    pattern: str | None
    """As it is now, like the title, or as it was last; null where not even the log knows it."""
    title: str | None
    deleted: bool


class DoneButton(Struct, frozen=True):
    callback_data: str
    label: str | None
    """Of a button that sends this; null where there is none any more."""


class TimelineEntry(Struct, frozen=True, kw_only=True):
    """What the person did."""

    at: datetime
    event: InteractionKind
    chat_id: int
    handler: DoneHandler | None
    """That answered."""
    button: DoneButton | None
    """That was pressed."""
    payload: str | None
    """The argument of a command, or the text that no pattern took."""
    config_seq: int
    """The configuration that answered."""
