"""The tables, as SQLAlchemy sees them. `migrations` creates them; a test holds both against
each other.

The columns of the original specification keep their names and meaning.
"""

from .base import Base
from .configuration import Button, Callback, ConfigEvent, ConfigRelay, Handler, Keyboard
from .idempotency import IdempotencyKey
from .statistics import Statistics

__all__ = [
    "Base",
    "Button",
    "Callback",
    "ConfigEvent",
    "ConfigRelay",
    "Handler",
    "IdempotencyKey",
    "Keyboard",
    "Statistics",
]
