"""Are the sums those of the rows? Everything is counted again, some days at a time."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from botloom_contracts.database.models import (
    DailyInteractionCount,
    StatisticsRetention,
    StatsProgress,
)
from botloom_contracts.number_sets import decode_numbers
from pyroaring import BitMap
from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncResult

from ..schemas.reconciliation import Difference
from . import recount
from .recounted_days import Span, days, together, whole_quarters

DIFFERENCES_MAX = 100
DAY_SECONDS = 600.0
"""How long one statement, which counts a day or more, may take."""

_PARTITIONS = """
SELECT relname FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
WHERE inhparent = 'statistics'::regclass
"""
_FEW_ROWS = {"yield_per": 4}


class Reconciled(NamedTuple):
    since: datetime | None
    """Of the first quarter of an hour that was compared."""
    until: datetime | None
    kept_from: datetime | None
    interactions: int
    total: int
    differences: list[Difference]


class _Found:
    def __init__(self) -> None:
        self.interactions = 0
        self.total = 0
        self.first: list[Difference] = []

    def add(self, difference: Difference) -> None:
        self.total += 1
        if len(self.first) < DIFFERENCES_MAX:
            self.first.append(difference)

    def add_sets(
        self,
        relation: str,
        column: str,
        counted: Mapping[Any, BitMap],
        kept: Mapping[Any, BitMap],
    ) -> None:
        """Sets of people by a time, which `column` says."""
        nobody = BitMap()
        for when in sorted(counted.keys() | kept.keys()):
            here = counted.get(when, nobody)
            for number in here ^ kept.get(when, nobody):
                key: dict[str, int | str] = {column: when.isoformat(), "number": number}
                is_here = int(number in here)
                self.add(Difference(relation, key, is_here, 1 - is_here))


async def reconcile(
    engine: AsyncEngine,
    since: datetime | None = None,
    until: datetime | None = None,
    proceed: Callable[[], bool] = lambda: True,
) -> Reconciled | None:
    """Of the whole quarters of an hour in the period, where rows are kept; by default, of all.

    Of one moment, whoever writes meanwhile. None when `proceed`, asked between days, says no.
    """
    isolated = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    async with isolated.connect() as connection:
        await connection.execute(text("SET LOCAL TimeZone = 'UTC'"))
        # Before the snapshot, so that no month is dropped in the middle.
        await connection.execute(text("LOCK TABLE statistics IN ACCESS SHARE MODE"))
        partitions = list(await connection.scalars(text(_PARTITIONS)))
        kept = await connection.scalar(select(StatisticsRetention.kept_from))
        everything = list(days(_EVERYTHING, partitions))
        asked = whole_quarters(since or _EVERYTHING.since, until or _EVERYTHING.until)
        spans = list(days(asked, partitions))
        found = _Found()
        for span in together(spans, await _rows_a_day(connection)):
            if not proceed():
                return None
            await _compare(connection, span, found)
        await _compare_months(connection, asked, found)
        if spans == everything and kept is None:
            await _compare_progress(connection, found)
    return Reconciled(
        since=spans[0].since if spans else None,
        until=spans[-1].until if spans else None,
        kept_from=None if kept is None else datetime.combine(kept, _EVERYTHING.since.timetz()),
        interactions=found.interactions,
        total=found.total,
        differences=found.first,
    )


_EVERYTHING = Span(
    datetime.fromisoformat("0001-01-01T00:00Z"), datetime.fromisoformat("9999-12-31T00:00Z")
)


async def _rows_a_day(connection: AsyncConnection) -> dict[date, int]:
    """By the sums: it only decides what is counted at once."""
    days = DailyInteractionCount
    rows = await connection.execute(select(days.day, func.sum(days.count)).group_by(days.day))
    return {day: int(count) for day, count in rows}


async def _compare(connection: AsyncConnection, span: Span, found: _Found) -> None:
    within = {"since": span.since, "until": span.until}
    statements = [recount.sums(of_days=span.is_of_days), recount.people()]
    if span.is_of_days:
        statements.append(recount.packed())
    for statement in statements:
        await _tell(connection, statement, within, found)
    counted: dict[datetime, BitMap] = {}
    async with _streamed(connection, recount.ACTIVE, within) as recounted:
        async for quarter, numbers in recounted:
            counted[quarter] = BitMap(numbers)
    kept = await _kept_sets(connection, recount.KEPT_ACTIVE, within)
    found.add_sets("active_people", "quarter", counted, kept)
    if span.is_of_days:
        by_day: defaultdict[date, BitMap] = defaultdict(BitMap)
        for quarter, numbers in counted.items():
            by_day[quarter.astimezone(UTC).date()] |= numbers
        kept_by_day = await _kept_sets(connection, recount.KEPT_ACTIVE_BY_DAY, within)
        found.add_sets("daily_active_people", "day", by_day, kept_by_day)


async def _compare_months(connection: AsyncConnection, asked: Span, found: _Found) -> None:
    """With their days, which are compared with the rows: the rows of some may be dropped."""
    within = {"since": asked.since, "until": asked.until}
    await _tell(connection, recount.added_up(), within, found)
    of_days = await _kept_sets(connection, recount.ACTIVE_OF_MONTHS, within)
    kept = await _kept_sets(connection, recount.KEPT_ACTIVE_BY_MONTH, within)
    found.add_sets("monthly_active_people", "month", of_days, kept)


async def _tell(
    connection: AsyncConnection, statement: str, within: dict[str, datetime], found: _Found
) -> None:
    rows = await connection.execute(text(statement), {**within, "most": DIFFERENCES_MAX})
    told = rows.all()
    found.interactions += int(told[0].interactions)
    listed = [Difference(*row[2:]) for row in told if row.relation is not None]
    for one in listed:
        found.add(one)
    found.total += told[0].total - len(listed)


async def _kept_sets(
    connection: AsyncConnection, statement: str, within: dict[str, datetime]
) -> dict[Any, BitMap]:
    kept: defaultdict[Any, BitMap] = defaultdict(BitMap)
    async with _streamed(connection, statement, within) as rows:
        async for when, encoded in rows:
            kept[when] |= decode_numbers(encoded)
    return kept


def _streamed(
    connection: AsyncConnection, statement: str, within: dict[str, datetime]
) -> AbstractAsyncContextManager[AsyncResult[*tuple[Any, ...]]]:
    """In memory are a set for each quarter of an hour, and few rows of either kind."""
    return connection.stream(text(statement), within, execution_options=_FEW_ROWS)


async def _compare_progress(connection: AsyncConnection, found: _Found) -> None:
    """All rows that were ever written are there."""
    written = await connection.scalar(select(StatsProgress.written)) or 0
    if written != found.interactions:
        key: dict[str, int | str] = {"column": "written"}
        found.add(Difference("stats_progress", key, found.interactions, written))
