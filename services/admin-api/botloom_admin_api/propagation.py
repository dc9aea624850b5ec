"""How far changes have come, from the log and from what gateways report. Pure."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import datetime
from math import ceil
from typing import NamedTuple

from .schemas.propagation import GatewayPropagation, Propagation, RecentPropagation


class Change(NamedTuple):
    seq: int
    committed_at: datetime


class Gateway(NamedTuple):
    id: str
    seq: int
    """What it runs."""
    taken: Sequence[tuple[int, int]]
    """What it took, and when, in Unix milliseconds; in the order of `seq`. The first is what it
    started with, or the oldest that is still known."""


def propagation(
    seq: int, change: Change | None, recent: Sequence[Change], gateways: Sequence[Gateway]
) -> Propagation:
    """`change` is that of `seq`; None where there is none yet."""
    told = [
        GatewayPropagation(
            id=gateway.id,
            live=gateway.seq >= seq,
            seq=gateway.seq,
            after_ms=None if change is None else after_ms(gateway, change),
        )
        for gateway in sorted(gateways)
    ]
    return Propagation(
        seq=seq,
        committed_at=None if change is None else change.committed_at,
        gateways=told,
        live=sum(gateway.live for gateway in told),
        total=len(told),
        recent=_recent(recent, gateways),
    )


def after_ms(gateway: Gateway, change: Change) -> int | None:
    """From the commit until the gateway took the change or the first later one; None where that is
    not known."""
    index = bisect_left(gateway.taken, (change.seq,))
    # Before the first, it did not run, or it is not known any more when it took what.
    if not 0 < index < len(gateway.taken):
        return None
    _, taken_at = gateway.taken[index]
    # Not less than 0: the clocks are of different machines.
    return max(0, round(taken_at - change.committed_at.timestamp() * 1000))


def _recent(changes: Sequence[Change], gateways: Sequence[Gateway]) -> RecentPropagation:
    by_change = [
        [found for gateway in gateways if (found := after_ms(gateway, change)) is not None]
        for change in changes
    ]
    times = sorted(found for each in by_change for found in each)
    return RecentPropagation(
        changes=sum(map(bool, by_change)),
        p50_ms=_percentile(times, 0.5),
        p99_ms=_percentile(times, 0.99),
    )


def _percentile(ordered: Sequence[int], share: float) -> int | None:
    """The least that so large a share does not exceed (nearest rank)."""
    return ordered[ceil(share * len(ordered)) - 1] if ordered else None
