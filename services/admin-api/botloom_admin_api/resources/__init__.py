"""What can be configured: the rules of each resource, and what is common to all of them."""

from .buttons import Buttons
from .callbacks import Callbacks
from .handlers import Handlers
from .keyboards import Keyboards
from .resource import Resource

__all__ = ["Buttons", "Callbacks", "Handlers", "Keyboards", "Resource"]
