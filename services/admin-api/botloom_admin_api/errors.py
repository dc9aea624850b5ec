"""Why a request is refused. Each error carries its HTTP status and a stable code."""

from collections.abc import Mapping, Sequence
from typing import Any, Self

import msgspec
from botloom_contracts.errors import BotloomError, FieldProblem
from msgspec import UNSET

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
        self.present: Any = UNSET
        """What GET answers, where the refusal is about that."""

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

    def __init__(
        self,
        detail: str = "This address needs the header `Authorization: Bearer <token>` with a valid"
        " token, or the cookie of a log-in.",
    ) -> None:
        super().__init__(detail, headers={"WWW-Authenticate": "Bearer"})


class Forbidden(Refusal):
    """Whoever asks is known, and may not."""

    status = 403
    code = "forbidden"


class NotFound(Refusal):
    status = 404
    code = "not_found"


class Conflict(Refusal):
    """The input is in order, but what it conflicts with is saved already."""

    status = 409
    code = "conflict"

    def __init__(self, error: FieldProblem, conflicts: Sequence[Reference] = ()) -> None:
        super().__init__(error.detail, (error,), conflicts)


class DraftConflict(Refusal):
    """What a draft changes was changed live in the meantime."""

    status = 409
    code = "draft_conflict"

    def __init__(self, conflicts: Sequence[Reference]) -> None:
        named = ", ".join(map(str, conflicts))
        detail = f"Changed live since the draft changed it: {named}. Say which to `overwrite`."
        super().__init__(detail, conflicts=conflicts)


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


class IdempotencyInProgress(Refusal):
    """A request with the same `Idempotency-Key` is not answered yet."""

    status = 409
    code = "idempotency_in_progress"

    def __init__(self) -> None:
        super().__init__(
            "The first request with this Idempotency-Key is under way; try again in a moment.",
            headers={"Retry-After": "1"},
        )


class IdempotencyMismatch(Refusal):
    """The `Idempotency-Key` came with another request."""

    status = 422
    code = "idempotency_mismatch"

    def __init__(self) -> None:
        detail = "another request came with this key"
        super().__init__(
            f"Idempotency-Key: {detail}",
            [FieldProblem("Idempotency-Key", "mismatch", detail)],
        )


class Stale(Refusal):
    """`If-Match` names another version than the present one."""

    status = 412
    code = "precondition_failed"

    def __init__(self, version: int, present: Any) -> None:
        super().__init__(
            f"It was changed in the meantime and is at version {version}.",
            headers={"ETag": f'"{version}"'},
        )
        self.present = present


class TooManyRequests(Refusal):
    status = 429
    code = "too_many_requests"

    def __init__(self, detail: str, seconds: int) -> None:
        super().__init__(detail, headers={"Retry-After": str(seconds)})


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

    def __init__(self, detail: str) -> None:
        super().__init__(detail, headers={"Retry-After": "1"})
