"""Drafts, what they change, and how they are published."""

from datetime import datetime
from typing import Annotated

from msgspec import UNSET, Meta, Struct, UnsetType

from ..history.differences import ObjectChange
from .problems import Reference

DRAFTS_MAX = 20
CHANGES_MAX = 1000
"""Objects that one draft changes."""
TESTERS_MAX = 50

DraftName = Annotated[str, Meta(min_length=1, max_length=64, pattern=r"^\S(.*\S)?$")]
TesterId = Annotated[int, Meta(ge=1, le=2**52)]
Testers = Annotated[list[TesterId], Meta(max_length=TESTERS_MAX)]


class DraftFields(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that the author of a draft sets: the body that creates one."""

    name: DraftName
    testers: Testers = []
    """Telegram's ids of the people whom the bot answers by the draft."""


class DraftPatch(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The fields to change; what is left out stays."""

    name: DraftName | UnsetType = UNSET
    testers: Testers | UnsetType = UNSET


class DraftView(Struct, frozen=True, kw_only=True):
    id: int
    name: str
    version: int
    """Counts the changes of the draft, those in it included; the ETag is the same number."""
    testers: list[int]
    changes: int
    """How many objects it changes."""
    created_by: str
    created_by_name: str
    """What the account or the token is called."""
    created_at: datetime
    updated_at: datetime


class DraftDetails(DraftView, frozen=True, kw_only=True):
    conflicts: list[Reference]
    """What was changed live, too, since the draft changed it."""


class DraftDiff(Struct, frozen=True, kw_only=True):
    """What would change if the draft were published now."""

    version: int
    """Of the draft; the ETag is the same number."""
    items: list[ObjectChange]
    conflicts: list[Reference]


class PublishRequest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    overwrite: bool | Annotated[list[Reference], Meta(max_length=CHANGES_MAX)] = False
    """The conflicts in which the draft is to win: all of them, or those named."""


class Published(Struct, frozen=True, kw_only=True):
    seq: int
    """Of the last event; a gateway that runs it, or a later one, shows all changes."""
    changes: int
    """How many objects differ from before."""
