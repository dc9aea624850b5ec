"""Every request has an id, which is in its answer and in all its log lines; and a line of its own.

It wraps the whole application, for Litestar runs no middleware where no route is found.
"""

import re
import time
from uuid import uuid4

import structlog
from litestar.datastructures import Headers, MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

ID_HEADER = "X-Request-Id"
WELL_FORMED = re.compile(r"[A-Za-z0-9._-]{1,128}")

QUIET = ("/healthz", "/readyz", "/metrics")
"""Asked for every few seconds by machines: logged at `debug`."""

log = structlog.stdlib.get_logger()


def request_log(app: ASGIApp) -> ASGIApp:
    async def handle(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != ScopeType.HTTP:
            await app(scope, receive, send)
            return
        request_id = choose_id(Headers.from_scope(scope).get(ID_HEADER))
        start = time.perf_counter()
        status = 0

        async def naming(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableScopeHeaders.from_message(message)[ID_HEADER] = request_id
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=request_id):
            try:
                await app(scope, receive, naming)
            finally:
                _write(scope, status, time.perf_counter() - start)

    return handle


def choose_id(given: str | None) -> str:
    """The client's, if it is well-formed, or a new one."""
    return given if given is not None and WELL_FORMED.fullmatch(given) else uuid4().hex


def _write(scope: HTTPScope, status: int, seconds: float) -> None:
    # The template and no query: paths and parameters may hold what is nobody's business. What has
    # no template has no route.
    path = scope.get("path_template")
    principal = scope.get("auth")
    write = log.debug if path in QUIET else log.info
    write(
        "request",
        method=scope["method"],
        path=path,
        status=status or None,
        milliseconds=round(seconds * 1000, 1),
        actor=getattr(principal, "actor", None),
    )
