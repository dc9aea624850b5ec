"""How many interactions there were, by event."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise

from botloom_contracts.database.models import Statistics
from msgspec import Struct
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from .covers import Span, cover, merged, quarters_of
from .months import split_months, summed_months
from .snapshots import fetch


class UseFilter(Struct, frozen=True, kw_only=True):
    """Of which interactions; what is None or empty does not matter."""

    events: tuple[str, ...] = ()
    handler_id: int | None = None
    callback_data: str | None = None

    @property
    def by_use(self) -> bool:
        return self.handler_id is not None or self.callback_data is not None


_COUNTS = """
SELECT place, event, count FROM unnest($1::int[], $2::{kind}[], $3::{kind}[])
    AS span (place, since, until)
CROSS JOIN LATERAL (
    SELECT event, sum(count)::bigint AS count FROM {table}
    WHERE {column} >= span.since AND {column} < span.until {conditions}
    GROUP BY event
) counted
"""


async def events_between(
    session: AsyncSession, borders: Sequence[datetime], wanted: UseFilter | None = None
) -> list[Counter[str]]:
    """From each border up to the next one."""
    wanted = wanted or UseFilter()
    counts: list[Counter[str]] = [Counter() for _ in borders[1:]]
    quarters: list[tuple[int, datetime, datetime]] = []
    days: list[tuple[int, date, date]] = []
    months: list[tuple[int, date, date]] = []
    summed = await summed_months(session)
    for place, ends in enumerate(pairwise(borders)):
        covered = cover(*ends)
        whole, left = split_months(covered.days, summed)
        months += [(place, *month) for month in whole]
        in_quarters = covered.quarters
        if wanted.by_use:
            days += [(place, *some) for some in left]
        else:
            in_quarters = merged(sorted([*in_quarters, *map(quarters_of, left)]))
        quarters += [(place, *span) for span in in_quarters]
        for part in covered.ends:
            counts[place].update(await _count_rows(session, part, wanted))
    table = "interaction_counts" if wanted.by_use else "event_counts"
    conditions, values = _conditions(wanted)
    for spans, of_spans in (
        (quarters, {"table": table, "column": "quarter", "kind": "timestamptz"}),
        (days, {"table": "daily_interaction_counts", "column": "day", "kind": "date"}),
        (months, {"table": "monthly_interaction_counts", "column": "month", "kind": "date"}),
    ):
        if spans:
            query = _COUNTS.format(conditions=conditions, **of_spans)
            for place, event, count in await fetch(
                session, query, *zip(*spans, strict=True), *values
            ):
                counts[place][event] += count
    return counts


def _conditions(wanted: UseFilter) -> tuple[str, list[object]]:
    given: list[tuple[str, object]] = [
        (f"{column} = {placed}", value)
        for column, placed, value in (
            ("event", "ANY(${}::text[])", list(wanted.events) or None),
            ("handler_id", "${}::bigint", wanted.handler_id),
            ("callback_data", "${}::text", wanted.callback_data),
        )
        if value is not None
    ]
    conditions = "".join(
        f" AND {condition.format(number)}" for number, (condition, _) in enumerate(given, start=4)
    )
    return conditions, [value for _, value in given]


async def _count_rows(session: AsyncSession, span: Span, wanted: UseFilter) -> dict[str, int]:
    row = Statistics
    conditions: list[ColumnElement[bool]] = [
        row.timestamp >= span.since,
        row.timestamp < span.until,
    ]
    if wanted.events:
        conditions.append(row.event == func.any(list(wanted.events)))
    if wanted.handler_id is not None:
        conditions.append(row.handler_id == wanted.handler_id)
    if wanted.callback_data is not None:
        conditions.append(row.callback_data == wanted.callback_data)
    query = select(row.event, func.count()).where(*conditions).group_by(row.event)
    return dict((await session.execute(query)).all())
