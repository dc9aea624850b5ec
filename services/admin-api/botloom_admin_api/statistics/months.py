"""Months in UTC that stats has added up, of which long ranges are made."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy.ext.asyncio import AsyncSession

from .snapshots import fetch

_SUMMED = "SELECT month FROM monthly_active_people"


class Days(NamedTuple):
    """From the first one up to, but without, the second one, in UTC."""

    since: date
    until: date


async def summed_months(session: AsyncSession) -> list[date]:
    """The first days of those over which both monthly tables have all."""
    return [month for (month,) in await fetch(session, _SUMMED)]


def split_months(
    days: tuple[date, date] | None, summed: Collection[date]
) -> tuple[list[Days], list[Days]]:
    """The months among `days` that are added up, and the days that are left, both in order."""
    if days is None:
        return [], []
    first, last = days
    months = [Days(month, next_month(month)) for month in sorted(summed)]
    within = [month for month in months if first <= month.since and month.until <= last]
    left: list[Days] = []
    for month in within:
        left.append(Days(first, month.since))
        first = month.until
    left.append(Days(first, last))
    return within, [one for one in left if one.since < one.until]


def next_month(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1)
