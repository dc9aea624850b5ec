"""The months of `statistics`, each a partition, made where a row is to come."""

from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta

import asyncpg

Month = tuple[int, int]
"""Year and month, in UTC."""

PLAUSIBLE_YEARS = range(2015, 2100)
"""Telegram has had bots since 2015; a month's partition is made for any of these years."""


class RefusedMomentError(Exception):
    """No partition is made for such a moment."""


class Partitions:
    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool
        self._made: set[Month] = set()

    async def make(self, months: Collection[Month]) -> None:
        for year, month in sorted(set(months) - self._made):
            first_day = date(year, month, 1)
            async with self._pool.acquire() as connection:
                # The month after as well, so that no batch waits for it at the turn of the month.
                for day in (first_day, first_day + timedelta(days=32)):
                    await connection.execute("SELECT create_statistics_partition($1)", day)
            self._made.add((year, month))

    def forget(self) -> None:
        """Have them made again: one was dropped."""
        self._made.clear()


def month_of(moment: datetime) -> Month:
    """Raises `RefusedMomentError` where it is out of range."""
    if moment.year not in PLAUSIBLE_YEARS:
        raise RefusedMomentError(f"`at` is out of range: {moment}")
    in_utc = moment.astimezone(UTC)
    return in_utc.year, in_utc.month


def border_near(quarters: Collection[datetime], distance: timedelta) -> datetime | None:
    """The beginning of a month that is less than `distance` from one of these."""
    for moment in quarters:
        for near in (moment - distance, moment + distance):
            if (near.year, near.month) != (moment.year, moment.month):
                later = max(near, moment)
                return datetime(later.year, later.month, 1, tzinfo=UTC)
    return None
