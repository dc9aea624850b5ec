"""Which handlers answer most."""

from sqlalchemy.ext.asyncio import AsyncSession

from ..schemas.tops import HandlerUse, HandlerUses
from .names import HandlerName, handler_names
from .periods import Period
from .ratios import change
from .snapshots import begin_snapshot
from .tops import top_uses


async def top_handlers(session: AsyncSession, period: Period, limit: int) -> HandlerUses:
    """This must be the first thing that the session does."""
    await begin_snapshot(session)
    top = await top_uses(session, period, "handler_id", limit)
    names = await handler_names(session, [int(one) for one in top.counts])
    items = []
    for key, count in top.counts.items():
        before, name = top.before.get(key, 0), names.get(int(key), HandlerName())
        items.append(
            HandlerUse(
                handler_id=int(key),
                pattern=name.pattern,
                title=name.title,
                deleted=name.deleted,
                count=count,
                before=before,
                change=change(count, before),
            )
        )
    return HandlerUses(since=period.since, until=period.until, tz=period.zone.key, items=items)
