"""The register of steps. An action is a list of them, JSON with the tag `type`:
`[{"type": "reply"}]`, which is the default."""

from . import nesting
from .alert import Alert
from .approve import Approve
from .ask import Ask
from .base import Place, Step
from .decline import Decline
from .delete import Delete
from .edit import Edit
from .forward import Forward
from .notify import Notify
from .random_choice import Random
from .reply import Reply
from .request import Request
from .set_variable import Set
from .show import Show
from .stop import Stop
from .toast import Toast
from .typing_action import Typing
from .wait import Wait
from .when import When

AnyStep = (
    Reply
    | Edit
    | Delete
    | Toast
    | Alert
    | Show
    | Wait
    | Typing
    | Notify
    | Forward
    | Random
    | When
    | Set
    | Ask
    | Request
    | Approve
    | Decline
    | Stop
)
Action = tuple[AnyStep, ...]
nesting.Steps = Action  # type: ignore[assignment] # for msgspec

DEFAULT_ACTION: Action = (Reply(),)

__all__ = [
    "DEFAULT_ACTION", "Action", "Alert", "AnyStep", "Approve", "Ask", "Decline", "Delete", "Edit",
    "Forward", "Notify", "Place", "Random", "Reply", "Request", "Set", "Show", "Step", "Stop",
    "Toast", "Typing", "Wait", "When",
]  # fmt: skip
