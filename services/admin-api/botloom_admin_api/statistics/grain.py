"""How borders lie on the quarters of an hour in which sums are kept.

A quarter that a border cuts is counted by its rows, every other one by its sums: so any moment can
be a border. `borders` are in order and in UTC, and enclose one bucket less than they are; those
within a period, and of the days of a zone, cut nothing.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from botloom_contracts.quarters import QUARTER, quarter_of
from sqlalchemy import ARRAY, ColumnElement, DateTime, and_, func, literal, or_

Borders = Sequence[datetime]

_MOMENTS = ARRAY(DateTime(timezone=True))


def cut_quarters(borders: Borders) -> list[datetime]:
    """The beginnings of the quarters that a border cuts."""
    return sorted({quarter_of(one) for one in borders if quarter_of(one) != one})


def bucket_of(moment: Any, borders: Borders) -> ColumnElement[int]:
    """The number of the bucket, from 0, of a moment that is between the first and last border."""
    return func.width_bucket(moment, literal(list(borders[1:-1]), _MOMENTS))


def whole(quarter: Any, borders: Borders) -> ColumnElement[bool]:
    """That a quarter is within the borders and none of them cuts it."""
    inside = and_(quarter >= borders[0], quarter < borders[-1])
    cut = cut_quarters(borders)
    return and_(inside, quarter.not_in(cut)) if cut else inside


def ragged(moment: Any, borders: Borders) -> ColumnElement[bool] | None:
    """That a moment is within the borders and in a quarter that one cuts; None where none does."""
    cut = cut_quarters(borders)
    if not cut:
        return None
    in_one = (and_(moment >= quarter, moment < quarter + QUARTER) for quarter in cut)
    return and_(moment >= borders[0], moment < borders[-1], or_(*in_one))
