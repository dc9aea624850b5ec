"""One place where errors become HTTP: `application/problem+json` for each of them."""

from collections.abc import Mapping, Sequence
from functools import cache
from http import HTTPStatus
from typing import Any

import structlog
from botloom_contracts.errors import FieldProblem, InvalidInput
from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException
from litestar.openapi.datastructures import ResponseSpec
from litestar.types import ExceptionHandlersMap
from msgspec import UNSET
from redis.exceptions import RedisError
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from .body import shape_problem
from .errors import Refusal
from .schemas.problems import Problem, Reference

MEDIA_TYPE = "application/problem+json"
TYPE_PREFIX = "urn:botloom:problem:"
RETRY_SECONDS = 1

STATUS_CODES = {
    400: "malformed",
    401: "unauthorized",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    406: "not_acceptable",
    409: "conflict",
    412: "precondition_failed",
    413: "too_large",
    415: "unsupported_media_type",
    422: "invalid",
    429: "too_many_requests",
    500: "internal",
    503: "unavailable",
}

OTHER_CODE = "http_error"

_OUTAGE_STATES = ("08", "53", "57P")
"""SQLSTATEs of lost connections, exhausted resources, and a server that stops or starts:
https://www.postgresql.org/docs/current/errcodes-appendix.html"""

log = structlog.stdlib.get_logger()


def documented(*statuses: int) -> dict[int, ResponseSpec]:
    """What OpenAPI says of the problems that an operation answers with, beside those of all.

    422 is one of these, for no query may hold a NUL character (`query_text`).
    """
    return {status: _described(status) for status in (400, 401, 403, *statuses, 422, 429, 500, 503)}


@cache
def _described(status: int) -> ResponseSpec:
    """One for all operations: Litestar copies what a router holds, again and again."""
    return ResponseSpec(
        Problem,
        description=HTTPStatus(status).phrase,
        media_type=MEDIA_TYPE,
        generate_examples=False,
    )


def _problem(
    status: int,
    detail: str,
    errors: Sequence[FieldProblem] = (),
    conflicts: Sequence[Reference] = (),
    headers: Mapping[str, str] | None = None,
    present: Any = UNSET,
    code: str | None = None,
) -> Response[Problem]:
    code = code or STATUS_CODES.get(status, OTHER_CODE)
    problem = Problem(
        type=TYPE_PREFIX + code,
        code=code,
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        errors=tuple(errors),
        conflicts=tuple(conflicts),
        present=present,
    )
    return Response(problem, status_code=status, media_type=MEDIA_TYPE, headers=headers)


def _refused(_: Request[Any, Any, Any], error: Refusal) -> Response[Problem]:
    return _problem(
        error.status,
        error.detail,
        error.errors,
        error.conflicts,
        error.headers,
        error.present,
        error.code,
    )


def _invalid(_: Request[Any, Any, Any], error: InvalidInput) -> Response[Problem]:
    details = (f"{one.field}: {one.detail}" if one.field else one.detail for one in error.problems)
    return _problem(422, "; ".join(details), error.problems)


def _bad_parameters(
    request: Request[Any, Any, Any], error: ValidationException
) -> Response[Problem]:
    extra: Any = error.extra or ()
    problems = [
        # Bodies are decoded elsewhere; all that Litestar finds out is that there is none.
        FieldProblem("", "required", "the body is empty")
        if one.get("source") == "body"
        else shape_problem(one["message"], _given_name(request, one.get("key", "")))
        for one in extra
    ]
    return _invalid(request, InvalidInput(*problems))


def _given_name(request: Request[Any, Any, Any], argument: str) -> str:
    """What a client calls the parameter that the handler takes as `argument`."""
    field = request.route_handler.parsed_fn_signature.parameters.get(argument)
    definition = None if field is None else field.kwarg_definition
    return getattr(definition, "name", None) or argument


def _http_error(_: Request[Any, Any, Any], error: HTTPException) -> Response[Problem]:
    return _problem(error.status_code, error.detail, headers=error.headers)


def _failed(request: Request[Any, Any, Any], error: Exception) -> Response[Problem]:
    known = {"method": request.method, "path": request.url.path}
    if _is_outage(error):
        log.warning("server_unavailable", error=repr(error), **known)
        headers = {"Retry-After": str(RETRY_SECONDS)}
        return _problem(503, "PostgreSQL or Redis can't be reached.", headers=headers)
    log.error("request_failed", exc_info=error, **known)
    return _problem(500, "An error of the server; its log has the details.")


def _is_outage(error: Exception) -> bool:
    """That the database or Redis is away, rather than the program wrong."""
    if isinstance(error, DBAPIError):
        state = str(getattr(error.orig, "sqlstate", ""))
        return error.connection_invalidated or state.startswith(_OUTAGE_STATES)
    return isinstance(error, OSError | TimeoutError | PoolTimeout | RedisError)


EXCEPTION_HANDLERS: ExceptionHandlersMap = {
    Refusal: _refused,
    InvalidInput: _invalid,
    ValidationException: _bad_parameters,
    HTTPException: _http_error,
    Exception: _failed,
}
