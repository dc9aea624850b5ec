"""Forgetting a person: the rows stay, and with them every figure, but tell of nobody."""

import secrets

from botloom_contracts.database.locks import AdvisoryLock
from botloom_contracts.database.models import Erasure, Person, Statistics
from sqlalchemy import case, delete, exists, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from ..schemas.fields import is_id
from .registry import no_person


async def erase(session: AsyncSession, user_id: int) -> None:
    """In one transaction, which the caller commits. Again, it does the same again: a person who
    was erased is still known by that, and what has come since is erased too.

    Raises `NotFound` of someone who never did anything that is kept.
    """
    # No batch of stats is under way from here on, and the next one heeds the new row of `erasures`.
    await session.execute(select(func.pg_advisory_xact_lock(AdvisoryLock.ERASURE)))
    if not (is_id(user_id) and await _is_known(session, user_id)):
        raise no_person(user_id)
    nobody = random_id()
    await session.execute(
        update(Person)
        .where(Person.user_id == user_id)
        .values(user_id=nobody, first_name=None, last_name=None, username=None, tags=[])
    )
    await session.execute(
        update(Statistics)
        .where(Statistics.user_id == user_id)
        .values(
            user_id=nobody,
            chat_id=case((Statistics.chat_id == user_id, nobody), else_=Statistics.chat_id),
            # That of a `start` names the deep link, and is counted in `start_counts`.
            payload=case((Statistics.event == "start", Statistics.payload), else_=None),
        )
    )
    await session.execute(delete(Erasure).where(Erasure.user_id == user_id))
    # The clock's time: the transaction began before it waited for the lock.
    erased_at = func.clock_timestamp()
    await session.execute(insert(Erasure).values(user_id=user_id, erased_at=erased_at))


def random_id() -> int:
    """Of nobody: negative, and far from the ids of groups, which Telegram gives 52 bits."""
    return -(2**62) - secrets.randbelow(2**62)


async def _is_known(session: AsyncSession, user_id: int) -> bool:
    return bool(
        await session.scalar(
            select(
                or_(
                    exists().where(Person.user_id == user_id),
                    exists().where(Erasure.user_id == user_id),
                )
            )
        )
    )
