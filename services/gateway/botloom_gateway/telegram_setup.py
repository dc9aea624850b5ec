"""What is settled with Telegram before updates come: who the bot is, and how it gets them."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.types import User
from botloom_runtime.backoff import paused, tries

log = structlog.stdlib.get_logger()

WEBHOOK_CONNECTIONS = 100

T = TypeVar("T")


async def get_me(bot: Bot, stop: asyncio.Event) -> User | None:
    """None when stopped first. Raises `SystemExit` where Telegram refuses the token."""
    # `me` keeps the answer, so that polling does not ask again, which it does only once.
    return await _until_answered(bot.me, stop)


async def set_webhook(
    bot: Bot, url: str, secret: str, allowed_updates: list[str], stop: asyncio.Event
) -> None:
    """https://core.telegram.org/bots/api#setwebhook. Raises `SystemExit` where it is refused."""

    async def call() -> bool:
        return await bot.set_webhook(
            url,
            secret_token=secret,
            allowed_updates=allowed_updates,
            max_connections=WEBHOOK_CONNECTIONS,
        )

    await _until_answered(call, stop)
    log.info("webhook_set", url=url)


async def delete_webhook(bot: Bot, stop: asyncio.Event) -> None:
    """Telegram refuses polling while a webhook is set. What waits there stays."""
    await _until_answered(bot.delete_webhook, stop)


async def _until_answered(call: Callable[[], Awaitable[T]], stop: asyncio.Event) -> T | None:
    async for attempt in tries(stop, first=0.2):
        try:
            return await call()
        except (TelegramUnauthorizedError, TelegramNotFound):
            raise SystemExit("BOTLOOM_BOT_TOKEN: Telegram does not know this token") from None
        except TelegramBadRequest as error:
            raise SystemExit(f"Telegram refuses: {error.message}") from None
        except TelegramRetryAfter as error:
            await paused(stop, error.retry_after)
        except (TelegramAPIError, ClientDecodeError) as error:
            if attempt == 0:
                log.warning("telegram_unreachable", error=str(error))
    return None
