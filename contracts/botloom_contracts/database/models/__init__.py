"""The tables, as SQLAlchemy sees them. `migrations` creates them; a test holds both against
each other.

The columns of the original specification keep their names and meaning.
"""

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
from .statistics import Statistics

__all__ = [
    "TABLES",
    "Base",
    "Button",
    "Callback",
    "ConfigEvent",
    "ConfigRelay",
    "Draft",
    "DraftChange",
    "Handler",
    "Keyboard",
    "Statistics",
]
