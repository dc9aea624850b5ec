"""Polling, with aiogram's own loop.

aiogram asks for the next updates, which acknowledges the last ones, while these are still worked
on. So before each request `AcknowledgeRecorded` waits until every update of the last answer has its
interaction on the stream. One gateway polls at a time, by a lease: Telegram answers 409 to two.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import structlog
from aiogram import BaseMiddleware, Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.methods import GetUpdates, TelegramMethod
from aiogram.types import TelegramObject
from aiogram.types import Update as AiogramUpdate
from botloom_constructor.updates import decode_update
from botloom_contracts.cache import poller_key
from botloom_runtime.backoff import paused, tries
from redis.asyncio import Redis
from redis.asyncio.lock import Lock
from redis.exceptions import LockError, RedisError

from .code_handlers import CodeHandlers
from .metrics import SKIPPED
from .processor import Processed, Processor
from .recorder import NotRecordedError
from .runner import Runner
from .sender import Sender

log = structlog.stdlib.get_logger()

POLL_SECONDS = 30
LEASE_SECONDS = 15.0
CONCURRENT_UPDATES_MAX = 200


class AcknowledgeRecorded(BaseRequestMiddleware):
    """Holds back the offset that acknowledges updates until each is `done`."""

    def __init__(self) -> None:
        self._open: set[int] = set()
        self._all_done = asyncio.Event()
        self._all_done.set()

    def done(self, update_id: int) -> None:
        self._open.discard(update_id)
        if not self._open:
            self._all_done.set()

    def begin_anew(self) -> None:
        """Updates that an earlier polling loop did not get to come again."""
        self._open.clear()
        self._all_done.set()

    async def __call__(self, make_request: Any, bot: Bot, method: TelegramMethod[Any]) -> Any:
        if not isinstance(method, GetUpdates):
            return await make_request(bot, method)
        await self._all_done.wait()
        updates = await make_request(bot, method)
        if updates:
            self._open.update(update.update_id for update in updates)
            self._all_done.clear()
        return updates


class ConstructorMiddleware(BaseMiddleware):
    """Comes before every router: what a constructor's rule takes, no code sees."""

    def __init__(
        self,
        processor: Processor,
        runner: Runner,
        sender: Sender,
        code: CodeHandlers,
        acknowledge: AcknowledgeRecorded,
        stop: asyncio.Event,
    ) -> None:
        self._processor = processor
        self._runner = runner
        self._sender = sender
        self._code = code
        self._acknowledge = acknowledge
        self._stop = stop

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        # A task of its own, for aiogram does not wait for its own when it stops.
        return await self._sender.run_later(self._take(handler, event, data))

    async def _take(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        assert isinstance(event, AiogramUpdate)  # noqa: S101 - aiogram's annotation is wider
        try:
            processed = await self._process(event)
        except Exception:
            # One update that can't be worked on must not hold back all that come after it.
            log.exception("update_failed", update_id=event.update_id)
            SKIPPED.labels("failed").inc()
            self._acknowledge.done(event.update_id)
            return None
        if processed is None:
            return None
        self._acknowledge.done(event.update_id)
        if processed.taken or not self._code.present:
            if processed.run is not None:
                await self._runner.finish(processed.run, processed.effect)
            return None
        try:
            result = await handler(event, data)
        except Exception:
            await self._code.answer_press(processed.trigger, stale=False)
            raise
        if result is UNHANDLED:
            await self._code.answer_press(processed.trigger, stale=True)
        return result

    async def _process(self, event: AiogramUpdate) -> Processed | None:
        """None when stopped first: the update was not acknowledged, and comes again."""
        # `exclude_unset`, for aiogram fills in defaults of its own that are no JSON.
        fields = event.model_dump_json(by_alias=True, exclude_unset=True, exclude_none=True)
        update = decode_update(fields.encode())
        async for attempt in tries(self._stop):
            try:
                return await self._processor.process(update)
            except NotRecordedError as error:
                if attempt == 0:
                    log.warning("not_recorded", update_id=update.update_id, error=str(error))
        return None


class Poller:
    def __init__(
        self,
        bot: Bot,
        redis: Redis,
        processor: Processor,
        runner: Runner,
        sender: Sender,
        code: CodeHandlers,
        allowed_updates: list[str],
    ) -> None:
        self._bot = bot
        self._redis = redis
        self._processor = processor
        self._runner = runner
        self._sender = sender
        self._code = code
        self._allowed_updates = allowed_updates

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until `stop` is set, whenever this gateway holds the lease."""
        acknowledge = AcknowledgeRecorded()
        self._bot.session.middleware(acknowledge)
        self._code.dispatcher.update.outer_middleware(
            ConstructorMiddleware(
                self._processor, self._runner, self._sender, self._code, acknowledge, stop
            )
        )
        async for _ in tries(stop):
            lease = self._redis.lock(poller_key(self._bot.id), timeout=LEASE_SECONDS)
            try:
                if await lease.acquire(blocking=False):
                    acknowledge.begin_anew()
                    await self._poll_while_leased(lease, stop)
            except (RedisError, OSError, TimeoutError) as error:
                log.warning("lease_failed", error=str(error))

    async def _poll_while_leased(self, lease: Lock, stop: asyncio.Event) -> None:
        dispatcher = self._code.dispatcher
        polling = asyncio.create_task(
            dispatcher.start_polling(
                self._bot,
                polling_timeout=POLL_SECONDS,
                handle_signals=False,
                close_bot_session=False,
                allowed_updates=self._allowed_updates,
                tasks_concurrency_limit=CONCURRENT_UPDATES_MAX,
            )
        )
        await asyncio.sleep(0)  # it can be stopped only once it has begun
        log.info("polling_started")
        try:
            while not polling.done() and await paused(stop, LEASE_SECONDS / 3):
                await lease.reacquire()
        finally:
            if not polling.done():
                await dispatcher.stop_polling()
            await polling
            with suppress(LockError, RedisError, OSError):
                await lease.release()
            log.info("polling_stopped")
