"""Runs one call of the Bot API, whichever way it came in."""

import inspect
from collections.abc import Awaitable, Callable

import structlog

from .. import metrics
from ..bots import Bot
from ..call_log import CallRecord, bounded
from ..chats import Failure
from ..errors import Refusal
from ..objects import encode
from ..world import World
from .parameters import Parameters

Method = Callable[[World, Bot, Parameters], object | Awaitable[object]]
"""Its answer is the call's `result`: a Telegram object, or `bytes` that are JSON already."""

log = structlog.get_logger()


class Calls:
    """Knows the methods by their names, whose case does not matter."""

    def __init__(self, world: World, methods: dict[str, Method]) -> None:
        self._world = world
        self._methods = {name.lower(): (name, method) for name, method in methods.items()}

    async def run(self, bot: Bot, name: str, parameters: Parameters, via: str) -> bytes:
        """The JSON of the result. Raises `Refusal`, which the chat it concerns then shows."""
        name, method = self._methods.get(name.lower(), (name, None))
        time = self._world.clock()
        try:
            if method is None:
                raise Refusal(404, "Not Found: method not found")
            if fault := self._world.faults.take(name, parameters.text("chat_id")):
                raise fault
            result = method(self._world, bot, parameters)
            if inspect.isawaitable(result):
                result = await result
        except Refusal as refusal:
            metrics.CALLS.labels(name if method else "unknown", str(refusal.error_code)).inc()
            self._log(bot, name, parameters, via, time, refusal)
            self._note(bot, name, parameters, refusal, via)
            raise
        metrics.CALLS.labels(name, "ok").inc()
        self._log(bot, name, parameters, via, time)
        return result if isinstance(result, bytes) else encode(result)

    def _log(
        self,
        bot: Bot,
        name: str,
        parameters: Parameters,
        via: str,
        time: float,
        refusal: Refusal | None = None,
    ) -> None:
        self._world.calls.add(
            CallRecord(
                bot_id=bot.id,
                method=name[:64],
                chat_id=parameters.text("chat_id")[:64],
                time=time,
                outcome=str(refusal.error_code) if refusal else "ok",
                description=refusal.description if refusal else None,
                via=via,
                parameters=bounded(parameters.shown()),
            )
        )

    def _note(
        self, bot: Bot, name: str, parameters: Parameters, refusal: Refusal, via: str
    ) -> None:
        log.info(
            "call refused",
            bot_id=bot.id,
            method=name,
            via=via,
            error_code=refusal.error_code,
            description=refusal.description,
        )
        failure = Failure(name, refusal.error_code, refusal.description, via, self._world.now)
        press = bot.pending_press(parameters.text("callback_query_id"), self._world.clock())
        chat_id = str(press.chat_id) if press else parameters.text("chat_id").strip()
        if chat := bot.find_chat(chat_id):
            chat.add_failure(failure)
