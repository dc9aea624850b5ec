"""Changes of the configuration, as marks on a series."""

from typing import Any

from botloom_contracts.database.models import ConfigEvent
from sqlalchemy import Select, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from ..accounts.actor_names import actor_names
from ..history.differences import NAMES
from ..schemas.figures import Mark, Marks
from .periods import Period

MARKS_MAX = 200

_OF_MARK = (
    ConfigEvent.seq,
    ConfigEvent.occurred_at.label("at"),
    ConfigEvent.actor,
    ConfigEvent.type,
    ConfigEvent.entity,
    ConfigEvent.entity_id,
    func.coalesce(ConfigEvent.state, ConfigEvent.previous)[
        case(dict(NAMES), value=ConfigEvent.entity)
    ].astext.label("name"),
)


async def read_marks(session: AsyncSession, period: Period) -> Marks:
    """Those of the period; of many, the newest."""
    event = ConfigEvent
    within = event.occurred_at >= period.since, event.occurred_at < period.until
    newest = select(*_OF_MARK).where(*within).order_by(event.seq.desc()).limit(MARKS_MAX)
    items = await _marks(session, newest)
    count = len(items)
    if count == MARKS_MAX:
        count = await session.scalar(select(func.count()).where(*within)) or 0
    return Marks(items=items[::-1], more=count - len(items))


async def read_mark(session: AsyncSession, seq: int) -> Mark | None:
    found = await _marks(session, select(*_OF_MARK).where(ConfigEvent.seq == seq))
    return found[0] if found else None


async def _marks(session: AsyncSession, query: Select[Any]) -> list[Mark]:
    rows = (await session.execute(query)).mappings().all()
    names = await actor_names(session, {row["actor"] for row in rows})
    return [Mark(**row, actor_name=names.get(row["actor"], row["actor"])) for row in rows]
