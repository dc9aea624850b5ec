"""What a command does to one object, and what it makes of its row."""

from typing import Any, NamedTuple

from .repository import Row
from .resources.resource import Resource

AnyResource = Resource[Any, Any, Any]


class Create(NamedTuple):
    resource: AnyResource
    fields: Any
    """Of the resource's type `fields`."""


class Update(NamedTuple):
    resource: AnyResource
    entity_id: int
    patch: Any
    """Of the resource's type `patch`."""
    if_match: str | None = None
    """The header; without it, any version may be changed."""


class Put(NamedTuple):
    """Give an object all its fields; where it is not there, or no more, make it with that id."""

    resource: AnyResource
    entity_id: int
    """One that it had, or one of `Repository.new_ids`."""
    fields: Any


class Delete(NamedTuple):
    resource: AnyResource
    entity_id: int
    if_match: str | None = None


Operation = Create | Update | Put | Delete


class Changed(NamedTuple):
    row: Row | None
    """None when it was deleted."""
    seq: int
    """The event that made the row so, or a later one: gateways that run it show the row."""
