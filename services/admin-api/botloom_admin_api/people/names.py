"""What handlers and buttons that interactions name are called now."""

from collections.abc import Collection

from botloom_contracts.database.models import Button, Handler
from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from ..schemas.people import DoneHandler


async def handlers_named(session: AsyncSession, ids: Collection[int]) -> dict[int, DoneHandler]:
    """Without those that were deleted."""
    columns = select(Handler.id, Handler.pattern, Handler.title)
    found = await session.execute(columns.where(Handler.id == func.any(list(ids))))
    return {row.id: DoneHandler(*row) for row in found}


async def button_labels(session: AsyncSession, data: Collection[str]) -> dict[str, str]:
    """The labels, by what a press sends."""
    query = (
        select(Button.data, Button.label)
        .ext(distinct_on(Button.data))
        .where(Button.kind == "callback", Button.data == func.any(list(data)))
        .order_by(Button.data, Button.id)
    )
    return {row.data: row.label for row in await session.execute(query) if row.data}
