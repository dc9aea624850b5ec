"""getUpdates and the webhook's settings: https://core.telegram.org/bots/api#getting-updates"""

import ipaddress
import re
from urllib.parse import urlsplit

from ..bots import Bot, Webhook
from ..errors import BadRequest, Conflict
from ..objects import WebhookInfo
from ..updates import KNOWN_TYPES
from ..world import World
from .parameters import Parameters

_MAX_WAIT_S = 50
_INT32 = 2**31 - 1
_SECRET = re.compile(r"[\w-]*", re.ASCII)
_SECRET_MAX = 256
_LOCAL_SUFFIXES = (".localhost", ".local", ".internal", ".svc", ".test")


async def get_updates(_: World, bot: Bot, parameters: Parameters) -> bytes:
    """https://core.telegram.org/bots/api#getupdates"""
    if bot.webhook:
        raise Conflict(
            "can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first"
        )
    _set_allowed(bot, parameters)
    updates = await bot.updates.poll(
        parameters.integer("offset", 0, -_INT32, _INT32),
        parameters.integer("limit", 100, 1, 100),
        parameters.integer("timeout", 0, 0, _MAX_WAIT_S),
    )
    return b"[%b]" % b",".join(update.body for update in updates)


def set_webhook(world: World, bot: Bot, parameters: Parameters) -> bool:
    """https://core.telegram.org/bots/api#setwebhook

    Unlike Telegram, takes any port, and `http://` where the host is of no public name or address.
    """
    url = parameters.text("url").strip()
    if not url:
        return delete_webhook(world, bot, parameters)
    secret = parameters.text("secret_token")
    if len(secret) > _SECRET_MAX:
        raise BadRequest("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise BadRequest("secret token contains unallowed characters")
    _check_address(url)
    webhook = Webhook(
        url=url,
        secret_token=secret,
        max_connections=parameters.integer("max_connections", 40, 1, 100),
    )
    _set_allowed(bot, parameters)
    if parameters.boolean("drop_pending_updates"):
        bot.updates.clear()
    elif webhook == bot.webhook:
        return True
    bot.updates.interrupt("terminated by setWebhook request")
    world.set_webhook(bot, webhook)
    return True


def delete_webhook(world: World, bot: Bot, parameters: Parameters) -> bool:
    """https://core.telegram.org/bots/api#deletewebhook"""
    if parameters.boolean("drop_pending_updates"):
        bot.updates.clear()
    if bot.webhook:
        world.set_webhook(bot, None)
    return True


def get_webhook_info(_: World, bot: Bot, __: Parameters) -> WebhookInfo:
    """https://core.telegram.org/bots/api#getwebhookinfo"""
    error = bot.webhook_error
    return WebhookInfo(
        url=bot.webhook.url if bot.webhook else "",
        has_custom_certificate=False,
        pending_update_count=len(bot.updates),
        last_error_date=error.date if error else None,
        last_error_message=error.message if error else None,
        max_connections=bot.webhook.max_connections if bot.webhook else None,
        allowed_updates=bot.updates.allowed or None,
    )


def _set_allowed(bot: Bot, parameters: Parameters) -> None:
    """Kept from call to call; what is no list of types changes nothing."""
    given = parameters.text("allowed_updates")
    if not given:
        return
    try:
        names = parameters.json("allowed_updates", "")
    except BadRequest:
        return
    if isinstance(names, list) and all(isinstance(name, str) for name in names):
        known = {name.lower() for name in names} & KNOWN_TYPES
        bot.updates.allowed = tuple(sorted(known))


def _check_address(url: str) -> None:
    try:
        address = urlsplit(url)
        host, _ = address.hostname, address.port
    except ValueError:
        host = None
    if not host or address.scheme not in ("http", "https"):
        raise BadRequest("bad webhook: invalid webhook URL specified")
    if address.scheme == "http" and not _is_local(host):
        raise BadRequest("bad webhook: An HTTPS URL must be provided for webhook")


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host or host.endswith(_LOCAL_SUFFIXES)
