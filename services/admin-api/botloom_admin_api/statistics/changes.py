"""What was different before and after a change of the configuration."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from botloom_contracts.errors import FieldProblem
from sqlalchemy.ext.asyncio import AsyncSession

from ..errors import NotFound
from ..schemas.changes import AroundChange, SideOfChange, SidesChange
from .active_people import active_people
from .event_counts import UseFilter, events_between
from .marks import read_mark
from .periods import Period
from .ratios import change
from .snapshots import begin_snapshot

_UTC = ZoneInfo("UTC")


async def around_change(session: AsyncSession, seq: int, hours: int, now: datetime) -> AroundChange:
    """As long before as after: `hours`, or as many as have passed. Raises `NotFound`. This must be
    the first thing that the session does."""
    await begin_snapshot(session)
    mark = await read_mark(session, seq)
    if mark is None:
        detail = f"there is no change {seq}"
        raise NotFound(f"{detail.capitalize()}.", [FieldProblem("seq", "exists", detail)])
    at, length = mark.at, max(min(timedelta(hours=hours), now - mark.at), timedelta())
    handler_id = mark.entity_id if mark.entity == "handler" else None
    before = await _side(session, Period(at - length, at, _UTC), handler_id)
    after = await _side(session, Period(at, at + length, _UTC), handler_id)
    return AroundChange(mark=mark, before=before, after=after, change=_compared(before, after))


async def _side(session: AsyncSession, period: Period, handler_id: int | None) -> SideOfChange:
    ends = [period.since, period.until]
    (events,) = await events_between(session, ends)
    of_handler = None
    if handler_id is not None:
        (uses,) = await events_between(session, ends, UseFilter(handler_id=handler_id))
        of_handler = uses.total()
    return SideOfChange(
        since=period.since,
        until=period.until,
        total=events.total(),
        people=len(await active_people(session, period.since, period.until)),
        events=dict(events.most_common()),
        of_handler=of_handler,
    )


def _compared(before: SideOfChange, after: SideOfChange) -> SidesChange:
    return SidesChange(
        total=change(after.total, before.total),
        people=change(after.people, before.people),
        events={
            event: change(after.events.get(event, 0), before.events.get(event, 0))
            for event in before.events | after.events
        },
        of_handler=change(after.of_handler or 0, before.of_handler or 0),
    )
