"""How updates come, as Telegram tells it: `getWebhookInfo`, and why `getUpdates` fails.

Asked beside the updates; what is not known delays and ends nothing.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import structlog
from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware
from aiogram.exceptions import (
    AiogramError,
    TelegramAPIError,
    TelegramConflictError,
    TelegramNetworkError,
    TelegramServerError,
)
from aiogram.methods import GetUpdates, TelegramMethod
from aiogram.types import WebhookInfo as Told
from botloom_contracts.gateway_report import PollFailure, WebhookInfo
from botloom_runtime.backoff import paused

from .metrics import POLLS_FAILED, WEBHOOK_LAST_ERROR, WEBHOOK_PENDING

log = structlog.stdlib.get_logger()

ASK_SECONDS = 30.0
ANSWER_SECONDS = 10
REMEMBERED = timedelta(minutes=1)
"""Two that poll with one token fail in turn: an answer in between does not mean that it is over."""
MESSAGE_MAX = 300


class TelegramStatus:
    """What the gateway's report says of it."""

    def __init__(self, webhook_url: str | None, token: str) -> None:
        self._webhook_url = webhook_url
        self._token = token
        self._failure: PollFailure | None = None
        self._receives = False
        self.webhook: WebhookInfo | None = None

    @property
    def mode(self) -> str:
        return "webhook" if self._webhook_url else "polling"

    @property
    def poll_failure(self) -> PollFailure | None:
        failure = self._failure
        if failure is None:
            return None
        if self._receives and datetime.now(UTC) - failure.at > REMEMBERED:
            return None
        return failure

    @asynccontextmanager
    async def followed(self, bot: Bot, stop: asyncio.Event) -> AsyncIterator[None]:
        """Ask now and again while the block runs. Enter it when the webhook is set or deleted."""
        asking = asyncio.create_task(self._ask_often(bot, stop), name="webhook info")
        try:
            yield
        finally:
            # Only a call of Telegram is under way in it, which is not waited for.
            asking.cancel()
            with suppress(asyncio.CancelledError):
                await asking

    async def _ask_often(self, bot: Bot, stop: asyncio.Event) -> None:
        while True:
            await self._ask(bot)
            if not await paused(stop, ASK_SECONDS):
                return

    async def _ask(self, bot: Bot) -> None:
        try:
            told = await bot.get_webhook_info(request_timeout=ANSWER_SECONDS)
        except AiogramError as error:
            self.webhook = None
            log.warning("webhook_info_unknown", error=str(error))
            return
        self.webhook = self._shown(told)
        WEBHOOK_PENDING.set(told.pending_update_count)
        failed_at = told.last_error_date
        WEBHOOK_LAST_ERROR.set(failed_at.timestamp() if failed_at is not None else 0)

    def _shown(self, told: Told) -> WebhookInfo:
        message = told.last_error_message
        return WebhookInfo(
            asked_at=datetime.now(UTC),
            origin=_origin(told.url),
            own=bool(told.url) and told.url == self._webhook_url,
            pending_update_count=told.pending_update_count,
            has_custom_certificate=told.has_custom_certificate,
            ip_address=told.ip_address,
            last_error_date=_utc(told.last_error_date),
            last_error_message=None
            if message is None
            else self._without_secrets(message, told.url),
            last_synchronization_error_date=_utc(told.last_synchronization_error_date),
            max_connections=told.max_connections,
            allowed_updates=None if told.allowed_updates is None else tuple(told.allowed_updates),
        )

    def received(self) -> None:
        self._receives = True

    def failed(self, error: Exception) -> None:
        """Of `getUpdates`."""
        self._receives = False
        code, message = _why(error), ""
        if isinstance(error, TelegramAPIError) and code != "unreachable":
            message = self._without_secrets(error.message, "")
        self._failure = PollFailure(at=datetime.now(UTC), code=code, message=message)
        POLLS_FAILED.labels(code).inc()

    def _without_secrets(self, message: str, url: str) -> str:
        parts = urlsplit(url)
        for secret in (url, parts.path.rstrip("/"), parts.query, self._token):
            if secret:
                message = message.replace(secret, "***")
        return message[:MESSAGE_MAX]


class WatchPolling(BaseRequestMiddleware):
    """aiogram tries a failed `getUpdates` again and says so only in its log."""

    def __init__(self, status: TelegramStatus) -> None:
        self._status = status

    async def __call__(self, make_request: Any, bot: Bot, method: TelegramMethod[Any]) -> Any:
        if not isinstance(method, GetUpdates):
            return await make_request(bot, method)
        try:
            updates = await make_request(bot, method)
        except Exception as error:
            self._status.failed(error)
            raise
        self._status.received()
        return updates


def _why(error: Exception) -> str:
    match error:
        case TelegramConflictError():
            return "webhook_active" if "webhook" in error.message.lower() else "other_poller"
        case TelegramNetworkError() | TelegramServerError():
            return "unreachable"
        case _:
            return "refused"


def _origin(url: str) -> str:
    parts = urlsplit(url)
    # Without a name and password, which an address may hold as well.
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}" if url else ""


def _utc(at: datetime | None) -> datetime | None:
    return None if at is None else at.astimezone(UTC)
