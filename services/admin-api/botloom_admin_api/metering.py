"""Measures each request to a known address."""

import time
from typing import cast

from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

from .metrics import REQUEST_SECONDS


class Metering(ASGIMiddleware):
    scopes = (ScopeType.HTTP,)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        request = cast(HTTPScope, scope)  # as `scopes` says
        start = time.perf_counter()
        status = 500

        async def noting_status(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await next_app(scope, receive, noting_status)
        finally:
            labels = (request["method"], request["path_template"], str(status))
            REQUEST_SECONDS.labels(*labels).observe(time.perf_counter() - start)
