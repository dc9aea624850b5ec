"""Who was active and who was new: exact sets of people, by their numbers."""

from collections import defaultdict
from typing import Any

from botloom_contracts.database.models import ActivePeople, Person, Statistics
from botloom_contracts.number_sets import united
from botloom_contracts.quarters import QUARTER
from pyroaring import BitMap
from sqlalchemy import Subquery, func, select, union_all
from sqlalchemy.ext.asyncio import AsyncSession

from .grain import Borders, bucket_of, cut_quarters, ragged, whole


async def active_people(session: AsyncSession, borders: Borders) -> list[BitMap]:
    """Who did something, of each bucket."""
    sets: defaultdict[int, list[bytes]] = defaultdict(list)
    quarters = select(bucket_of(ActivePeople.quarter, borders), ActivePeople.numbers)
    for bucket, numbers in await session.execute(
        quarters.where(whole(ActivePeople.quarter, borders))
    ):
        sets[bucket].append(numbers)
    found = [united(sets[bucket]) for bucket in range(len(borders) - 1)]
    in_cut = ragged(Statistics.timestamp, borders)
    if in_cut is not None:
        rows = select(bucket_of(Statistics.timestamp, borders), Person.number)
        rows = rows.join(Person, Person.user_id == Statistics.user_id).where(in_cut).distinct()
        for bucket, number in await session.execute(rows):
            found[bucket].add(number)
    return found


async def count_new_people(session: AsyncSession, borders: Borders) -> list[int]:
    """Those who did something for the first time ever, of each bucket."""
    first = _first_times(borders)
    rows = await session.execute(select(first.c.bucket, func.count()).group_by(first.c.bucket))
    counts = dict(rows.tuples().all())
    return [counts.get(bucket, 0) for bucket in range(len(borders) - 1)]


async def new_people(session: AsyncSession, borders: Borders) -> list[BitMap]:
    """The same as sets."""
    first = _first_times(borders)
    rows = await session.execute(
        select(first.c.bucket, func.array_agg(first.c.number)).group_by(first.c.bucket)
    )
    numbers = dict(rows.tuples().all())
    return [BitMap(numbers.get(bucket, ())) for bucket in range(len(borders) - 1)]


def _first_times(borders: Borders) -> Subquery:
    """Rows of `bucket` and `number`. People know the quarter alone; rows tell the moment."""
    parts: list[Any] = [
        select(bucket_of(Person.first_quarter, borders).label("bucket"), Person.number).where(
            whole(Person.first_quarter, borders)
        )
    ]
    for quarter in cut_quarters(borders):
        first = (
            select(Person.number, func.min(Statistics.timestamp).label("moment"))
            .join(Person, Person.user_id == Statistics.user_id)
            .where(
                Person.first_quarter == quarter,
                Statistics.timestamp >= quarter,
                Statistics.timestamp < quarter + QUARTER,
            )
            .group_by(Person.number)
            .subquery()
        )
        moment = first.c.moment
        within = (moment >= borders[0], moment < borders[-1])
        parts.append(select(bucket_of(moment, borders), first.c.number).where(*within))
    return union_all(*parts).subquery("first_times")
