"""Sums over the table `statistics`, which the service `stats` writes."""

from datetime import datetime

from botloom_contracts.database.models import Statistics
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from ..schemas.statistics import ButtonCount, HandlerCount, Summary

TOP = 20


async def summarise(session: AsyncSession, since: datetime, until: datetime) -> Summary:
    """Of the interactions from `since` up to, but without, `until`.

    The numbers agree with each other: all are read from one snapshot. So this must be the first
    thing that the session's transaction does.
    """
    await session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
    within = (Statistics.timestamp >= since, Statistics.timestamp < until)
    count = func.count()
    people = await session.scalar(select(func.count(Statistics.user_id.distinct())).where(*within))
    events = await session.execute(
        select(Statistics.event, count)
        .where(*within)
        .group_by(Statistics.event)
        .order_by(count.desc(), Statistics.event)
    )
    handlers = await session.execute(
        select(Statistics.handler_id, count)
        .where(*within, Statistics.handler_id.is_not(None))
        .group_by(Statistics.handler_id)
        .order_by(count.desc(), Statistics.handler_id)
        .limit(TOP)
    )
    buttons = await session.execute(
        select(Statistics.callback_data, count)
        .where(*within, Statistics.callback_data.is_not(None))
        .group_by(Statistics.callback_data)
        .order_by(count.desc(), Statistics.callback_data)
        .limit(TOP)
    )
    by_event = dict(events.all())
    return Summary(
        since=since,
        until=until,
        total=sum(by_event.values()),
        people=people or 0,
        events=by_event,
        handlers=[HandlerCount(one, number) for one, number in handlers if one],
        buttons=[ButtonCount(one, number) for one, number in buttons if one],
    )
