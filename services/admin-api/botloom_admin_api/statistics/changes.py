"""What was different before and after a change of the configuration."""

from datetime import datetime, timedelta
from typing import cast
from zoneinfo import ZoneInfo

from botloom_contracts.database.models import ConfigEvent
from botloom_contracts.errors import FieldProblem
from botloom_contracts.events import Entity
from sqlalchemy.ext.asyncio import AsyncSession

from ..errors import NotFound
from ..schemas.changes import AroundChange, SideOfChange, SidesChange
from ..schemas.figures import Mark
from .active_people import active_people
from .event_counts import UseFilter, events_between
from .periods import Period
from .ratios import change
from .snapshots import begin_snapshot

_UTC = ZoneInfo("UTC")


async def around_change(session: AsyncSession, seq: int, hours: int, now: datetime) -> AroundChange:
    """As long before as after: `hours`, or as many as have passed. Raises `NotFound`. This must be
    the first thing that the session does."""
    await begin_snapshot(session)
    event = await session.get(ConfigEvent, seq)
    if event is None:
        detail = f"there is no change {seq}"
        raise NotFound(f"{detail.capitalize()}.", [FieldProblem("seq", "exists", detail)])
    at = event.occurred_at
    length = max(min(timedelta(hours=hours), now - at), timedelta())
    handler_id = event.entity_id if event.entity == "handler" else None
    before = await _side(session, Period(at - length, at, _UTC), handler_id)
    after = await _side(session, Period(at, at + length, _UTC), handler_id)
    return AroundChange(
        mark=Mark(
            seq=event.seq,
            at=at,
            actor=event.actor,
            type=event.type,
            entity=cast(Entity, event.entity),
            entity_id=event.entity_id,
        ),
        before=before,
        after=after,
        change=_compared(before, after),
    )


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
