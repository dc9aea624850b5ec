"""The first account: made of the settings, where there is none at all."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import NamedTuple

import structlog
from botloom_contracts.database.models import Account
from botloom_runtime.backoff import tries
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from ..auth.passwords import Passwords
from .accounts import lock_accounts, new_account

START_SECONDS = 5.0
"""The application waits so long for it; an outage takes longer, and then it comes later."""

NAME = "Owner"

log = structlog.stdlib.get_logger()


class Owner(NamedTuple):
    email: str
    """Canonical."""
    password: str


class FirstOwner:
    def __init__(
        self,
        sessions: async_sessionmaker[AsyncSession],
        passwords: Passwords,
        owner: Owner | None,
        others_get_in: bool,
    ) -> None:
        """`others_get_in`: there is another way in than by an account."""
        self._sessions = sessions
        self._passwords = passwords
        self._owner = owner
        self._others_get_in = others_get_in

    @asynccontextmanager
    async def seen_to(self) -> AsyncIterator[None]:
        """On entering, the account is there, unless PostgreSQL is away; then it comes later."""
        if self._owner is None and self._others_get_in:
            yield
            return
        stop = asyncio.Event()
        task = asyncio.create_task(self._until_made(stop), name="first-owner")
        try:
            if self._owner is not None:
                await asyncio.wait({task}, timeout=START_SECONDS)
            yield
        finally:
            stop.set()
            task.cancel()
            await asyncio.wait({task})

    async def _until_made(self, stop: asyncio.Event) -> None:
        async for attempt in tries(stop):
            try:
                await self._make()
            except Exception as error:  # PostgreSQL is away, or its tables are not made yet
                if attempt == 0:
                    log.warning("first_owner_waits", error=repr(error))
            else:
                return

    async def _make(self) -> None:
        async with self._sessions.begin() as database:
            await lock_accounts(database)
            if await database.scalar(select(Account.id).limit(1)) is not None:
                return
            if self._owner is None:
                log.error("nobody_can_log_in", missing="BOTLOOM_OWNER_EMAIL")
                return
            hashed = await self._passwords.hash(self._owner.password)
            account = new_account(self._owner.email, NAME, hashed)
            database.add(account)
        log.info("first_owner_created", account_id=account.id)
