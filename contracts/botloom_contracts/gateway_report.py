"""What stands under `gateway:{id}`: what a gateway tells of itself, and what Telegram told it.

A later version adds fields, each with a default, and other words where words are told: old and new
processes run side by side while an update rolls out.
"""

from datetime import datetime

import msgspec

from .codec import decode_json, encode_json


class WebhookInfo(msgspec.Struct, frozen=True, kw_only=True):
    """https://core.telegram.org/bots/api#webhookinfo, without what may be a secret."""

    asked_at: datetime
    origin: str
    """Scheme, host and port of the webhook's address; empty where none is set. The path is left
    out, for it may be what nobody else should know: many put the bot's token there."""
    own: bool
    """Whether the address is the one that the gateway sets."""
    pending_update_count: int = 0
    has_custom_certificate: bool = False
    ip_address: str | None = None
    last_error_date: datetime | None = None
    last_error_message: str | None = None
    last_synchronization_error_date: datetime | None = None
    max_connections: int | None = None
    allowed_updates: tuple[str, ...] | None = None


class PollFailure(msgspec.Struct, frozen=True, kw_only=True):
    """Of `getUpdates`."""

    at: datetime
    code: str
    """`other_poller`, `webhook_active`, `unreachable` or `refused`."""
    message: str = ""
    """Telegram's, where it is Telegram that refused."""


class GatewayReport(msgspec.Struct, frozen=True):
    """Which configuration a gateway runs, since when; which bot it is; how updates come."""

    seq: int
    at: datetime
    bot_username: str = ""
    """Empty until Telegram has told it."""
    bot_name: str = ""
    time_zone: str = "UTC"
    """Of dates and times that name no zone of their own."""
    mode: str | None = None
    """`polling` or `webhook`. None: of an earlier version, which does not tell."""
    webhook: WebhookInfo | None = None
    """None where Telegram was not asked yet or did not answer."""
    poll_failure: PollFailure | None = None
    """The last one, where it is of the last minute or nothing was received since."""
    started_at: datetime | None = None
    """None: of an earlier version, which does not tell."""


def encode_report(report: GatewayReport) -> bytes:
    return encode_json(report)


def decode_report(data: bytes) -> GatewayReport:
    return decode_json(data, GatewayReport)
