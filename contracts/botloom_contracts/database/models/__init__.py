"""The tables, as SQLAlchemy sees them. `migrations` creates them; a test holds both against
each other.

The columns of the original specification keep their names and meaning.
"""

from .accounts import Account, ApiToken, Session
from .base import Base
from .configuration import (
    TABLES,
    Button,
    Callback,
    ConfigEvent,
    ConfigRelay,
    Handler,
    Keyboard,
)
from .drafts import Draft, DraftChange
from .idempotency import IdempotencyKey
from .statistics import Statistics
from .webhooks import Webhook, WebhookDelivery

__all__ = [
    "TABLES",
    "Account",
    "ApiToken",
    "Base",
    "Button",
    "Callback",
    "ConfigEvent",
    "ConfigRelay",
    "Draft",
    "DraftChange",
    "Handler",
    "IdempotencyKey",
    "Keyboard",
    "Session",
    "Statistics",
    "Webhook",
    "WebhookDelivery",
]
