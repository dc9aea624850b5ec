"""Which languages people use Telegram in."""

from sqlalchemy.ext.asyncio import AsyncSession

from ..schemas.tops import LanguageUse, LanguageUses
from .active_people import active_people
from .periods import Period
from .ratios import share
from .snapshots import begin_snapshot, fetch

_COUNTS = """
SELECT language_code, count(*) FROM people JOIN unnest($1::int[]) AS active (number) USING (number)
GROUP BY language_code ORDER BY count(*) DESC, language_code NULLS LAST LIMIT $2
"""


async def top_languages(session: AsyncSession, period: Period, limit: int) -> LanguageUses:
    """This must be the first thing that the session does."""
    await begin_snapshot(session)
    active = await active_people(session, period.since, period.until)
    rows = await fetch(session, _COUNTS, list(active), limit)
    return LanguageUses(
        since=period.since,
        until=period.until,
        tz=period.zone.key,
        people=len(active),
        items=[
            LanguageUse(language_code=code, people=count, share=share(count, len(active)))
            for code, count in rows
        ],
    )
