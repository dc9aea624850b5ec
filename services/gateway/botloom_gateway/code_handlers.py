"""Handlers written in code: any aiogram `Router` that an installed package names in the entry point
group `botloom.routers`. They get the updates that no constructor handler took.
"""

from importlib.metadata import entry_points

import structlog
from aiogram import Bot, Dispatcher, Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.methods import TelegramMethod
from aiogram.types import Update
from botloom_constructor.answer import stale_text
from botloom_constructor.calls import Call
from botloom_constructor.trigger import Trigger

from .sender import Sender

log = structlog.stdlib.get_logger()

GROUP = "botloom.routers"


def load_routers() -> list[Router]:
    """Raises `TypeError` where an entry point names something else."""
    routers: list[Router] = []
    for entry_point in entry_points(group=GROUP):
        router = entry_point.load()
        if not isinstance(router, Router):
            raise TypeError(
                f"{GROUP}: {entry_point.value} is a {type(router)}, not an aiogram Router"
            )
        routers.append(router)
        log.info("router_loaded", name=entry_point.name, value=entry_point.value)
    return routers


class CodeHandlers:
    """An aiogram dispatcher with the routers of installed packages."""

    def __init__(self, bot: Bot, sender: Sender, routers: list[Router]) -> None:
        self._bot = bot
        self._sender = sender
        self.present = bool(routers)
        self.dispatcher = Dispatcher()
        for router in routers:
            self.dispatcher.include_router(router)

    def update_types(self) -> list[str]:
        """What the routers want to get."""
        return self.dispatcher.resolve_used_update_types() if self.present else []

    async def feed_json(self, body: bytes, trigger: Trigger | None) -> None:
        """Give code an update as Telegram sent it. Never raises: failures are logged."""
        try:
            update = Update.model_validate_json(body, context={"bot": self._bot})
            result = await self.dispatcher.feed_update(self._bot, update)
            if isinstance(result, TelegramMethod):
                await self._bot(result)
        except Exception:
            log.exception("code_handler_failed")
            await self.answer_press(trigger, stale=False)
        else:
            if result is UNHANDLED:
                await self.answer_press(trigger, stale=True)

    async def answer_press(self, trigger: Trigger | None, stale: bool) -> None:
        """Of a press that code failed on, or did not take either: then the button is stale."""
        if trigger is not None and trigger.query_id is not None:
            text = {"text": stale_text(trigger)} if stale else {}
            params = {"callback_query_id": trigger.query_id, **text}
            await self._sender.send([Call("answerCallbackQuery", params)])
