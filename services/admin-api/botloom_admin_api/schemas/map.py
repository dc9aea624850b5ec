"""What leads where in the bot, and how often it is gone that way."""

import msgspec
from botloom_constructor.bot_map import EdgeKind
from botloom_constructor.lint import Code
from botloom_contracts.events import Entity

from .problems import Reference
from .statistics import ZonedFigures


class MapNode(msgspec.Struct, frozen=True, kw_only=True):
    entity: Entity
    id: int
    name: str
    """Its pattern, callback data, label or name."""
    enabled: bool
    uses: int | None
    """Interactions that a handler answered, presses that a callback took, or presses of a button;
    null of a keyboard, and of a button that shares its data with another."""
    findings: list[Code]


class MapEdge(msgspec.Struct, frozen=True, kw_only=True):
    kind: EdgeKind
    source: Reference
    target: Reference
    uses: int | None
    """Null where the counts do not tell."""


class MapTotals(msgspec.Struct, frozen=True, kw_only=True):
    """Of the whole bot, whatever part of it is shown."""

    nodes: int
    edges: int
    dead_ends: int
    orphans: int


class Map(ZonedFigures, frozen=True, kw_only=True):
    """Counts are of interactions from `from` up to, but without, `to`."""

    nodes: list[MapNode]
    edges: list[MapEdge]
    """Between the nodes that are shown."""
    dead_ends: list[Reference]
    """Shown nodes after which a person can neither press nor answer anything."""
    orphans: list[Reference]
    """Shown nodes that nothing leads to, but for what people can write."""
    totals: MapTotals
    truncated: bool
    """That there are more nodes of those asked for than `limit`."""
