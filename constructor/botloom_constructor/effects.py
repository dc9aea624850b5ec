"""What a step needs from outside. The gateway performs it and resumes; `explain` describes it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

import msgspec

if TYPE_CHECKING:
    from .run import Run
    from .steps.ask import Ask


class LoadVariables(NamedTuple):
    """The person's variables are to be put into `Run.variables`; the step is then run again."""


class Pause(NamedTuple):
    """The run is saved, and goes on after so many seconds, whatever restarts meanwhile."""

    seconds: int


class Question(NamedTuple):
    """The run is saved, and goes on with the person's next message in this chat."""

    ask: "Ask"


class Subscription(NamedTuple):
    """Whether the person is a member of a chat. `resume` gets Telegram's status of the member,
    None where it can't be learned: https://core.telegram.org/bots/api#getchatmember"""

    chat: str | int
    resume: "Callable[[Run, str | None], Effect | None]"


class Outcome(msgspec.Struct, frozen=True):
    """Of an HTTP call. `error` is a stable code where there was no answer."""

    status: int = 0
    body: bytes = b""
    error: str | None = None


class Fetch(NamedTuple):
    """An HTTP call of someone else's server."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes | None
    timeout_seconds: float
    resume: "Callable[[Run, Outcome], None]"


Effect = LoadVariables | Pause | Question | Subscription | Fetch
