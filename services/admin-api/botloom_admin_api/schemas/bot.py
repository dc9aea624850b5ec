"""Which bot it is, and how updates come to its gateways."""

from datetime import datetime
from typing import Literal

import msgspec

ProblemCode = Literal[
    "webhook_unknown",
    "webhook_missing",
    "webhook_elsewhere",
    "webhook_while_polling",
    "webhook_failing",
    "telegram_out_of_step",
    "updates_waiting",
    "other_poller",
    "poll_unreachable",
    "poll_refused",
]


class GatewayProblem(msgspec.Struct, frozen=True, kw_only=True):
    """Why updates may not come."""

    code: ProblemCode
    """`webhook_unknown`: Telegram does not tell. `webhook_missing`: the gateway waits for the
    webhook, and none is set. `webhook_elsewhere`: another address is set than the gateway's own.
    `webhook_while_polling`: one is set, so that polling is refused. `webhook_failing`: Telegram
    could not bring an update to it of late. `telegram_out_of_step`: Telegram's own servers had
    trouble of late. `updates_waiting`: 50 or more wait at Telegram. `other_poller`: another program
    polls with the same token. `poll_unreachable`: Telegram is not reached. `poll_refused`: it
    refuses polling for another reason."""
    detail: str
    """In English."""
    at: datetime | None = None
    """When it was last so, where that is known."""


class WebhookState(msgspec.Struct, frozen=True, kw_only=True):
    """As Telegram tells it: https://core.telegram.org/bots/api#webhookinfo"""

    asked_at: datetime
    url: str
    """Scheme, host and port; empty where no webhook is set. The path is not told: it may hold what
    nobody else should know."""
    own: bool
    """Whether it is the address that the gateway sets, with its path."""
    pending_update_count: int
    has_custom_certificate: bool
    ip_address: str | None
    last_error_date: datetime | None
    last_error_message: str | None
    last_synchronization_error_date: datetime | None
    max_connections: int | None
    allowed_updates: list[str] | None
    """Null: Telegram's default."""


class GatewayState(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    mode: Literal["polling", "webhook"] | None
    """Null: the gateway is of a version that does not tell."""
    webhook: WebhookState | None
    """Null while it is not known."""
    problems: list[GatewayProblem]
    """The gravest first; empty where nothing is known to be wrong."""


class BotState(msgspec.Struct, frozen=True, kw_only=True):
    username: str | None
    """Null until a gateway has reached Telegram."""
    name: str | None
    gateways: list[GatewayState]
    """Those that reported within the last 30 s, by their ids. Without any, the bot does not
    answer."""
