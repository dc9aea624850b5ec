"""Waiting before a call: for the limiter, and for as long as Telegram asks after a 429."""

import asyncio
import time
from typing import TypeVar

from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import TelegramMethod
from botloom_constructor.calls import Call
from botloom_runtime.backoff import paused

from .failures import RETRY_AFTER_MAX
from .limiter import Limiter
from .metrics import FLOODS

T = TypeVar("T")

WHOLE_BOT_CHATS = 3
"""So many chats refused at one time: it is the bot that is too fast, and not in one chat."""

_MESSAGE_METHODS = ("send", "edit", "copyMessage", "forwardMessage")


def weight(call: Call) -> int:
    """How many messages a call brings into a chat, as Telegram's limits count them."""
    if not call.method.startswith(_MESSAGE_METHODS) or call.method == "sendChatAction":
        return 0
    return len(call.params["media"]) if call.method == "sendMediaGroup" else 1


class GivenUp(Exception):
    """The process stops before the call could be made."""


class Floods:
    def __init__(self, limiter: Limiter | None, given_up: asyncio.Event) -> None:
        self._limiter = limiter
        self._given_up = given_up
        # When the last 429 of a chat ends, monotonic.
        self._flooded: dict[int | str, float] = {}

    def note_now(self, call: Call) -> bool:
        """Whether it may be made at once, by what is known here; it is then counted."""
        if self._limiter is None:
            return True
        return weight(call) == 1 and self._limiter.note_now(call.params["chat_id"])

    async def pass_through(self, call: Call, bot: Bot, method: TelegramMethod[T]) -> T:
        """Make the call when it may be made, and again after each 429 when Telegram says so.

        Raises what the call raises, a 429 where waiting would take too long; `GivenUp`.
        """
        messages = weight(call)
        chat_id: int | str = call.params.get("chat_id", 0)
        limiter = self._limiter if messages and chat_id else None
        waited = 0.0
        while True:
            if limiter is not None:
                await limiter.wait(chat_id, self._given_up, messages)
            if self._given_up.is_set():
                raise GivenUp
            try:
                return await bot(method)
            except TelegramRetryAfter as error:
                FLOODS.inc()
                waited += error.retry_after
                if waited > RETRY_AFTER_MAX:
                    raise
                if limiter is None:
                    await paused(self._given_up, error.retry_after)
                else:
                    await self._block(limiter, chat_id, error.retry_after)

    async def _block(self, limiter: Limiter, chat_id: int | str, seconds: float) -> None:
        now = time.monotonic()
        self._flooded = {chat: until for chat, until in self._flooded.items() if until > now}
        self._flooded[chat_id] = now + seconds
        whole_bot = len(self._flooded) >= WHOLE_BOT_CHATS
        await limiter.block(None if whole_bot else chat_id, seconds)
