"""Counts of interactions: sums over whole quarters of an hour, rows in those that a border cuts."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Literal

from botloom_contracts.database.models import (
    DailyInteractionCount,
    EventCount,
    InteractionCount,
    StartCount,
    Statistics,
)
from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Select,
    Subquery,
    cast,
    func,
    literal,
    literal_column,
    select,
    union_all,
)

from .grain import Borders, bucket_of, ragged, whole

Column = Literal["event", "handler_id", "callback_data", "source"]

_OF_ROWS: dict[Column, ColumnElement[Any]] = {
    "event": Statistics.event.expression,
    "handler_id": func.coalesce(Statistics.handler_id, 0),
    "callback_data": func.coalesce(Statistics.callback_data, ""),
    "source": Statistics.payload.expression,
}


def tally(borders: Borders, *columns: Column) -> Subquery:
    """Rows of `bucket`, the columns and `count`, several of the same kind: sum them by `total`.

    `source` is of deep links, alone. Where nothing answered `handler_id` is 0, and where nothing
    was pressed `callback_data` is empty.
    """
    if len(borders) == 2 and "source" not in columns:
        parts = _by_days(borders, columns)
    else:
        parts = [_by_quarters(borders, columns)]
    in_cut = ragged(Statistics.timestamp, borders)
    if in_cut is not None:
        rows = _select(_OF_ROWS, columns, Statistics.timestamp, borders, literal_column("1"))
        if "source" in columns:
            rows = rows.where(Statistics.event == "start", Statistics.payload.is_not(None))
        parts.append(rows.where(in_cut))
    return union_all(*parts).subquery("tally")


def total(counted: Subquery) -> ColumnElement[int]:
    return cast(func.coalesce(func.sum(counted.c.count), 0), BigInteger)


def _by_quarters(borders: Borders, columns: tuple[Column, ...]) -> Select[Any]:
    table: Any = InteractionCount
    if columns == ("event",):
        table = EventCount
    elif columns == ("source",):
        table = StartCount
    found = _select(table.__table__.c, columns, table.quarter, borders, table.count)
    return found.where(whole(table.quarter, borders))


def _by_days(borders: Borders, columns: tuple[Column, ...]) -> list[Select[Any]]:
    """Of one bucket: what is in whole days of UTC from these, for there are fewer rows of them."""
    since, until = borders
    first, last = _day_from(since), until.date()
    if first >= last:
        return [_of_uses(borders, columns, borders)]
    day, midnights = DailyInteractionCount.day, (_midnight(first), _midnight(last))
    daily = _select(
        DailyInteractionCount.__table__.c, columns, None, borders, DailyInteractionCount.count
    )
    return [
        daily.where(day >= first, day < last),
        _of_uses((since, midnights[0]), columns, borders),
        _of_uses((midnights[1], until), columns, borders),
    ]


def _of_uses(part: Borders, columns: tuple[Column, ...], borders: Borders) -> Select[Any]:
    table = InteractionCount
    found = _select(table.__table__.c, columns, None, borders, table.count)
    return found.where(whole(table.quarter, part))


def _select(
    source: Any, columns: tuple[Column, ...], moment: Any, borders: Borders, count: Any
) -> Select[Any]:
    bucket = literal(0) if moment is None else bucket_of(moment, borders)
    return select(
        bucket.label("bucket"), *(source[one].label(one) for one in columns), count.label("count")
    )


def _day_from(moment: datetime) -> date:
    """The first day of UTC that begins at the moment or later."""
    day = moment.date()
    return day if moment == _midnight(day) else day + timedelta(days=1)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
