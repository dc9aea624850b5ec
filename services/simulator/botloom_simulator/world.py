"""All that the simulator knows, in memory only: a restart forgets it."""

import re
import time
from collections.abc import Callable
from typing import Protocol

from .bots import Bot, Webhook
from .call_log import CallLog
from .errors import ConflictProblem, NotFoundProblem, Refusal
from .faults import Faults
from .files import FileStore
from .updates import Update

MAX_BOTS = 1000

_TOKEN = re.compile(r"([1-9][0-9]{0,15}):[\w-]{1,64}", re.ASCII)
_MAX_BOT_ID = 2**52


class Watcher(Protocol):
    """Learns of what a webhook must be told, in the moment that it happens."""

    def on_update(self, bot: Bot, update: Update) -> None: ...

    def on_webhook_changed(self, bot: Bot) -> None: ...


class World:
    def __init__(self, username: str, clock: Callable[[], float] = time.time) -> None:
        self.clock = clock
        self.files = FileStore()
        self.faults = Faults()
        self.calls = CallLog()
        self.bots: dict[int, Bot] = {}
        self.watcher: Watcher | None = None
        self._username = username
        self._latest: Bot | None = None

    @property
    def now(self) -> int:
        return int(self.clock())

    def bot_of(self, token: str) -> Bot:
        """The bot of any well-formed token, which begins to exist with its first call.

        What follows the colon is not looked at again. Raises `Refusal`.
        """
        match = _TOKEN.fullmatch(token)
        if match is None or int(match[1]) >= _MAX_BOT_ID:
            raise Refusal(401, "Unauthorized: invalid token specified")
        bot_id = int(match[1])
        bot = self.bots.get(bot_id)
        if bot is None:
            if len(self.bots) >= MAX_BOTS:
                raise Refusal(429, "Too Many Requests: retry after 60", {"retry_after": 60})
            username = self._username
            if self.bots:
                username = f"{username.removesuffix('_bot')}_{bot_id}_bot"
            bot = self.bots[bot_id] = Bot(bot_id, username, self.clock(), self._on_update)
        self._latest = bot
        return bot

    def set_webhook(self, bot: Bot, webhook: Webhook | None) -> None:
        """Updates that wait go wherever the bot now takes them."""
        bot.webhook = webhook
        bot.webhook_error = None
        if self.watcher:
            self.watcher.on_webhook_changed(bot)

    def _on_update(self, bot: Bot, update: Update) -> None:
        if self.watcher:
            self.watcher.on_update(bot, update)

    def bot_named(self, bot_id: int | None) -> Bot:
        """The bot with this id; without one the bot that called last. Raises `Problem`."""
        bot = self._latest if bot_id is None else self.bots.get(bot_id)
        if bot is not None:
            return bot
        if bot_id is not None:
            raise NotFoundProblem(detail=f"No bot with the id {bot_id} has called yet")
        raise ConflictProblem(
            detail="No bot has called yet: start one with this server as its Bot API server"
        )

    def release(self) -> None:
        """Let all who wait for something go home, so that the server can stop."""
        for bot in self.bots.values():
            bot.updates.close()
            for chat in bot.every_chat():
                chat.release()
