"""How often handlers and buttons were used in a stretch of time, from as few rows as can be."""

from collections.abc import Collection
from datetime import date, datetime

from botloom_contracts.database.models import (
    DailyInteractionCount,
    InteractionCount,
    MonthlyInteractionCount,
    Statistics,
)
from sqlalchemy import Select, Subquery, false, func, literal, select, union_all

from .covers import cover
from .months import split_months

_MONTHLY, _DAILY, _QUARTERLY = MonthlyInteractionCount, DailyInteractionCount, InteractionCount


def uses_in(since: datetime, until: datetime, summed: Collection[date]) -> Subquery:
    """`summed` are the months that are added up.

    Rows of `event`, `handler_id` (0 for none), `callback_data` (empty for none) and `count`;
    several of them can be of one use."""
    covered = cover(since, until)
    months, days = split_months(covered.days, summed)
    parts: list[Select[str, int, str, int]] = []
    if months:
        parts.append(_counts(_MONTHLY).where(_MONTHLY.month.in_([one.since for one in months])))
    for one in days:
        parts.append(_counts(_DAILY).where(_DAILY.day >= one.since, _DAILY.day < one.until))
    for span in covered.quarters:
        within = _QUARTERLY.quarter >= span.since, _QUARTERLY.quarter < span.until
        parts.append(_counts(_QUARTERLY).where(*within))
    for span in covered.ends:
        within = Statistics.timestamp >= span.since, Statistics.timestamp < span.until
        parts.append(_rows().where(*within))
    return union_all(*(parts or [_counts(_DAILY).where(false())])).subquery("uses")


def _counts(
    table: type[MonthlyInteractionCount] | type[DailyInteractionCount] | type[InteractionCount],
) -> Select[str, int, str, int]:
    return select(table.event, table.handler_id, table.callback_data, table.count)


def _rows() -> Select[str, int, str, int]:
    return select(
        Statistics.event,
        func.coalesce(Statistics.handler_id, 0).label("handler_id"),
        func.coalesce(Statistics.callback_data, "").label("callback_data"),
        literal(1).label("count"),
    )
