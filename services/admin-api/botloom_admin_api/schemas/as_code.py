"""Plans of what a document would change, and what one changed."""

from msgspec import Struct

from ..as_code.planning import PlannedChange


class Counts(Struct, frozen=True, kw_only=True):
    """Of objects."""

    created: int
    updated: int
    deleted: int
    unchanged: int
    """Those of the document that are as it says."""


class Plan(Struct, frozen=True, kw_only=True):
    plan_id: str
    """Of this document and this configuration; applying needs it."""
    base_seq: int
    """The configuration that the plan was made of."""
    counts: Counts
    changes: list[PlannedChange]


class Applied(Struct, frozen=True, kw_only=True):
    seq: int
    """Of the last event; a gateway that runs it, or a later one, shows all changes."""
    base_seq: int
    counts: Counts
