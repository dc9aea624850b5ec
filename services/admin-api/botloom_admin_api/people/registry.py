"""One person: who it is, what they did, and the tags that admins gave them."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from botloom_contracts.database.models import Person, Statistics
from sqlalchemy import Date, func, select, update
from sqlalchemy import cast as sql_cast
from sqlalchemy.ext.asyncio import AsyncSession

from ..errors import NotFound
from ..repository import Row
from ..schemas.fields import is_id
from ..schemas.people import PersonDetail, PersonTotals
from .listing import PEOPLE
from .seen import columns, seen


def no_person(user_id: int) -> NotFound:
    return NotFound(f"There is no person {user_id}.")


async def detail(session: AsyncSession, user_id: int, zone: ZoneInfo) -> PersonDetail:
    """This must be the first thing that the session's transaction does. Raises `NotFound`."""
    await session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
    row = await _row(session, user_id)
    moments = await seen(session, [user_id])
    totals = await _totals(session, user_id, zone)
    return PersonDetail(**columns(row, moments[user_id]), tz=zone.key, totals=totals)


async def set_tags(session: AsyncSession, user_id: int, tags: Sequence[str]) -> None:
    """Raises `NotFound`."""
    if is_id(user_id):
        query = update(Person).where(Person.user_id == user_id).values(tags=list(tags))
        found = await session.scalar(query.returning(Person.user_id))
        if found is not None:
            return
    raise no_person(user_id)


async def _row(session: AsyncSession, user_id: int) -> Row:
    if is_id(user_id):
        found = await session.execute(select(PEOPLE).where(PEOPLE.c.user_id == user_id))
        row = found.mappings().one_or_none()
        if row is not None:
            return dict(row)
    raise no_person(user_id)


async def _totals(session: AsyncSession, user_id: int, zone: ZoneInfo) -> PersonTotals:
    theirs = Statistics.user_id == user_id
    day = sql_cast(func.timezone(zone.key, Statistics.timestamp), Date)
    days = await session.scalar(select(func.count(day.distinct())).where(theirs))
    count = func.count()
    found = await session.execute(
        select(Statistics.event, count)
        .where(theirs)
        .group_by(Statistics.event)
        .order_by(count.desc(), Statistics.event)
    )
    events = dict(found.all())
    return PersonTotals(interactions=sum(events.values()), active_days=days or 0, events=events)
