"""The rows of a period, a few at a time."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from botloom_contracts.database.models import Statistics
from sqlalchemy import Select, case, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..repository import Row
from .periods import Period

BATCH = 1000
IDLE_SECONDS = 300
"""So long a client may leave what it was sent unread."""

_DAY = timedelta(days=1)

COLUMNS = (
    "update_id",
    "at",
    "event",
    "user_id",
    "chat_id",
    "handler_id",
    "callback_data",
    "payload",
    "config_seq",
)


async def exported_rows(
    sessions: async_sessionmaker[AsyncSession], period: Period
) -> AsyncIterator[Sequence[Row]]:
    """In the order of time, all of one snapshot. Day by day, so that the database sorts no more
    than a day, and nobody holds more than a batch."""
    async with sessions() as session:
        await session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
        timeout = f"SET LOCAL idle_in_transaction_session_timeout = '{IDLE_SECONDS}s'"
        await session.execute(text(timeout))
        first, last = await _span(session, period)
        since = first
        while since < last:
            until = min(since + _DAY, last)
            result = await session.stream(_rows(since, until).execution_options(yield_per=BATCH))
            async for batch in result.mappings().partitions():
                yield [dict(row) for row in batch]
            since = until


async def _span(session: AsyncSession, period: Period) -> tuple[datetime, datetime]:
    """Of the period, what can have rows: it may be of centuries."""
    bounds = select(func.min(Statistics.timestamp), func.max(Statistics.timestamp)).where(
        Statistics.timestamp >= period.since, Statistics.timestamp < period.until
    )
    first, last = (await session.execute(bounds)).one()
    if first is None:
        return period.since, period.since
    return first, min(period.until, last + timedelta(microseconds=1))


def _rows(since: datetime, until: datetime) -> Select[Any]:
    """An erased person has no id there, nor has the private chat."""
    erased = Statistics.user_id < 0
    private = Statistics.chat_id == Statistics.user_id
    return (
        select(
            Statistics.event_id.label("update_id"),
            Statistics.timestamp.label("at"),
            Statistics.event,
            case((~erased, Statistics.user_id)).label("user_id"),
            case((~(erased & private), Statistics.chat_id)).label("chat_id"),
            Statistics.handler_id,
            Statistics.callback_data,
            Statistics.payload,
            Statistics.config_seq,
        )
        .where(Statistics.timestamp >= since, Statistics.timestamp < until)
        .order_by(Statistics.timestamp, Statistics.event_id)
    )
