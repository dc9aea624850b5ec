"""What owners do with accounts. Each method is one transaction, one at a time over all processes.

The methods raise `InvalidInput` and `Refusal`; then nothing is written.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial

import structlog
from botloom_contracts.database.locks import AdvisoryLock
from botloom_contracts.database.models import Account
from botloom_contracts.errors import FieldProblem, InvalidInput
from msgspec import UNSET
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..auth.passwords import Passwords
from ..errors import Conflict, NotFound
from ..preconditions import require_match
from ..schemas.accounts import AccountFields, AccountPatch
from ..schemas.fields import is_id
from .rules import canonical_email, check_email, check_name, check_password
from .sessions import end_sessions
from .views import account_view

log = structlog.stdlib.get_logger()


class Accounts:
    def __init__(self, sessions: async_sessionmaker[AsyncSession], passwords: Passwords) -> None:
        self._sessions = sessions
        self._passwords = passwords

    async def after(self, after_id: int, limit: int) -> Sequence[Account]:
        """In the order of their ids."""
        query = select(Account).where(Account.id > after_id, Account.deleted_at.is_(None))
        async with self._sessions() as database:
            return (await database.scalars(query.order_by(Account.id).limit(limit))).all()

    async def read(self, account_id: int) -> Account:
        async with self._sessions() as database:
            return await _present(database, account_id)

    async def create(self, fields: AccountFields, actor: str) -> Account:
        email = canonical_email(fields.email)
        problems = [
            *check_email(email),
            *check_name(fields.name),
            *check_password(fields.password, email),
        ]
        if problems:
            raise InvalidInput(*problems)
        hashed = await self._passwords.hash(fields.password)
        async with self._writing() as database:
            holder = await database.scalar(select(Account.id).where(Account.email == email))
            if holder is not None:
                raise Conflict(FieldProblem("email", "unique", f"account {holder} has it already"))
            account = new_account(email, fields.name, hashed)
            account.role = fields.role
            database.add(account)
        log.info("account_created", account_id=account.id, role=account.role, actor=actor)
        return account

    async def update(
        self, account_id: int, patch: AccountPatch, if_match: str | None, actor: str
    ) -> Account:
        """Disabling and a new password end the account's sessions; a new role needs no such end,
        for it is looked up with each request."""
        hashed = await self._new_password(account_id, patch, actor)
        async with self._writing() as database:
            account = await _present(database, account_id)
            require_match(if_match, account.version, partial(account_view, account))
            if patch.role not in {UNSET, "owner"}:
                await _keep_an_owner(database, account, "role")
            if patch.disabled is True:
                await _keep_an_owner(database, account, "disabled")
            given = {"name": patch.name, "role": patch.role, "disabled": patch.disabled}
            changed = [
                field
                for field, value in given.items()
                if value is not UNSET and value != getattr(account, field)
            ]
            for field in changed:
                setattr(account, field, given[field])
            if hashed is not None:
                account.password_hash = hashed
                changed.append("password")
            if not changed:
                return account
            account.version += 1
            account.updated_at = datetime.now(UTC)
            if hashed is not None or account.disabled:
                await end_sessions(database, account_id)
        log.info("account_changed", account_id=account_id, fields=changed, actor=actor)
        return account

    async def delete(self, account_id: int, if_match: str | None, actor: str) -> None:
        """The row stays with the name alone, which the log of the configuration refers to."""
        async with self._writing() as database:
            account = await _present(database, account_id)
            require_match(if_match, account.version, partial(account_view, account))
            await _keep_an_owner(database, account, "id")
            account.email = account.password_hash = None
            account.version += 1
            account.deleted_at = account.updated_at = datetime.now(UTC)
            await end_sessions(database, account_id)
        log.info("account_deleted", account_id=account_id, actor=actor)

    async def _new_password(self, account_id: int, patch: AccountPatch, actor: str) -> str | None:
        """Its hash, made before the lock is taken, for it takes a while. Checks the name, too."""
        problems = [] if patch.name is UNSET else list(check_name(patch.name))
        if patch.password is not UNSET:
            account = await self.read(account_id)
            problems += check_password(patch.password, account.email)
            if actor == f"account:{account_id}":
                # Whoever finds an open session must not be able to keep the account.
                detail = "is changed at /api/v1/auth/password, with the present one"
                problems.append(FieldProblem("password", "own", detail))
        if problems:
            raise InvalidInput(*problems)
        return None if patch.password is UNSET else await self._passwords.hash(patch.password)

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[AsyncSession]:
        async with self._sessions.begin() as database:
            await lock_accounts(database)
            yield database


async def lock_accounts(database: AsyncSession) -> None:
    """Wait to be the only one that changes accounts, until the transaction ends."""
    await database.execute(select(func.pg_advisory_xact_lock(AdvisoryLock.ACCOUNTS)))


def new_account(email: str, name: str, password_hash: str) -> Account:
    """An enabled owner, not saved yet."""
    now = datetime.now(UTC)
    return Account(
        email=email,
        name=name,
        role="owner",
        password_hash=password_hash,
        disabled=False,
        version=1,
        created_at=now,
        updated_at=now,
    )


async def _present(database: AsyncSession, account_id: int) -> Account:
    account = await database.get(Account, account_id) if is_id(account_id) else None
    if account is None or account.deleted_at is not None:
        raise NotFound(f"There is no account {account_id}.")
    return account


async def _keep_an_owner(database: AsyncSession, account: Account, field: str) -> None:
    if account.role != "owner" or account.disabled:
        return
    others = select(Account.id).where(
        Account.role == "owner", Account.disabled.is_(False), Account.id != account.id
    )
    if await database.scalar(others.where(Account.deleted_at.is_(None)).limit(1)) is None:
        raise Conflict(FieldProblem(field, "last_owner", "it is the last enabled owner"))
