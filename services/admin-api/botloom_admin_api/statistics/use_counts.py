"""How often each kind of interaction, handler and button was used, by one look at the sums."""

from typing import NamedTuple

from sqlalchemy import BigInteger, cast, func, or_, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from .months import summed_months
from .periods import Period
from .uses import uses_in


class UseCounts(NamedTuple):
    """The busiest ones first."""

    events: dict[str, int]
    """All of them."""
    handlers: dict[int, int]
    buttons: dict[str, int]


async def count_uses(session: AsyncSession, period: Period, limit: int) -> UseCounts:
    uses = uses_in(period.since, period.until, await summed_months(session)).c
    keys = (uses.event, uses.handler_id, uses.callback_data)
    count = func.sum(uses["count"])
    place = func.row_number().over(
        partition_by=func.grouping(*keys), order_by=(count.desc(), *keys)
    )
    counted = (
        select(*keys, cast(count, BigInteger).label("count"), place.label("place"))
        .group_by(func.grouping_sets(*(tuple_(key) for key in keys)))
        # In a row the two others are null.
        .having(or_(uses.event.is_not(None), uses.handler_id != 0, uses.callback_data != ""))
        .subquery()
    )
    wanted = or_(counted.c.event.is_not(None), counted.c.place <= limit)
    query = select(counted).where(wanted).order_by(counted.c.place)
    found = UseCounts({}, {}, {})
    for event, handler_id, callback_data, number, _ in await session.execute(query):
        if event is not None:
            found.events[event] = number
        elif handler_id is not None:
            found.handlers[handler_id] = number
        else:
            found.buttons[callback_data] = number
    return found
