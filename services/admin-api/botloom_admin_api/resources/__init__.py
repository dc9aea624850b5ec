"""What can be configured: the rules of each resource, and what is common to all of them."""

from collections.abc import Mapping
from typing import Any

from botloom_contracts.events import Entity

from .buttons import Buttons
from .callbacks import Callbacks
from .handlers import Handlers
from .keyboards import Keyboards
from .resource import Resource

RESOURCES: Mapping[Entity, Resource[Any, Any, Any]] = {
    "button": Buttons(),
    "keyboard": Keyboards(),
    "handler": Handlers(),
    "callback": Callbacks(),
}
"""What others use comes before its users."""

__all__ = ["RESOURCES", "Buttons", "Callbacks", "Handlers", "Keyboards", "Resource"]
