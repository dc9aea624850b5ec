"""When people were first and last here, to the moment."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from botloom_contracts.database.models import Person, Statistics
from botloom_contracts.quarters import QUARTER
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from ..repository import Row
from ..schemas.people import PersonView


class Seen(NamedTuple):
    first: datetime
    last: datetime


async def seen(session: AsyncSession, user_ids: Sequence[int]) -> Mapping[int, Seen]:
    """By the user's id. Where the interaction is no longer kept, when its quarter began."""
    query = select(
        Person.user_id,
        func.coalesce(_within(Person.first_quarter, func.min), Person.first_quarter),
        func.coalesce(_within(Person.last_quarter, func.max), Person.last_quarter),
    ).where(Person.user_id == func.any(list(user_ids)))
    return {user_id: Seen(*moments) for user_id, *moments in await session.execute(query)}


def _within(quarter: Any, chosen: Any) -> ColumnElement[datetime]:
    """Only the month of the quarter is looked into, by its index."""
    moment: ColumnElement[datetime] = (
        select(chosen(Statistics.timestamp))
        .where(
            Statistics.user_id == Person.user_id,
            Statistics.timestamp >= quarter,
            Statistics.timestamp < quarter + QUARTER,
        )
        .correlate(Person)
        .scalar_subquery()
    )
    return moment


async def views(session: AsyncSession, rows: Sequence[Row]) -> list[PersonView]:
    moments = await seen(session, [row["user_id"] for row in rows])
    return [PersonView(**columns(row, moments[row["user_id"]])) for row in rows]


_SHOWN = set(PersonView.__struct_fields__)


def columns(row: Row, moments: Seen) -> dict[str, Any]:
    """The fields of a `PersonView`."""
    shown = {name: value for name, value in row.items() if name in _SHOWN}
    return {**shown, "first_seen": moments.first, "last_seen": moments.last}
