"""Refusals of the control API as `application/problem+json`: https://www.rfc-editor.org/rfc/rfc9457"""

from collections.abc import Awaitable, Callable
from http import HTTPStatus

from aiohttp import web

from ..errors import Problem
from ..objects import encode

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def problems(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Only under `/api/`; the Bot API has its own way to refuse."""
    if not request.path.startswith("/api/"):
        return await handler(request)
    try:
        return await handler(request)
    except Problem as problem:
        return _response(problem.status, problem.title, problem.detail, problem)
    except web.HTTPException as error:
        if error.status < HTTPStatus.BAD_REQUEST:
            raise
        return _response(
            error.status, error.reason, f"{request.method} {request.path}: {error.reason}"
        )


def _response(status: int, title: str, detail: str, problem: Problem | None = None) -> web.Response:
    body = {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail,
        "errors": problem.problems if problem else (),
    }
    return web.Response(status=status, body=encode(body), content_type="application/problem+json")
