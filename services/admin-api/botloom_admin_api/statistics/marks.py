"""Changes of the configuration, as marks on a series."""

from typing import cast

from botloom_contracts.database.models import ConfigEvent
from botloom_contracts.events import Entity
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from ..schemas.figures import Mark, Marks
from .periods import Period

MARKS_MAX = 200


async def read_marks(session: AsyncSession, period: Period) -> Marks:
    """Those of the period; of many, the newest."""
    event = ConfigEvent
    within = event.occurred_at >= period.since, event.occurred_at < period.until
    newest = (
        select(event.seq, event.occurred_at, event.actor, event.type, event.entity, event.entity_id)
        .where(*within)
        .order_by(event.seq.desc())
        .limit(MARKS_MAX)
    )
    rows = (await session.execute(newest)).all()
    count = len(rows)
    if count == MARKS_MAX:
        count = await session.scalar(select(func.count()).where(*within)) or 0
    return Marks(
        items=[
            Mark(seq=seq, at=at, actor=actor, type=kind, entity=cast(Entity, entity), entity_id=one)
            for seq, at, actor, kind, entity, one in reversed(rows)
        ],
        more=count - len(rows),
    )
