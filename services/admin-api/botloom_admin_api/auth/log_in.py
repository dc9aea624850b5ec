"""Everything that needs a password: log-in, and its change."""

from datetime import UTC, datetime
from typing import Literal

import structlog
from botloom_contracts.database.models import Account
from botloom_contracts.errors import FieldProblem, InvalidInput
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..accounts.rules import canonical_email, check_password
from ..accounts.sessions import (
    Client,
    Refreshed,
    begin_cookie_session,
    begin_token_session,
    end_sessions,
)
from ..errors import Unauthorized
from ..metrics import LOG_INS
from .log_in_limit import LogInLimit
from .passwords import Passwords

log = structlog.stdlib.get_logger()


class LogIn:
    """The methods raise `TooManyRequests`, and what Redis raises while it is away.

    A wrong e-mail, a wrong password and a disabled account are one answer, after the same time.
    """

    def __init__(
        self, sessions: async_sessionmaker[AsyncSession], passwords: Passwords, limit: LogInLimit
    ) -> None:
        self._sessions = sessions
        self._passwords = passwords
        self._limit = limit

    async def by_cookie(self, email: str, password: str, client: Client) -> tuple[Account, str]:
        """The account, and the secret for its cookie. Raises `Unauthorized`."""
        account = await self._recognised(email, password, client)
        async with self._sessions.begin() as database:
            await _still(database, account)
            now = datetime.now(UTC)
            session_id, secret = await begin_cookie_session(database, account.id, client, now)
        _logged_in(account, session_id, "cookie")
        return account, secret

    async def by_token(self, email: str, password: str, client: Client) -> Refreshed:
        """Raises `Unauthorized`."""
        account = await self._recognised(email, password, client)
        async with self._sessions.begin() as database:
            await _still(database, account)
            now = datetime.now(UTC)
            begun = await begin_token_session(database, account.id, client, now)
        _logged_in(account, begun.session_id, "token")
        return begun

    async def change_password(
        self, account_id: int, session_id: int, current: str, new: str, client: Client
    ) -> None:
        """Ends all sessions but this one. Raises `InvalidInput`."""
        async with self._sessions() as database:
            account = await database.get_one(Account, account_id)
        email = account.email or ""
        if problems := list(check_password(new, email, "new_password")):
            raise InvalidInput(*problems)
        await self._limit.attempt(email, client.address)
        if not await self._passwords.verify(current, account.password_hash):
            LOG_INS.labels("refused").inc()
            raise InvalidInput(FieldProblem("current_password", "password", "is not right"))
        await self._limit.succeeded(email, client.address)
        hashed = await self._passwords.hash(new)
        now = datetime.now(UTC)
        async with self._sessions.begin() as database:
            await _still(database, account)
            changed = update(Account).where(Account.id == account_id)
            await database.execute(
                changed.values(password_hash=hashed, version=Account.version + 1, updated_at=now)
            )
            await end_sessions(database, account_id, kept=session_id)
        log.info("password_changed", account_id=account_id)

    async def _recognised(self, email: str, password: str, client: Client) -> Account:
        email = canonical_email(email)
        await self._limit.attempt(email, client.address)
        async with self._sessions() as database:
            account = await database.scalar(select(Account).where(Account.email == email))
        hashed = None if account is None else account.password_hash
        right = await self._passwords.verify(password, hashed)
        if account is None or account.disabled or not right:
            LOG_INS.labels("refused").inc()
            log.info("log_in_refused", account_id=account and account.id, address=client.address)
            raise _refused()
        await self._limit.succeeded(email, client.address)
        return account


async def _still(database: AsyncSession, account: Account) -> None:
    """Raises `Unauthorized` where the account was changed while its password was looked at; holds
    up such changes until the end of the transaction."""
    present = select(Account.id).where(
        Account.id == account.id,
        Account.password_hash == account.password_hash,
        Account.disabled.is_(False),
    )
    if await database.scalar(present.with_for_update(read=True)) is None:
        raise _refused()


def _logged_in(account: Account, session_id: int, kind: Literal["cookie", "token"]) -> None:
    LOG_INS.labels("succeeded").inc()
    log.info("logged_in", account_id=account.id, session_id=session_id, kind=kind)


def _refused() -> Unauthorized:
    return Unauthorized("The e-mail address or the password is wrong.")
