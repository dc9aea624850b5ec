"""The days of a time zone up to a moment, which DAU, WAU and MAU are of. Pure."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from pyroaring import BitMap


class Window(NamedTuple):
    since: datetime
    until: datetime


def last_days(until: datetime, days: int, zone: ZoneInfo) -> Window:
    """So many days of the zone; the last of them is the one that `until` ends or is in."""
    last = (until - timedelta.resolution).astimezone(zone).date()
    first = last - timedelta(days=days - 1)
    return Window(datetime.combine(first, time(), zone).astimezone(UTC), until)


class PartedSets:
    """Sets of people, each from one of `edges` up to the next one; any of these can be the ends of
    a window."""

    def __init__(self, edges: Sequence[datetime], sets: Sequence[BitMap]) -> None:
        self._edges = edges
        self._sets = sets

    def of(self, window: Window) -> BitMap:
        first, last = (bisect_left(self._edges, one) for one in window)
        return _union(self._sets[first:last])


def _union(sets: Iterable[BitMap]) -> BitMap:
    filled = [one for one in sets if one]
    return BitMap.union(*filled) if filled else BitMap()
