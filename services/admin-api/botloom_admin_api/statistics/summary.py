"""What people did in a period, summed up, and in the one before."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from ..schemas.statistics import ButtonCount, Change, HandlerCount, Sums, Summary
from .active import active_people, count_new_people
from .counts import Column, tally, total
from .periods import Period
from .ratios import change

TOP = 20


async def summarise(session: AsyncSession, period: Period) -> Summary:
    now, before = await sums(session, period), await sums(session, period.before())
    (new,) = await count_new_people(session, period[:2])
    return Summary(
        since=period.since,
        until=period.until,
        tz=period.zone.key,
        total=now.total,
        people=now.people,
        events=now.events,
        handlers=[HandlerCount(*one) for one in await top(session, period, "handler_id", 0)],
        buttons=[ButtonCount(*one) for one in await top(session, period, "callback_data", "")],
        new=new,
        returning=now.people - new,
        blocked=now.events.get("blocked", 0),
        unblocked=now.events.get("unblocked", 0),
        before=before,
        change=changes(before, now),
    )


async def sums(session: AsyncSession, period: Period) -> Sums:
    counted = tally(period[:2], "event")
    of_event = total(counted).label("total")
    by_event = select(counted.c.event, of_event).group_by(counted.c.event)
    rows = await session.execute(by_event.order_by(of_event.desc(), counted.c.event))
    events: dict[str, int] = dict(rows.tuples().all())
    (people,) = await active_people(session, period[:2])
    return Sums(
        since=period.since,
        until=period.until,
        total=sum(events.values()),
        people=len(people),
        events=events,
    )


def changes(before: Sums, now: Sums) -> Change:
    return Change(change(before.total, now.total), change(before.people, now.people))


async def top(
    session: AsyncSession, period: Period, column: Column, none: object, limit: int = TOP
) -> list[tuple[object, int]]:
    """The most frequent values of a column that are not `none`, and how often each was."""
    counted = tally(period[:2], column)
    value, count = counted.c[column], total(counted).label("total")
    rows = await session.execute(
        select(value, count)
        .where(value != none)
        .group_by(value)
        .order_by(count.desc(), value)
        .limit(limit)
    )
    return list(rows.tuples())
