"""How far a change has come."""

from datetime import datetime

import msgspec


class GatewayPropagation(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    live: bool
    """Whether it runs the change."""
    seq: int
    """What it runs."""
    after_ms: int | None
    """From the commit until it took the change, or the first later one. Null where it has not,
    where it started later, and where it took more than 1,000 others since."""


class RecentPropagation(msgspec.Struct, frozen=True, kw_only=True):
    """Of the last changes, over all gateways that ran when they were committed."""

    changes: int
    """So many of them, of the last 200, were taken while a present gateway ran."""
    p50_ms: int | None
    p99_ms: int | None


class Propagation(msgspec.Struct, frozen=True, kw_only=True):
    seq: int
    """0 while nothing was ever changed."""
    committed_at: datetime | None
    gateways: list[GatewayPropagation]
    """Those that reported within the last 30 s, by their ids."""
    live: int
    """How many of them run the change."""
    total: int
    recent: RecentPropagation
