"""Going back to an earlier configuration."""

from botloom_contracts.events import Entity
from msgspec import Struct

from ..history.differences import ObjectChange
from ..history.log_reader import ChangeCounts
from .fields import Id, Seq


class RestoreRequest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole configuration, or the object that `entity` and `entity_id` name."""

    seq: Seq
    """Of the last event that is to count; 0 is before the first."""
    entity: Entity | None = None
    entity_id: Id | None = None
    preview: bool = False
    """Do everything but keep it."""
    if_seq: Seq | None = None
    """Refuse with 412 unless this is the last event."""


class RestoreWarning(Struct, frozen=True):
    """A rule that has become stricter since: the object is restored nevertheless."""

    entity: Entity
    id: int
    field: str
    rule: str
    detail: str


class RestoreResult(Struct, frozen=True, kw_only=True):
    seq: int
    """The last event there is now; after a preview, what to give as `if_seq`."""
    counts: ChangeCounts
    changes: list[ObjectChange]
    """The first 100, by kinds and ids. `/events/diff` shows all of them, by pages."""
    warnings: list[RestoreWarning]
    """The first 100."""
