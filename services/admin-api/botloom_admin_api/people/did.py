"""Which people did something, in a period: as packed days and few rows say."""

from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
from botloom_contracts.database.models import Person
from botloom_contracts.errors import FieldProblem, InvalidInput
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, case, false, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..listing import ListQuery, utc
from ..statistics.covers import EARLIEST, LATEST
from ..statistics.funnel_steps import Step, read_step
from ..statistics.moments import TooManyRowsError, step_moments
from ..statistics.periods import Period
from ..statistics.snapshots import begin_snapshot
from .listing import DID, DID_FROM, DID_TO, PEOPLE

UNPACKED_MAX = 8
"""Days whose rows are read: today, and what stats may be behind. More would take seconds."""

_UTC = ZoneInfo("UTC")


async def who_did(
    sessions: async_sessionmaker[AsyncSession], query: ListQuery
) -> list[ColumnElement[bool]]:
    """What `did`, `did_from` and `did_to` demand of a row of `people`. Raises `InvalidInput`."""
    given = query.filters
    if DID not in given:
        alone = [name for name in (DID_FROM, DID_TO) if name in given]
        if alone:
            detail = f"needs `{DID}`: what they did then"
            raise InvalidInput(*(FieldProblem(name, "requires", detail) for name in alone))
        return []
    step = read_step(DID, given[DID])
    period = _period(
        utc(DID_FROM, given.get(DID_FROM, EARLIEST)), utc(DID_TO, given.get(DID_TO, LATEST))
    )
    async with sessions() as session:
        await begin_snapshot(session)
        seen = await _seen(session, period, step)
    return [_is_one_of(seen)]


def _period(since: datetime, until: datetime) -> Period:
    if since >= until:
        raise InvalidInput(FieldProblem(DID_FROM, "order", f"must be before `{DID_TO}`"))
    return Period(since, until, _UTC)


async def _seen(session: AsyncSession, period: Period, step: Step) -> NDArray[np.bool_]:
    """Of each number, as far as there is one, whether it is theirs."""
    try:
        moments = await step_moments(session, period, [step], UNPACKED_MAX)
    except TooManyRowsError:
        detail = (
            f"is too early: up to `{DID_TO}`, more than {UNPACKED_MAX} days are not packed yet; "
            "take a shorter time, or wait: stats packs twenty days a minute"
        )
        raise InvalidInput(FieldProblem(DID_FROM, "range", detail)) from None
    newest = await session.scalar(select(func.max(Person.number)))
    seen = np.zeros((newest or 0) + 1, np.bool_)
    async for numbers in moments.whose(0):
        seen[numbers] = True
    return seen


def _is_one_of(seen: NDArray[np.bool_]) -> ColumnElement[bool]:
    """By a bit for each number: an array of them all would take PostgreSQL far longer."""
    number, bits = PEOPLE.c.number, literal(np.packbits(seen, bitorder="little").tobytes())
    # Who came since has a number behind the last bit, where looking would be an error.
    return case((number < len(seen), func.get_bit(bits, number) == 1), else_=false())
