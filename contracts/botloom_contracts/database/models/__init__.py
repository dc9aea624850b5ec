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
from .people import Erasure, Person
from .statistics import (
    ActivePeople,
    DailyActivePeople,
    DailyInteractionCount,
    DailyStartCount,
    DailyUses,
    EventCount,
    InteractionCount,
    MonthlyActivePeople,
    MonthlyInteractionCount,
    StartCount,
    Statistics,
    StatisticsRetention,
    StatsProgress,
)
from .webhooks import Webhook, WebhookDelivery

__all__ = [
    "TABLES",
    "Account",
    "ActivePeople",
    "ApiToken",
    "Base",
    "Button",
    "Callback",
    "ConfigEvent",
    "ConfigRelay",
    "DailyActivePeople",
    "DailyInteractionCount",
    "DailyStartCount",
    "DailyUses",
    "Draft",
    "DraftChange",
    "Erasure",
    "EventCount",
    "Handler",
    "IdempotencyKey",
    "InteractionCount",
    "Keyboard",
    "MonthlyActivePeople",
    "MonthlyInteractionCount",
    "Person",
    "Session",
    "StartCount",
    "Statistics",
    "StatisticsRetention",
    "StatsProgress",
    "Webhook",
    "WebhookDelivery",
]
