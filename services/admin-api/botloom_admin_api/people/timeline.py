"""What one person did, the newest first."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, NamedTuple

from botloom_contracts.database.models import Person, Statistics
from msgspec import Meta
from sqlalchemy import select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from ..cursors import decode_cursor, encode_cursor
from ..schemas.fields import Page, is_id
from ..schemas.people import DoneButton, DoneHandler, TimelineEntry
from ..statistics.names import HandlerName, button_labels, handler_names
from .registry import no_person

_MOMENT = Annotated[datetime, Meta(tz=True)]
_EVENT_ID = Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]


class Place(NamedTuple):
    at: datetime
    event_id: int


async def timeline(
    session: AsyncSession, user_id: int, cursor: str | None, limit: int
) -> Page[TimelineEntry]:
    """Raises `NotFound` and `InvalidInput`."""
    asked = ["timeline", user_id]
    behind = None if cursor is None else decode_cursor(cursor, [_MOMENT, _EVENT_ID], asked)
    if not is_id(user_id) or await session.get(Person, user_id) is None:
        raise no_person(user_id)
    moment, event_id = Statistics.timestamp, Statistics.event_id
    query = select(Statistics).where(Statistics.user_id == user_id)
    if behind is not None:
        query = query.where(tuple_(moment, event_id) < tuple_(*behind))
    query = query.order_by(moment.desc(), event_id.desc()).limit(limit + 1)
    found = (await session.scalars(query)).all()
    shown = found[:limit]
    next_cursor = None
    if len(found) > limit:
        next_cursor = encode_cursor(Place(shown[-1].timestamp, shown[-1].event_id), asked)
    return Page(await _entries(session, shown), next_cursor)


async def _entries(session: AsyncSession, rows: Sequence[Statistics]) -> list[TimelineEntry]:
    handlers = await handler_names(session, {row.handler_id for row in rows if row.handler_id})
    buttons = await button_labels(session, {row.callback_data for row in rows if row.callback_data})
    return [
        TimelineEntry(
            at=row.timestamp,
            event=row.event,  # type: ignore[arg-type] # one of the kinds, as stats writes them
            chat_id=row.chat_id,
            handler=None
            if row.handler_id is None
            else DoneHandler(row.handler_id, *handlers.get(row.handler_id, HandlerName())),
            button=None
            if row.callback_data is None
            else DoneButton(row.callback_data, buttons.get(row.callback_data)),
            payload=row.payload,
            config_seq=row.config_seq,
        )
        for row in rows
    ]
