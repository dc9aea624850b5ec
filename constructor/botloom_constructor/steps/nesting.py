"""The type of inner actions. Steps hold steps, so their union is known only when all of them are:
`steps/__init__.py` puts it here, and msgspec looks it up when it first decodes."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import Action as Steps
else:
    Steps: Any = None
