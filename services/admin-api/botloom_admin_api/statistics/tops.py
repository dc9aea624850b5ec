"""What was used most, against the period before."""

from collections.abc import Collection
from typing import Literal, NamedTuple

from sqlalchemy import BigInteger, cast, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from .months import summed_months
from .periods import Period
from .uses import uses_in

UseColumn = Literal["handler_id", "callback_data"]


class Top(NamedTuple):
    counts: dict[int | str, int]
    """The most used ones, the busiest first."""
    before: dict[int | str, int]
    """The same ones in the period before."""


async def top_uses(session: AsyncSession, period: Period, column: UseColumn, limit: int) -> Top:
    counts = await _counts(session, period, column, limit=limit)
    return Top(counts, await _counts(session, period.before(), column, only=list(counts)))


async def _counts(
    session: AsyncSession,
    period: Period,
    column: UseColumn,
    *,
    limit: int | None = None,
    only: Collection[int | str] | None = None,
) -> dict[int | str, int]:
    uses = uses_in(period.since, period.until, await summed_months(session)).c
    key, none = uses[column], 0 if column == "handler_id" else ""
    count = cast(func.sum(uses["count"]), BigInteger)
    query = select(key, count).where(key != none).group_by(key).order_by(count.desc(), key)
    if only is not None:
        query = query.where(key == func.any(list(only)))
    return dict((await session.execute(query.limit(limit))).all())


async def count_of_handlers(
    session: AsyncSession, period: Period, ids: Collection[int]
) -> dict[int | str, int]:
    return await _counts(session, period, "handler_id", only=ids)
