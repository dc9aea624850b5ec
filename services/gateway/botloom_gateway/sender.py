"""Outgoing calls, every one through aiogram's Bot.

A call that surely was not carried out (429, a refused connection, a 5xx) is made again; a refused
one (4xx) never, but another may take its place; one that may have been carried out (the connection
was lost after it went out, the answer can't be read) is repeated only where a second one does no
harm. https://core.telegram.org/bots/api#making-requests
"""

import asyncio
from collections.abc import Sequence
from typing import Any, NamedTuple, TypeVar

import aiogram.methods
import msgspec
import structlog
from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramAPIError, TelegramRetryAfter
from aiogram.methods import TelegramMethod
from botloom_constructor.calls import Call
from botloom_runtime.backoff import tries
from pydantic import ValidationError

from .call_files import file_urls
from .failures import EXPECTED, classify, instead, refuses_file
from .file_ids import FileIds
from .floods import Floods, GivenUp, weight
from .limiter import Limiter
from .metrics import CALLS

log = structlog.stdlib.get_logger()

T = TypeVar("T")

ATTEMPTS_MAX = 6
INSTEAD_MAX = 3
"""So many calls in the place of a refused one: an edit, its new message, and that one plain."""

_METHODS: dict[str, type[TelegramMethod[Any]]] = {
    method.__api_method__: method
    for method in (
        aiogram.methods.AnswerCallbackQuery,
        aiogram.methods.ApproveChatJoinRequest,
        aiogram.methods.CopyMessage,
        aiogram.methods.DeclineChatJoinRequest,
        aiogram.methods.DeleteMessage,
        aiogram.methods.EditMessageCaption,
        aiogram.methods.EditMessageMedia,
        aiogram.methods.EditMessageReplyMarkup,
        aiogram.methods.EditMessageText,
        aiogram.methods.ForwardMessage,
        aiogram.methods.GetChatMember,
        aiogram.methods.SendAnimation,
        aiogram.methods.SendAudio,
        aiogram.methods.SendChatAction,
        aiogram.methods.SendContact,
        aiogram.methods.SendDocument,
        aiogram.methods.SendLocation,
        aiogram.methods.SendMediaGroup,
        aiogram.methods.SendMessage,
        aiogram.methods.SendPhoto,
        aiogram.methods.SendPoll,
        aiogram.methods.SendSticker,
        aiogram.methods.SendVenue,
        aiogram.methods.SendVideo,
        aiogram.methods.SendVideoNote,
        aiogram.methods.SendVoice,
    )
}


class _Made(NamedTuple):
    """How a call ended; `error` is what Telegram said last, where it did not succeed."""

    outcome: str
    result: Any = None
    error: Exception | None = None


class Sender:
    """Without a limiter nothing waits before Telegram asks for it; without file ids Telegram
    fetches a file each time it is sent."""

    def __init__(
        self, bot: Bot, limiter: Limiter | None = None, files: FileIds | None = None
    ) -> None:
        self._bot = bot
        self._files = files
        # Set when `finish` has waited long enough: pauses between tries end then.
        self._given_up = asyncio.Event()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._floods = Floods(limiter, self._given_up)

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

    def at_once(self, call: Call) -> Call | None:
        """The call as it may go back in a webhook's response; None where it must go by `send`."""
        if weight(call) == 0:
            return call
        if self._files is not None:
            call, complete = self._files.substitute(call)
            if not complete:  # what Telegram calls the file stands in its answer
                return None
        return call if self._floods.note_now(call) else None

    async def send(self, calls: Sequence[Call]) -> None:
        """Never raises: a call that fails is logged and counted, and the next one is made."""
        for call in calls:
            await self.ask(call)

    async def ask(self, call: Call) -> Any:
        """aiogram's result, or None where the call failed, which is logged and counted."""
        try:
            made = await self._carry_out(call)
        except Exception:
            log.exception("call_failed", method=call.method)
            made = _Made("error")
        else:
            self._report(call, made)
        CALLS.labels(call.method, made.outcome).inc()
        return made.result

    async def _carry_out(self, call: Call) -> _Made:
        made = await self._make_with_files(call)
        outcome = made.outcome
        for _ in range(INSTEAD_MAX):
            other = None if made.error is None else instead(call, made.error)
            if other is None:
                break
            outcome = other.outcome
            if other.call is None:
                return _Made(outcome)
            call = other.call
            made = await self._make_with_files(call)
        return made if made.error is not None else _Made(outcome, made.result)

    async def _make_with_files(self, call: Call) -> _Made:
        files = self._files
        if files is None or not file_urls(call):
            return await self._make(call)
        async with files.sending(call):
            with_ids, _ = files.substitute(call)
            made = await self._make(with_ids)
            if with_ids is not call and made.error is not None and refuses_file(made.error):
                await files.refuse(call)
                made = await self._make(call)
            await files.learn(call, made.result)
            return made

    async def _make(self, call: Call) -> _Made:
        try:
            method = _METHODS[call.method].model_validate(_plain(call.params))
        except (KeyError, ValidationError) as error:
            return _Made("invalid", error=error)
        async for attempt in tries(self._given_up, first=0.2):
            try:
                return _Made("ok", await self._floods.pass_through(call, self._bot, method))
            except (TelegramAPIError, ClientDecodeError) as error:
                failure = classify(call, error)
                # A 429 comes here only when it has been waited out for as long as is sensible.
                flooded = isinstance(error, TelegramRetryAfter)
                if flooded or not failure.again or attempt + 1 >= ATTEMPTS_MAX:
                    return _Made(failure.outcome, error=error)
            except GivenUp:
                break
        return _Made("given_up")

    @staticmethod
    def _report(call: Call, made: _Made) -> None:
        if made.error is None:
            return
        write = log.info if made.outcome in EXPECTED else log.warning
        write(
            "call_failed",
            method=call.method,
            chat_id=call.params.get("chat_id"),
            outcome=made.outcome,
            error=str(made.error),
        )


def _plain(params: dict[str, Any]) -> dict[str, Any]:
    """aiogram's models take objects where the webhook's body takes prepared JSON."""
    markup = params.get("reply_markup")
    if isinstance(markup, msgspec.Raw):
        return {**params, "reply_markup": msgspec.json.decode(markup)}
    return params
