"""How often handlers and buttons were used on each of the last days, for lists of many of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from ..schemas.daily import DailyButtonUse, DailyHandlerUse, DailyUse
from .covers import cover
from .periods import midnight_of
from .snapshots import begin_snapshot, fetch

_QUARTERS = """
SELECT {column}, width_bucket(quarter, $2::timestamptz[]) - 1 AS place, sum(count)::bigint
FROM interaction_counts
WHERE {column} = ANY($1::{kind}[]) AND quarter >= $3 AND quarter < $4 {condition} GROUP BY 1, 2
"""
_DAYS = """
SELECT {column}, day - $2::date AS place, sum(count)::bigint FROM daily_interaction_counts
WHERE {column} = ANY($1::{kind}[]) AND day >= $2 AND day < $3 GROUP BY 1, 2
"""
_HANDLERS = {"column": "handler_id", "kind": "bigint", "condition": ""}
_BUTTONS = {"column": "callback_data", "kind": "text", "condition": "AND callback_data <> ''"}
"""The condition is that of the index."""


async def daily_use(
    session: AsyncSession,
    handlers: Sequence[int],
    buttons: Sequence[str],
    days: int,
    zone: ZoneInfo,
    now: datetime,
) -> DailyUse:
    """This must be the first thing that the session does."""
    today = now.astimezone(zone).date()
    dates = [today - timedelta(days=before) for before in reversed(range(days))]
    await begin_snapshot(session)
    of_handlers = await _counts(session, _HANDLERS, handlers, dates, zone)
    of_buttons = await _counts(session, _BUTTONS, buttons, dates, zone)
    return DailyUse(
        tz=zone.key,
        days=dates,
        handlers=[
            DailyHandlerUse(handler_id=one, total=sum(of_handlers[one]), counts=of_handlers[one])
            for one in dict.fromkeys(handlers)
        ],
        buttons=[
            DailyButtonUse(callback_data=one, total=sum(of_buttons[one]), counts=of_buttons[one])
            for one in dict.fromkeys(buttons)
        ],
    )


async def _counts(
    session: AsyncSession,
    of: Mapping[str, str],
    keys: Sequence[int] | Sequence[str],
    dates: Sequence[date],
    zone: ZoneInfo,
) -> Mapping[Any, list[int]]:
    """By key; all days begin with a quarter of an hour."""
    counts: defaultdict[Any, list[int]] = defaultdict(lambda: [0] * len(dates))
    if not keys:
        return counts
    edges = [midnight_of(one, zone) for one in (*dates, dates[-1] + timedelta(days=1))]
    if all(cover(*ends).days is not None for ends in pairwise(edges)):
        spans: tuple[Any, ...] = (edges[0].date(), edges[-1].date())
        query = _DAYS
    else:
        spans = (edges, edges[0], edges[-1])
        query = _QUARTERS
    for key, place, count in await fetch(session, query.format(**of), list(keys), *spans):
        counts[key][place] = count
    return counts
