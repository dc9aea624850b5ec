"""All of a period in one answer."""

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from ..schemas.statistics import ButtonCount, HandlerCount, Summary, SummaryBefore, SummaryChange
from .active_people import active_people
from .event_counts import events_between
from .names import HandlerName, button_labels, handler_names
from .new_people import count_new_people
from .periods import Period
from .ratios import change
from .snapshots import begin_snapshot
from .uses import uses_in

TOP = 20


async def summarise(session: AsyncSession, period: Period) -> Summary:
    """This must be the first thing that the session does."""
    await begin_snapshot(session)
    events = await _events(session, period)
    people = len(await active_people(session, period.since, period.until))
    (new,) = await count_new_people(session, [period.since, period.until])
    before = await _before(session, period)
    return Summary(
        since=period.since,
        until=period.until,
        tz=period.zone.key,
        total=sum(events.values()),
        people=people,
        new=new,
        returning=people - new,
        blocked=events.get("blocked", 0),
        unblocked=events.get("unblocked", 0),
        events=events,
        handlers=await _handlers(session, period),
        buttons=await _buttons(session, period),
        before=before,
        change=_change(events, people, before),
    )


async def _events(session: AsyncSession, period: Period) -> dict[str, int]:
    (counts,) = await events_between(session, [period.since, period.until])
    return dict(sorted(counts.items(), key=lambda counted: (-counted[1], counted[0])))


async def _before(session: AsyncSession, period: Period) -> SummaryBefore:
    earlier = period.before()
    events = await _events(session, earlier)
    people = len(await active_people(session, earlier.since, earlier.until))
    return SummaryBefore(
        since=earlier.since,
        until=earlier.until,
        total=sum(events.values()),
        people=people,
        events=events,
    )


def _change(events: dict[str, int], people: int, before: SummaryBefore) -> SummaryChange:
    return SummaryChange(
        total=change(sum(events.values()), before.total),
        people=change(people, before.people),
        events={
            event: change(events.get(event, 0), before.events.get(event, 0))
            for event in events | before.events
        },
    )


async def _handlers(session: AsyncSession, period: Period) -> list[HandlerCount]:
    uses = uses_in(period.since, period.until).c
    count = func.sum(uses["count"])
    query = (
        select(uses.handler_id, count)
        .where(uses.handler_id != 0)
        .group_by(uses.handler_id)
        .order_by(count.desc(), uses.handler_id)
        .limit(TOP)
    )
    found = (await session.execute(query)).all()
    names = await handler_names(session, [one for one, _ in found])
    return [HandlerCount(one, int(number), *names.get(one, HandlerName())) for one, number in found]


async def _buttons(session: AsyncSession, period: Period) -> list[ButtonCount]:
    uses = uses_in(period.since, period.until).c
    count = func.sum(uses["count"])
    query = (
        select(uses.callback_data, count)
        .where(uses.callback_data != "")
        .group_by(uses.callback_data)
        .order_by(count.desc(), uses.callback_data)
        .limit(TOP)
    )
    found = (await session.execute(query)).all()
    labels = await button_labels(session, [data for data, _ in found])
    return [ButtonCount(data, int(number), labels.get(data)) for data, number in found]
