"""Posts updates to webhooks: https://core.telegram.org/bots/api#setwebhook

Each update is posted until the bot answers 2xx, at least once. Updates of one lane (the messages
of a chat, the presses in a chat) go one after the other, different lanes side by side, up to the
webhook's `max_connections`. The bot may answer with a call: it is run once, and if it is refused
the refusal goes to the log and to the chat, never back to the bot.

Other than Telegram's, the pauses between attempts end at `MAX_PAUSE_S`, so that a bot under
development need not be waited for, and no update expires.
"""

import asyncio
import re
from collections import deque
from http import HTTPStatus

import aiohttp
import structlog

from . import metrics
from .bot_api.calls import Calls
from .bot_api.parameters import Parameters, read_parameters
from .bots import Bot, Webhook, WebhookError
from .errors import Refusal
from .updates import Update
from .world import World

TIMEOUT_S = 60.0
FIRST_PAUSE_S = 0.5
MAX_PAUSE_S = 10.0
MAX_RETRY_AFTER_S = 3600.0

_MAX_ANSWER_BYTES = 16 * 2**20
_NOT_IN_ANSWERS = frozenset({"setwebhook", "deletewebhook", "close", "logout"})

log = structlog.get_logger()


class DeliveryFailed(Exception):
    """One attempt failed; `retry_after` is what the bot asked for, in seconds."""

    def __init__(self, reason: str, retry_after: float = 0.0) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


class Deliveries:
    """A delivery for each bot that has a webhook."""

    def __init__(self, world: World, calls: Calls, session: aiohttp.ClientSession) -> None:
        self._world = world
        self._calls = calls
        self._session = session
        self._deliveries: dict[int, Delivery] = {}

    def on_update(self, bot: Bot, update: Update) -> None:
        if delivery := self._deliveries.get(bot.id):
            delivery.offer(update)

    def on_webhook_changed(self, bot: Bot) -> None:
        if earlier := self._deliveries.pop(bot.id, None):
            earlier.stop()
        if bot.webhook:
            delivery = Delivery(self._world, self._calls, self._session, bot, bot.webhook)
            self._deliveries[bot.id] = delivery
            for update in bot.updates.pending():
                delivery.offer(update)

    def stop(self) -> None:
        for delivery in self._deliveries.values():
            delivery.stop()


class Delivery:
    """One bot's updates on their way to one webhook. Stopped, it leaves the rest in the queue."""

    def __init__(
        self,
        world: World,
        calls: Calls,
        session: aiohttp.ClientSession,
        bot: Bot,
        webhook: Webhook,
    ) -> None:
        self._world = world
        self._calls = calls
        self._session = session
        self._bot = bot
        self._webhook = webhook
        self._connections = asyncio.Semaphore(webhook.max_connections)
        self._lanes: dict[str, deque[Update]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def offer(self, update: Update) -> None:
        lane = self._lanes.get(update.lane)
        if lane is not None:
            lane.append(update)
            return
        self._lanes[update.lane] = deque([update])
        task = asyncio.create_task(self._empty(update.lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def stop(self) -> None:
        for task in tuple(self._tasks):
            task.cancel()

    async def _empty(self, name: str) -> None:
        lane = self._lanes[name]
        while lane:
            await self._deliver(lane[0])
            lane.popleft()
        del self._lanes[name]

    async def _deliver(self, update: Update) -> None:
        pause = 0.0
        while True:
            try:
                async with self._connections:
                    method, parameters = await self._post(update)
            except DeliveryFailed as failure:
                metrics.DELIVERIES.labels("failed").inc()
                self._bot.webhook_error = WebhookError(self._world.now, str(failure))
                log.warning(
                    "webhook failed",
                    bot_id=self._bot.id,
                    update_id=update.id,
                    reason=str(failure),
                )
                # The first further attempt follows at once, as Telegram's does.
                await asyncio.sleep(failure.retry_after or pause)
                pause = min(max(pause * 2, FIRST_PAUSE_S), MAX_PAUSE_S)
                continue
            metrics.DELIVERIES.labels("delivered").inc()
            self._bot.updates.forget(update.id)
            await self._run(method, parameters)
            return

    async def _post(self, update: Update) -> tuple[str, Parameters]:
        headers = {"Content-Type": "application/json"}
        if self._webhook.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self._webhook.secret_token
        try:
            async with self._session.post(
                self._webhook.url, data=update.body, headers=headers, allow_redirects=False
            ) as response:
                body = await _read(response)
                if not HTTPStatus.OK <= response.status < HTTPStatus.MULTIPLE_CHOICES:
                    raise DeliveryFailed(
                        f"Wrong response from the webhook: {response.status} {response.reason}",
                        _retry_after(response.headers.get("Retry-After", "")),
                    )
                return await _call_in_answer(response.headers.get("Content-Type", ""), body)
        except TimeoutError:
            raise DeliveryFailed("Read timeout expired") from None
        except (aiohttp.ClientConnectorError, ConnectionRefusedError) as error:
            raise DeliveryFailed(error.strerror or "Connection refused") from None
        except aiohttp.ClientError as error:
            raise DeliveryFailed(f"Connection closed: {error}") from None

    async def _run(self, method: str, parameters: Parameters) -> None:
        if not method or method.lower() in _NOT_IN_ANSWERS or method.lower().startswith("get"):
            return
        try:
            await self._calls.run(self._bot, method, parameters, "webhook_response")
        except Refusal:
            return


async def _read(response: aiohttp.ClientResponse) -> bytes:
    body = bytearray()
    async for chunk in response.content.iter_any():
        body += chunk
        if len(body) > _MAX_ANSWER_BYTES:
            raise DeliveryFailed("Response from the webhook is too big")
    return bytes(body)


async def _call_in_answer(content_type: str, body: bytes) -> tuple[str, Parameters]:
    """https://core.telegram.org/bots/api#making-requests-when-getting-updates"""
    if not body:
        return "", Parameters({})
    try:
        parameters = await read_parameters(content_type, body)
    except Refusal as refusal:
        log.warning("webhook answer not understood", reason=refusal.description)
        return "", Parameters({})
    return parameters.text("method"), parameters


def _retry_after(value: str) -> float:
    return min(float(value), MAX_RETRY_AFTER_S) if re.fullmatch(r"[0-9]{1,9}", value) else 0.0
