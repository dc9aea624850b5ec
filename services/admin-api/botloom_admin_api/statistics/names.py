"""What the handlers and buttons of figures are called now; deleted ones have no names."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from botloom_contracts.database.models import Button, Handler
from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession


class HandlerName(NamedTuple):
    pattern: str | None = None
    title: str | None = None


async def handler_names(session: AsyncSession, ids: Collection[int]) -> Mapping[int, HandlerName]:
    query = select(Handler.id, Handler.pattern, Handler.title).where(
        Handler.id == func.any(list(ids))
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
