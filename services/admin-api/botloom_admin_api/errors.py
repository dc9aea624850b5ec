"""Why a request is refused. Each error carries its HTTP status and a stable code."""

from collections.abc import Mapping, Sequence
from typing import Self

import msgspec
from botloom_contracts.errors import BotloomError, FieldProblem

from .schemas.problems import Reference


class Refusal(BotloomError):
    """Base of the errors that a client sees as a problem."""

    status: int
    code: str

    def __init__(
        self,
        detail: str,
        errors: Sequence[FieldProblem] = (),
        conflicts: Sequence[Reference] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.errors = tuple(errors)
        self.conflicts = tuple(conflicts)
        self.headers = dict(headers or {})

    def at(self, place: str) -> Self:
        """Say which of several operations is refused."""
        if place:
            problems = self.errors or (FieldProblem("", self.code, self.detail),)
            self.errors = tuple(problem_at(place, problem) for problem in problems)
            self.detail = f"{place}: {self.detail}"
            self.headers.pop("ETag", None)  # the answer is about more than one object
        return self


def problem_at(place: str, problem: FieldProblem) -> FieldProblem:
    """The problem of a part, as one of the whole: `label` at `create[3]` is `create[3].label`."""
    return msgspec.structs.replace(problem, field=f"{place}.{problem.field}".strip("."))


class MalformedBody(Refusal):
    """The body is no JSON at all."""

    status = 400
    code = "malformed"


class Unauthorized(Refusal):
    status = 401
    code = "unauthorized"

    def __init__(self) -> None:
        super().__init__(
            "This address needs the header `Authorization: Bearer <token>` with a valid token.",
            headers={"WWW-Authenticate": "Bearer"},
        )


class NotFound(Refusal):
    status = 404
    code = "not_found"


class Conflict(Refusal):
    """The input is in order, but what it conflicts with is saved already."""

    status = 409
    code = "conflict"

    def __init__(self, error: FieldProblem, conflicts: Sequence[Reference]) -> None:
        super().__init__(error.detail, (error,), conflicts)


class PlanOutdated(Refusal):
    """The configuration is no longer the one that the plan is about."""

    status = 409
    code = "plan_outdated"

    def __init__(self, planned: int, present: int) -> None:
        super().__init__(
            f"The plan was made of the configuration at seq {planned}, which is at {present} now: "
            "make a new plan and look at it."
        )


class UnsupportedMediaType(Refusal):
    status = 415
    code = "unsupported_media_type"


class Stale(Refusal):
    """`If-Match` names another version than the present one."""

    status = 412
    code = "precondition_failed"

    def __init__(self, present: int) -> None:
        super().__init__(
            f"It was changed in the meantime and is at version {present}.",
            headers={"ETag": f'"{present}"'},
        )


class MovedOn(Refusal):
    """A request was meant for the configuration after another event than the last one."""

    status = 412
    code = "precondition_failed"

    def __init__(self, last_seq: int) -> None:
        super().__init__(
            f"The configuration was changed in the meantime; its last event is {last_seq}."
        )


class Unavailable(Refusal):
    """Something that this needs is not there yet; the same request may be answered later."""

    status = 503
    code = "unavailable"
