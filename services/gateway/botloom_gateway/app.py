"""The composition root: builds everything, runs it, closes it."""

import asyncio
import gc
from contextlib import AsyncExitStack
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import web
from botloom_constructor.identity import Identity
from botloom_constructor.resolve import Resolver
from botloom_constructor.updates import ALLOWED_UPDATES
from botloom_runtime.identity import process_name
from botloom_runtime.probes import add_probe_routes, listening
from botloom_runtime.redis_client import connect_redis
from redis.asyncio import Redis
from redis.exceptions import RedisError

from . import config_webhook
from .code_handlers import CodeHandlers, load_routers
from .config_webhook import ConfigWebhook
from .draft_snapshots import DraftSnapshots
from .file_ids import FileIds
from .limiter import Limiter
from .people import People
from .polling import Poller
from .processor import Processor
from .recorder import Recorder
from .runner import Runner
from .schedule import Schedule
from .sender import Sender
from .settings import Settings
from .snapshot_feed import SnapshotFeed
from .telegram_setup import delete_webhook, get_me, set_webhook
from .telegram_status import TelegramStatus, WatchPolling
from .web_requests import WebRequests
from .webhook import BODY_MAX, Webhook

FINISH_SECONDS = 10.0
"""For calls under way when the process is to stop."""


async def serve(settings: Settings, stop: asyncio.Event) -> None:
    """Take updates and answer them until `stop` is set."""
    async with AsyncExitStack() as closing:
        redis = connect_redis(settings.redis_url.get_secret_value())
        closing.push_async_callback(redis.aclose)
        server = TelegramAPIServer.from_base(settings.bot_api_url)
        bot = Bot(settings.bot_token.get_secret_value(), session=AiohttpSession(api=server))
        closing.push_async_callback(bot.session.close)
        limiter = Limiter(redis, settings.bot_id, settings.limits)
        closing.push_async_callback(limiter.aclose)
        web_requests = WebRequests(settings.allowed_networks)
        closing.push_async_callback(web_requests.aclose)
        telegram = TelegramStatus(settings.webhook_url, bot.token)
        feed = SnapshotFeed(redis, process_name(), telegram)
        snapshots = DraftSnapshots(redis, feed)
        following = asyncio.gather(feed.run(stop), snapshots.run(stop))
        closing.push_async_callback(_ended, following)
        sender = Sender(bot, limiter, FileIds(redis, settings.bot_id))
        closing.push_async_callback(sender.finish, FINISH_SECONDS)
        closing.callback(stop.set)
        code = CodeHandlers(bot, sender, load_routers())
        taking = asyncio.Event()
        app = web.Application(client_max_size=BODY_MAX)
        add_probe_routes(app, lambda: _readiness(feed, taking, redis))
        webhook = _add_webhook(app, settings, sender, code)
        _add_config_webhook(app, settings, redis, feed)
        await closing.enter_async_context(
            listening(app, settings.listen_host, settings.gateway_port)
        )
        me = await get_me(bot, stop)
        await feed.until_loaded(stop)
        if me is None or stop.is_set():
            return
        identity = Identity(me.username or "", me.first_name, ZoneInfo(settings.time_zone))
        await feed.introduce(identity)
        people = People(redis, settings.bot_id, settings.person_days * 24 * 3600)
        schedule = Schedule(redis, settings.bot_id)
        runner = Runner(identity, snapshots, sender, people, schedule, web_requests)
        recorder = Recorder(redis, settings.bot_id, settings.stream_max_length)
        resolver = Resolver(identity.username, code.present)
        processor = Processor(snapshots, resolver, recorder, people, runner, identity)
        allowed_updates = sorted({*ALLOWED_UPDATES, *code.update_types()})
        # What lives as long as the process need not be looked at by the garbage collector.
        gc.collect()
        gc.freeze()
        taking.set()
        waiting = asyncio.create_task(schedule.run(runner.go_on, sender.run_later, stop))
        closing.push_async_callback(_ended, waiting)
        closing.callback(stop.set)
        if webhook is None:
            poller = Poller(bot, redis, processor, runner, sender, code, allowed_updates)
            await _poll(bot, poller, telegram, stop)
        else:
            webhook.open(processor, runner)
            await _take_webhook(bot, settings, allowed_updates, telegram, stop)


async def _ended(task: asyncio.Future[Any]) -> None:
    await task


def _add_webhook(
    app: web.Application, settings: Settings, sender: Sender, code: CodeHandlers
) -> Webhook | None:
    if settings.webhook_url is None or settings.webhook_secret is None:
        return None
    webhook = Webhook(settings.webhook_secret.get_secret_value(), sender, code)
    app.router.add_post(urlsplit(settings.webhook_url).path or "/", webhook.handle)
    return webhook


def _add_config_webhook(
    app: web.Application, settings: Settings, redis: Redis, feed: SnapshotFeed
) -> None:
    if settings.config_webhook_secret is not None:
        secret = settings.config_webhook_secret.get_secret_value()
        app.router.add_post(config_webhook.PATH, ConfigWebhook(secret, redis, feed).handle)


async def _poll(bot: Bot, poller: Poller, telegram: TelegramStatus, stop: asyncio.Event) -> None:
    await delete_webhook(bot, stop)
    bot.session.middleware(WatchPolling(telegram))
    async with telegram.followed(bot, stop):
        await poller.run(stop)


async def _take_webhook(
    bot: Bot,
    settings: Settings,
    allowed_updates: list[str],
    telegram: TelegramStatus,
    stop: asyncio.Event,
) -> None:
    assert settings.webhook_url and settings.webhook_secret  # noqa: S101, PT018 - checked before
    secret = settings.webhook_secret.get_secret_value()
    await set_webhook(bot, settings.webhook_url, secret, allowed_updates, stop)
    async with telegram.followed(bot, stop):
        await stop.wait()


async def _readiness(feed: SnapshotFeed, taking: asyncio.Event, redis: Redis) -> str | None:
    if not feed.loaded.is_set():
        return "the configuration is not loaded yet"
    if not taking.is_set():
        return "Telegram is not reached yet"
    try:
        await redis.ping()
    except (RedisError, OSError, TimeoutError):
        return "Redis does not answer"
    return None
