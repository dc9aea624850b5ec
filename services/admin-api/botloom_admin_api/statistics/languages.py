"""Which languages people use Telegram in."""

from typing import Any

import numpy as np
from pyroaring import BitMap
from sqlalchemy.ext.asyncio import AsyncSession

from ..schemas.tops import LanguageUse, LanguageUses
from .active_people import active_people
from .periods import Period
from .ratios import share
from .snapshots import begin_snapshot, fetch

LOOKED_UP_MAX = 2000
"""Of so many people the rows are looked up; of more, all rows are read, which takes less time."""

_COUNTS = """
SELECT language_code, count(*) FROM people WHERE {active}
GROUP BY language_code ORDER BY count(*) DESC, language_code NULLS LAST LIMIT $2
"""
_LOOKED_UP = _COUNTS.format(active="number = ANY($1::int[])")
_ALL_READ = _COUNTS.format(
    active="number < 8 * length($1::bytea) AND get_bit($1::bytea, number) = 1"
)


async def top_languages(session: AsyncSession, period: Period, limit: int) -> LanguageUses:
    """This must be the first thing that the session does."""
    await begin_snapshot(session)
    active = await active_people(session, period.since, period.until)
    items = [
        LanguageUse(language_code=code, people=count, share=share(count, len(active)))
        for code, count in await _counts(session, active, limit)
    ]
    return LanguageUses(
        since=period.since,
        until=period.until,
        tz=period.zone.key,
        people=len(active),
        items=items,
    )


async def _counts(session: AsyncSession, active: BitMap, limit: int) -> list[Any]:
    if len(active) <= LOOKED_UP_MAX:
        return await fetch(session, _LOOKED_UP, list(active), limit)
    return await fetch(session, _ALL_READ, as_bits(active), limit)


def as_bits(numbers: BitMap) -> bytes:
    """As PostgreSQL's `get_bit` reads them, up to the largest one."""
    bits = np.zeros((numbers.max() // 8 + 1) * 8, np.uint8)
    bits[np.fromiter(numbers, np.int64, len(numbers))] = 1
    return np.packbits(bits, bitorder="little").tobytes()
