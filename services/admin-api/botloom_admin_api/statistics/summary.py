"""All of a period in one answer."""

from collections.abc import Mapping

from sqlalchemy.ext.asyncio import AsyncSession

from ..schemas.statistics import ButtonCount, HandlerCount, Summary, SummaryBefore, SummaryChange
from .active_people import active_between
from .event_counts import events_between
from .names import HandlerName, button_labels, handler_names
from .new_people import count_new_people
from .periods import Period
from .ratios import change
from .snapshots import begin_snapshot
from .use_counts import count_uses

TOP = 20


async def summarise(session: AsyncSession, period: Period) -> Summary:
    """This must be the first thing that the session does."""
    await begin_snapshot(session)
    counts = await count_uses(session, period, TOP)
    events = counts.events
    earlier = period.before()
    borders = [earlier.since, period.since, period.until]
    people_before, people = map(len, await active_between(session, borders))
    (new,) = await count_new_people(session, [period.since, period.until])
    before = await _before(session, earlier, people_before)
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
        handlers=await _handlers(session, counts.handlers),
        buttons=await _buttons(session, counts.buttons),
        before=before,
        change=_change(events, people, before),
    )


async def _before(session: AsyncSession, earlier: Period, people: int) -> SummaryBefore:
    (events,) = await events_between(session, [earlier.since, earlier.until])
    return SummaryBefore(
        since=earlier.since,
        until=earlier.until,
        total=sum(events.values()),
        people=people,
        events=dict(events.most_common()),
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


async def _handlers(session: AsyncSession, counts: Mapping[int, int]) -> list[HandlerCount]:
    names = await handler_names(session, list(counts))
    return [
        HandlerCount(one, count, *names.get(one, HandlerName())) for one, count in counts.items()
    ]


async def _buttons(session: AsyncSession, counts: Mapping[str, int]) -> list[ButtonCount]:
    labels = await button_labels(session, list(counts))
    return [ButtonCount(data, count, labels.get(data)) for data, count in counts.items()]
