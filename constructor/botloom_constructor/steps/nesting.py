"""The type of inner actions. Steps hold steps, so their union is known only when all of them are:
`steps/__init__.py` puts it here, and msgspec looks it up when it first decodes."""

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from .base import Step

    Steps: TypeAlias = tuple[Step, ...]
else:
    Steps: Any = None
