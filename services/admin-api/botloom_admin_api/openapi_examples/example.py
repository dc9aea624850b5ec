"""What an example consists of."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

AT = "2026-11-22T10:00:00.123456Z"
LATER = "2026-11-22T10:05:00.123456Z"


class OperationExample(Struct, frozen=True):
    body: Any = None
    answer: Any = None
    """Of the status 2xx."""
    parameters: Mapping[str, Any] = {}
    """By their names; an id in a path is 1 without it."""
