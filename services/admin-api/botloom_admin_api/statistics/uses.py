"""How often handlers and buttons were used in a stretch of time, from as few rows as can be."""

from datetime import datetime

from botloom_contracts.database.models import DailyInteractionCount, InteractionCount, Statistics
from sqlalchemy import Select, Subquery, false, func, literal, select, union_all

from .covers import cover

_DAILY, _QUARTERLY = DailyInteractionCount, InteractionCount


def uses_in(since: datetime, until: datetime) -> Subquery:
    """Rows of `event`, `handler_id` (0 for none), `callback_data` (empty for none) and `count`;
    several of them can be of one use."""
    covered = cover(since, until)
    parts: list[Select[str, int, str, int]] = []
    if covered.days is not None:
        first, last = covered.days
        parts.append(_counts(_DAILY).where(_DAILY.day >= first, _DAILY.day < last))
    for span in covered.quarters:
        within = _QUARTERLY.quarter >= span.since, _QUARTERLY.quarter < span.until
        parts.append(_counts(_QUARTERLY).where(*within))
    for span in covered.ends:
        within = Statistics.timestamp >= span.since, Statistics.timestamp < span.until
        parts.append(_rows().where(*within))
    return union_all(*(parts or [_counts(_DAILY).where(false())])).subquery("uses")


def _counts(
    table: type[DailyInteractionCount] | type[InteractionCount],
) -> Select[str, int, str, int]:
    return select(table.event, table.handler_id, table.callback_data, table.count)


def _rows() -> Select[str, int, str, int]:
    return select(
        Statistics.event,
        func.coalesce(Statistics.handler_id, 0).label("handler_id"),
        func.coalesce(Statistics.callback_data, "").label("callback_data"),
        literal(1).label("count"),
    )
