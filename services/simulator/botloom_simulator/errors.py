"""What the two APIs refuse, and how each says so."""

from collections.abc import Mapping
from typing import Any, ClassVar

from botloom_contracts.errors import BotloomError, FieldProblem


class Refusal(BotloomError):
    """The Bot API refuses a call: `error_code` and `description` are Telegram's own.

    https://core.telegram.org/bots/api#making-requests
    """

    def __init__(
        self, error_code: int, description: str, parameters: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(description)
        self.error_code = error_code
        self.description = description
        self.parameters = parameters or {}
        """https://core.telegram.org/bots/api#responseparameters"""


class BadRequest(Refusal):
    def __init__(self, reason: str) -> None:
        # Telegram leaves codes such as BUTTON_DATA_INVALID alone, and begins sentences small.
        is_code = len(reason) > 1 and (reason[1].isupper() or reason[1] == "_")
        reason = reason if is_code else reason[:1].lower() + reason[1:]
        super().__init__(400, f"Bad Request: {reason}")


class Forbidden(Refusal):
    def __init__(self, reason: str) -> None:
        super().__init__(403, f"Forbidden: {reason}")


class Conflict(Refusal):
    def __init__(self, reason: str) -> None:
        super().__init__(409, f"Conflict: {reason}")


class Problem(BotloomError):
    """The control API refuses a request, as `application/problem+json` (RFC 9457)."""

    status: ClassVar[int] = 422
    title: ClassVar[str] = "The request breaks a rule"

    def __init__(self, *problems: FieldProblem, detail: str | None = None) -> None:
        self.problems = problems
        self.detail = detail or "; ".join(f"{p.field}: {p.detail}" for p in problems)
        super().__init__(self.detail)


class NotFoundProblem(Problem):
    status = 404
    title = "There is no such thing"


class ConflictProblem(Problem):
    status = 409
    title = "Not in this state"


class FullProblem(Problem):
    status = 503
    title = "The simulator is full"
