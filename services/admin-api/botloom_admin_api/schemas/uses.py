"""Where an object of the configuration is used."""

from botloom_contracts.events import Entity
from msgspec import Struct


class ObjectUse(Struct, frozen=True, kw_only=True):
    """One place that leads to the object, or holds it."""

    entity: Entity
    id: int
    name: str
    """Its pattern, callback data, label or name."""
    field: str
    """Of it: `keyboard_id`, `layout`, `action[2].handler_id`, `data`."""


class ObjectUses(Struct, frozen=True, kw_only=True):
    items: list[ObjectUse]
    """By kind of object, then by id."""
    more: int
    """How many are left out."""
