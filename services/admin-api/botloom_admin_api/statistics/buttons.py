"""Which buttons are pressed most, and how often of those times that they were shown."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from botloom_contracts.database.models import Button, Handler, Keyboard
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from ..schemas.tops import ButtonUse, ButtonUses
from .names import button_labels
from .periods import Period
from .ratios import change, share
from .snapshots import begin_snapshot
from .tops import count_of_handlers, top_uses


async def top_buttons(session: AsyncSession, period: Period, limit: int) -> ButtonUses:
    """This must be the first thing that the session does."""
    await begin_snapshot(session)
    top = await top_uses(session, period, "callback_data", limit)
    data = [str(key) for key in top.counts]
    labels = await button_labels(session, data)
    showing = await _handlers_that_show(session, data)
    everyone = {one for handlers in showing.values() for one in handlers}
    answered = await count_of_handlers(session, period, everyone) if everyone else {}
    items = []
    for key, count in top.counts.items():
        before = top.before.get(key, 0)
        shown = sum(answered.get(one, 0) for one in showing.get(str(key), ()))
        items.append(
            ButtonUse(
                callback_data=str(key),
                label=labels.get(str(key)),
                count=count,
                before=before,
                change=change(count, before),
                shown=shown,
                click_through=share(count, shown),
            )
        )
    return ButtonUses(since=period.since, until=period.until, tz=period.zone.key, items=items)


async def _handlers_that_show(
    session: AsyncSession, data: Collection[str]
) -> Mapping[str, set[int]]:
    """By callback data: the handlers whose keyboard has such a button now."""
    holds = Keyboard.layout.op("@>")(func.jsonb_build_array(func.jsonb_build_array(Button.id)))
    query = (
        select(Button.data, Handler.id)
        .join(Keyboard, holds)
        .join(Handler, Handler.keyboard_id == Keyboard.id)
        .where(Button.kind == "callback", Button.data == func.any(list(data)))
    )
    found: defaultdict[str, set[int]] = defaultdict(set)
    for one, handler_id in await session.execute(query):
        if one is not None:
            found[one].add(handler_id)
    return found
