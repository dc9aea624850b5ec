"""The dispatcher: sends what is owed to webhooks, each delivery at least once.

Every process has one. They share the work by the leases of `queue`, so it does not matter which of
them is woken first, nor that one dies: what it had claimed is made again after the lease.
"""

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import structlog
from botloom_runtime.backoff import paused, tries
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession, async_sessionmaker
from sqlalchemy.pool import NullPool

from ..database import connect_database, wake_on
from ..event_log import CHANNEL as LOG_CHANNEL
from ..metrics import WEBHOOK_ATTEMPTS, WEBHOOK_SECONDS, WEBHOOKS_OLDEST, WEBHOOKS_PENDING
from .queue import CHANNEL, Claim, Result, backlog, claim, settle, trim
from .retries import delay_after
from .sender import Outcome, Sender

CONCURRENT_MAX = 20
"""Attempts at a time: one for each webhook that there can be."""

POLL_SECONDS = 5.0
"""Between looks when nothing wakes the dispatcher and nothing is due before."""

BUSY_SECONDS = 0.05
"""Where something is due and another process has it under way."""

TRIM_SECONDS = 3600.0

SETTLE_PAUSES = (0.1, 0.5, 2.0, 5.0)
"""Seconds after each try to note how an attempt ended; all within the lease."""

FINISH_SECONDS = 3.0
"""Attempts under way at the stop have so long; what is left is made again."""

log = structlog.stdlib.get_logger()


class Dispatcher:
    def __init__(
        self,
        database_url: str,
        sessions: async_sessionmaker[AsyncSession],
        sender: Sender,
    ) -> None:
        self._engine = connect_database(
            database_url, poolclass=NullPool, isolation_level="AUTOCOMMIT"
        )
        self._sessions = sessions
        self._sender = sender
        self._stop = asyncio.Event()
        self._wake = asyncio.Event()
        self._under_way: set[asyncio.Task[None]] = set()
        self._trim_at = 0.0
        self._failing = False

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Send while the context is open; the sender must be running."""
        self._stop.clear()
        task = asyncio.create_task(self._run(), name="dispatcher")
        try:
            yield
        finally:
            self._stop.set()
            self._wake.set()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._finished(task), FINISH_SECONDS)
            for one in self._under_way:
                one.cancel()
            await self._engine.dispose()

    async def _finished(self, task: asyncio.Task[None]) -> None:
        await task
        await asyncio.gather(*self._under_way)

    async def _run(self) -> None:
        while not self._stop.is_set():
            async for _ in tries(self._stop, longest=POLL_SECONDS):
                try:
                    async with self._engine.connect() as connection:
                        await wake_on(connection, self._wake, LOG_CHANNEL, CHANNEL)
                        await self._follow(connection)
                except Exception as error:  # whatever it is, what is owed is still to be sent
                    if not self._failing:
                        self._failing = True
                        log.warning("webhooks_interrupted", error=repr(error))
                        break  # a new outage starts with short pauses again

    async def _follow(self, connection: AsyncConnection) -> None:
        """Start what is due, until the dispatcher is stopped."""
        while not self._stop.is_set():
            self._wake.clear()
            await self._trim()
            # Fails where the connection is lost, whose end has woken the dispatcher.
            found = await backlog(connection)
            WEBHOOKS_PENDING.set(found.pending)
            WEBHOOKS_OLDEST.set(found.oldest_seconds)
            if self._failing:
                log.info("webhooks_resumed")
            self._failing = False
            due = POLL_SECONDS if found.next_seconds is None else found.next_seconds
            if due <= 0 and await self._start():
                continue
            await self._woken(min(max(due, BUSY_SECONDS), POLL_SECONDS))

    async def _start(self) -> bool:
        """Whether there was something to start, and room for it."""
        free = CONCURRENT_MAX - len(self._under_way)
        if not free:
            return False
        async with self._sessions.begin() as session:
            claims = await claim(session, free)
        for one in claims:
            task = asyncio.create_task(self._attempt(one), name="webhook attempt")
            self._under_way.add(task)
            task.add_done_callback(self._ended)
        return bool(claims)

    async def _trim(self) -> None:
        if time.monotonic() < self._trim_at:
            return
        async with self._sessions.begin() as session:
            await trim(session)
        self._trim_at = time.monotonic() + TRIM_SECONDS

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        self._wake.set()

    async def _attempt(self, claimed: Claim) -> None:
        outcome = await self._sender.send(
            claimed.url, claimed.secrets, str(claimed.delivery_id), claimed.body
        )
        spread = random.uniform(-1, 1)  # noqa: S311 - only spreads load
        delay = delay_after(claimed.attempt, spread, outcome.retry_after)
        result = await self._settle(claimed, outcome, delay)
        attempt = outcome.attempt
        WEBHOOK_ATTEMPTS.labels(result).inc()
        WEBHOOK_SECONDS.observe(attempt.duration_ms / 1000)
        if result == "failed":
            log.warning(
                "webhook_given_up",
                webhook=claimed.webhook_id,
                delivery=str(claimed.delivery_id),
                error=attempt.error,
                status=attempt.status,
            )

    async def _settle(self, claimed: Claim, outcome: Outcome, delay: float | None) -> Result:
        """Tried again for a while, for what is not noted is sent again after the lease."""
        for pause in SETTLE_PAUSES:
            try:
                async with self._sessions.begin() as session:
                    return await settle(session, claimed, outcome, delay)
            except Exception as error:  # most likely PostgreSQL is away
                log.warning("webhook_attempt_not_noted", error=repr(error))
            if not await paused(self._stop, pause):
                break
        return "void"

    async def _woken(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._wake.wait(), seconds)
        except TimeoutError:
            return
