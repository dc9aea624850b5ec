"""What every refusal looks like: https://www.rfc-editor.org/rfc/rfc9457"""

from typing import Any

import msgspec
from botloom_contracts.errors import FieldProblem
from botloom_contracts.events import Entity


class Reference(msgspec.Struct, frozen=True):
    """Something of the configuration, by its id."""

    entity: Entity
    id: int

    def __str__(self) -> str:
        return f"{self.entity} {self.id}"


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """`code` is stable and for programs; `title` and `detail` are for people."""

    type: str
    code: str
    title: str
    status: int
    detail: str
    errors: tuple[FieldProblem, ...]
    """The fields that break a rule; empty where the request as a whole is refused."""
    conflicts: tuple[Reference, ...]
    """What is in the way: the users of a thing in use, or the holder of a unique value."""
    present: dict[str, Any] | msgspec.UnsetType = msgspec.UNSET
    """With `precondition_failed`: what GET answers, so that both versions can be shown."""
