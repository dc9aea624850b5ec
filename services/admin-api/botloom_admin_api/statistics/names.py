"""What the handlers and buttons of figures are called now; deleted handlers, what they were."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from botloom_contracts.database.models import Button, ConfigEvent, Handler
from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession


class HandlerName(NamedTuple):
    """Where not even the log knows it, there is no pattern."""

    pattern: str | None = None
    title: str | None = None
    deleted: bool = True


async def handler_names(session: AsyncSession, ids: Collection[int]) -> Mapping[int, HandlerName]:
    query = select(Handler.id, Handler.pattern, Handler.title).where(
        Handler.id == func.any(list(ids))
    )
    names = {
        one: HandlerName(pattern, title, deleted=False)
        for one, pattern, title in await session.execute(query)
    }
    gone = [one for one in ids if one not in names]
    return names | await _last_names(session, gone) if gone else names


async def _last_names(session: AsyncSession, ids: list[int]) -> dict[int, HandlerName]:
    event = ConfigEvent
    last = func.coalesce(event.state, event.previous)
    query = (
        select(event.entity_id, last["pattern"].astext, last["title"].astext)
        .ext(distinct_on(event.entity_id))
        .where(event.entity == "handler", event.entity_id == func.any(ids))
        .order_by(event.entity_id, event.seq.desc())
    )
    return {
        one: HandlerName(pattern, title) for one, pattern, title in await session.execute(query)
    }


async def button_labels(session: AsyncSession, data: Collection[str]) -> Mapping[str, str]:
    """By callback data. Of several buttons with the same, the label of the oldest one."""
    query = (
        select(Button.data, Button.label)
        .ext(distinct_on(Button.data))
        .where(Button.kind == "callback", Button.data == func.any(list(data)))
        .order_by(Button.data, Button.id)
    )
    return {one: label for one, label in await session.execute(query) if one is not None}
