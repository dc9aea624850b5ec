"""Outgoing calls, every one through aiogram's Bot.

A call that surely was not carried out (429, a refused connection, a 5xx) is made again; a refused
one (4xx) never; one that may have been (the connection was lost after it went out, the answer
can't be read) only where a second one does no harm. https://core.telegram.org/bots/api#making-requests
"""

import asyncio
from collections.abc import Sequence
from typing import Any, NamedTuple, TypeVar

import aiogram.methods
import msgspec
import structlog
from aiogram import Bot
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import TelegramMethod
from aiohttp import ClientConnectorError
from botloom_runtime.backoff import paused, tries

from botloom_constructor.calls import Call
from .metrics import CALLS

log = structlog.stdlib.get_logger()

T = TypeVar("T")

ATTEMPTS_MAX = 6
RETRY_AFTER_MAX = 300
"""Seconds; Telegram asks for more only where waiting does not help."""

_METHODS: dict[str, type[TelegramMethod[Any]]] = {
    method.__api_method__: method
    for method in (
        aiogram.methods.AnswerCallbackQuery,
        aiogram.methods.DeleteMessage,
        aiogram.methods.EditMessageMedia,
        aiogram.methods.EditMessageText,
        aiogram.methods.SendMessage,
        aiogram.methods.SendPhoto,
    )
}
_HARMLESS_TWICE = frozenset(
    {"answerCallbackQuery", "deleteMessage", "editMessageMedia", "editMessageText"}
)


class Failure(NamedTuple):
    outcome: str
    again: bool = False
    wait_seconds: float = 0.0


def classify(call: Call, error: Exception) -> Failure:
    """What a failed call means: make it again, and when, or not."""
    match error:
        case TelegramRetryAfter():
            return Failure("flood", error.retry_after <= RETRY_AFTER_MAX, error.retry_after)
        case TelegramForbiddenError():
            return Failure("forbidden")
        case TelegramServerError():
            return Failure("server_error", again=True)
        # aiogram counts a 413 among the network's errors.
        case TelegramNetworkError() if not isinstance(error, TelegramEntityTooLarge):
            surely_not_sent = isinstance(error.__cause__, ClientConnectorError)
            return Failure("network", again=surely_not_sent or call.method in _HARMLESS_TWICE)
        case ClientDecodeError():  # of a proxy, or of a Bot API that aiogram does not know yet
            return Failure("undecodable", again=call.method in _HARMLESS_TWICE)
        case _:
            return Failure("refused")


class Sender:
    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        # Set when `finish` has waited long enough: pauses between tries end then.
        self._given_up = asyncio.Event()
        self._tasks: set[asyncio.Task[Any]] = set()

    def send_later(self, calls: Sequence[Call]) -> None:
        """Make these calls in their order, in the background."""
        if calls:
            self.run_later(self.send(calls))

    def run_later(self, work: "asyncio._CoroutineLike[T]") -> "asyncio.Task[T]":
        """Run `work` in the background; `finish` waits for it."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def finish(self, seconds: float) -> None:
        """Wait for what is in the background, but no longer than this; the rest is given up."""
        if not self._tasks:
            return
        _, left = await asyncio.wait(self._tasks, timeout=seconds)
        if left:
            log.warning("calls_given_up", tasks=len(left))
            self._given_up.set()
            for task in left:
                task.cancel()

    async def send(self, calls: Sequence[Call]) -> None:
        """Never raises: a call that fails is logged and counted, and the next one is made."""
        for call in calls:
            outcome = await self._send(call)
            CALLS.labels(call.method, outcome).inc()

    async def _send(self, call: Call) -> str:
        """Returns the outcome, as the metric names it."""
        method = _METHODS[call.method].model_validate(_plain(call.params))
        async for attempt in tries(self._given_up, first=0.2):
            try:
                await self._bot(method)
            except (TelegramAPIError, ClientDecodeError) as error:
                failure = classify(call, error)
                if not failure.again or attempt + 1 >= ATTEMPTS_MAX:
                    return self._failed(call, failure.outcome, error)
                await paused(self._given_up, failure.wait_seconds)
            else:
                return "ok"
        return "given_up"

    @staticmethod
    def _failed(call: Call, outcome: str, error: Exception) -> str:
        log.warning(
            "call_failed",
            method=call.method,
            chat_id=call.params.get("chat_id"),
            outcome=outcome,
            error=str(error),
        )
        return outcome


def _plain(params: dict[str, Any]) -> dict[str, Any]:
    """aiogram's models take objects where the webhook's body takes prepared JSON."""
    markup = params.get("reply_markup")
    if isinstance(markup, msgspec.Raw):
        return {**params, "reply_markup": msgspec.json.decode(markup)}
    return params
