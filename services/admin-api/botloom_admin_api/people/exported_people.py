"""The people whom the list shows, a few at a time."""

from collections.abc import AsyncIterator, Sequence

from msgspec.structs import asdict
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..listing import ListQuery, conditions_of
from ..repository import Row
from ..schemas.people import PersonView
from .did import who_did
from .listing import LISTING, PEOPLE
from .seen import views

BATCH = 500

COLUMNS = PersonView.__struct_fields__


async def exported_people(
    sessions: async_sessionmaker[AsyncSession], query: ListQuery
) -> AsyncIterator[Sequence[Row]]:
    """By their ids, each once. A batch is a transaction: people who come meanwhile may be there."""
    conditions = [*conditions_of(LISTING, query), *await who_did(sessions, query)]
    last = 0
    while True:
        page = (
            select(PEOPLE)
            .where(*conditions, PEOPLE.c.user_id > last)
            .order_by(PEOPLE.c.user_id)
            .limit(BATCH)
        )
        async with sessions() as session:
            await session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
            rows = [dict(row) for row in (await session.execute(page)).mappings()]
            shown = await views(session, rows)
        if not shown:
            return
        last = shown[-1].user_id
        yield [asdict(one) for one in shown]
