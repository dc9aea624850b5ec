"""Events that the services tell each other.

JSON with the tag `type` and the version `v`. Fields are only ever added, with defaults, so that
every consumer reads what an older or a newer producer wrote.
"""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec

InteractionKind = Literal[
    "start",
    "command",
    "message",
    "answer",
    "unmatched",
    "button_click",
    "stale_button",
    "blocked",
    "unblocked",
    "new_member",
    "left_member",
    "join_request",
]
"""`answer` is a message that answers a question; `unmatched` one that only the fallback takes, if
that; `stale_button` the press of a button whose callback is gone."""

Entity = Literal["handler", "callback", "button", "keyboard"]

Moment = Annotated[datetime, msgspec.Meta(tz=True)]

PAYLOAD_MAX = 256
"""Longer payloads are cut: they are for reading, not for keeping."""


class Interaction(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", gc=False
):
    """What a person did with the bot; one for each update, known by `update_id`.

    `at` is when the gateway took the update, in UTC; it is the same in every copy of the event.
    `payload` is the argument of a command, or the text that no pattern took. `config_seq` is the
    configuration that answered.
    """

    update_id: int
    event: InteractionKind
    user_id: int
    chat_id: int
    at: Moment
    handler_id: int | None = None
    callback_data: str | None = None
    payload: str | None = None
    config_seq: int = 0
    first_name: str | None = None
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    v: int = 1


class ConfigChanged(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type"
):
    """An event of the configuration's log, `config_events`, as it was committed.

    `state` is the whole new row of `entity`, None when it was deleted; `previous` the row before,
    None when it was created.
    """

    seq: int
    event_id: UUID
    occurred_at: Moment
    actor: str
    change: str
    entity: Entity
    entity_id: int
    state: dict[str, Any] | None = None
    previous: dict[str, Any] | None = None
    v: int = 1


class DraftsChanged(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type"
):
    """Drafts were made, changed, dropped or published: `versions` has those that there are now."""

    at: Moment
    versions: dict[int, int]
    """By the draft's id."""
    v: int = 1


class CacheRebuildRequested(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type"
):
    """Build the whole cache anew, because `reason`."""

    at: Moment
    reason: str
    v: int = 1


class CacheUpdateRequested(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type"
):
    """Bring the cache up to date: someone knows of the event `seq`, which it may not have yet."""

    at: Moment
    seq: int
    v: int = 1


class ConfigApplied(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type"
):
    """The cache stands at `seq`. Announced on a Pub/Sub channel, so it can be missed.

    With `keys`, only these differ from the cache at `since`; without, anything may.
    """

    seq: int
    since: int | None = None
    keys: tuple[str, ...] | None = None
    v: int = 1


Event = (
    Interaction
    | ConfigChanged
    | DraftsChanged
    | CacheRebuildRequested
    | CacheUpdateRequested
    | ConfigApplied
)
