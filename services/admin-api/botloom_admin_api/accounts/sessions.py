"""Sessions: what a log-in begins. All of it in the transaction of `database`.

A refresh token is `<family>.<turn>`: the family is the same for all of a session, the turn is new
with each. A right family with a wrong turn is an older token, used a second time: then somebody has
a copy, and the session ends. https://www.rfc-editor.org/rfc/rfc9700#section-4.14.2
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple, cast

from botloom_contracts.database.models import Account, Session
from sqlalchemy import ColumnElement, CursorResult, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from ..auth.principal import Role
from ..schemas.fields import is_id
from .random_secrets import hash_secret, new_secret

IDLE = timedelta(days=7)
"""A session that is not used for so long is over,"""

LONGEST = timedelta(days=30)
"""and so long after its log-in in any case."""

NOTED = timedelta(minutes=1)
"""The last use is noted no more often: a write costs more than a look."""

SESSIONS_MAX = 50
"""Of one account; a further log-in ends the one that was used the longest ago."""


class Client(NamedTuple):
    address: str
    user_agent: str


class UsedSession(NamedTuple):
    """An open session and the account as it is now."""

    session_id: int
    account_id: int
    role: Role
    name: str

    @property
    def actor(self) -> str:
        return f"account:{self.account_id}"


class Refreshed(NamedTuple):
    session_id: int
    refresh_token: str


async def begin_cookie_session(
    database: AsyncSession, account_id: int, client: Client, now: datetime
) -> tuple[int, str]:
    """The session's id, and the secret for the cookie."""
    secret = new_secret()
    return await _begin(database, account_id, client, now, secret, None), secret


async def begin_token_session(
    database: AsyncSession, account_id: int, client: Client, now: datetime
) -> Refreshed:
    family, turn = new_secret(), new_secret()
    session_id = await _begin(database, account_id, client, now, family, turn)
    return Refreshed(session_id, f"{family}.{turn}")


async def _begin(
    database: AsyncSession,
    account_id: int,
    client: Client,
    now: datetime,
    secret: str,
    turn: str | None,
) -> int:
    await _trim(database, account_id, now)
    session = Session(
        account_id=account_id,
        kind="cookie" if turn is None else "token",
        secret_hash=hash_secret(secret),
        turn_hash=None if turn is None else hash_secret(turn),
        created_at=now,
        last_used_at=now,
        expires_at=now + IDLE,
        user_agent=client.user_agent,
        address=client.address,
    )
    database.add(session)
    await database.flush()
    return session.id


async def _trim(database: AsyncSession, account_id: int, now: datetime) -> None:
    await database.execute(delete(Session).where(Session.expires_at <= now))
    own = select(Session.id).where(Session.account_id == account_id)
    surplus = own.order_by(Session.last_used_at.desc()).offset(SESSIONS_MAX - 1)
    await database.execute(delete(Session).where(Session.id.in_(surplus)))


async def use_cookie_session(
    database: AsyncSession, secret: str, now: datetime
) -> UsedSession | None:
    """None where there is no such session, or the account is disabled."""
    return await _use(
        database, (Session.secret_hash == hash_secret(secret)) & (Session.kind == "cookie"), now
    )


async def use_token_session(
    database: AsyncSession, session_id: int, now: datetime
) -> UsedSession | None:
    """None where there is no such session, or the account is disabled."""
    if not is_id(session_id):
        return None
    return await _use(database, (Session.id == session_id) & (Session.kind == "token"), now)


async def _use(
    database: AsyncSession, which: ColumnElement[bool], now: datetime
) -> UsedSession | None:
    query = (
        select(Session.id, Session.last_used_at, Account.id, Account.role, Account.name)
        .join(Account, Account.id == Session.account_id)
        .where(which, *_open(now))
    )
    row = (await database.execute(query)).one_or_none()
    if row is None:
        return None
    session_id, last_used_at, account_id, role, name = row
    if now - last_used_at >= NOTED:
        noted = update(Session).where(Session.id == session_id)
        await database.execute(noted.values(last_used_at=now, expires_at=_expiry(now)))
    return UsedSession(session_id, account_id, cast(Role, role), name)


async def refresh(database: AsyncSession, refresh_token: str, now: datetime) -> Refreshed | None:
    """Exchange the token for the next one. None ends the session, whatever is wrong with it."""
    family, _, turn = refresh_token.partition(".")
    is_family = (Session.secret_hash == hash_secret(family)) & (Session.kind == "token")
    next_turn = new_secret()
    taken = await database.scalar(
        update(Session)
        .where(
            is_family,
            Session.turn_hash == hash_secret(turn),
            Account.id == Session.account_id,
            *_open(now),
        )
        .values(turn_hash=hash_secret(next_turn), last_used_at=now, expires_at=_expiry(now))
        .returning(Session.id)
    )
    if taken is None:
        await database.execute(delete(Session).where(is_family))
        return None
    return Refreshed(taken, f"{family}.{next_turn}")


async def open_sessions(
    database: AsyncSession, account_id: int, now: datetime
) -> Sequence[Session]:
    """The last used first."""
    query = select(Session).where(Session.account_id == account_id, Session.expires_at > now)
    return (await database.scalars(query.order_by(Session.last_used_at.desc(), Session.id))).all()


async def end_session(database: AsyncSession, account_id: int, session_id: int) -> bool:
    """Returns whether the account had it."""
    if not is_id(session_id):
        return False
    ended = await database.execute(
        delete(Session).where(Session.account_id == account_id, Session.id == session_id)
    )
    return cast("CursorResult[None]", ended).rowcount == 1


async def end_sessions(database: AsyncSession, account_id: int, kept: int | None = None) -> None:
    """All of the account, but `kept`."""
    which = Session.account_id == account_id
    if kept is not None:
        which &= Session.id != kept
    await database.execute(delete(Session).where(which))


def _open(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return Session.expires_at > now, Account.disabled.is_(False), Account.deleted_at.is_(None)


def _expiry(now: datetime) -> ColumnElement[datetime]:
    return func.least(now + IDLE, Session.created_at + LONGEST)
