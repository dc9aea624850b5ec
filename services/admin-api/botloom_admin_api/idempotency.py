"""The header `Idempotency-Key`: a request that is sent twice is carried out once.

https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/

All that such a request writes, and the answer to it, is one transaction (`RequestSessions` sees to
it), which is committed before the answer is sent. So after a crash at any moment either both are
there, and the same request is answered from the table, or neither is, and it is carried out. The
right to the key is a lock of the transaction: it ends with the process that holds it.
"""

from collections.abc import Sequence
from contextvars import ContextVar
from typing import Any

from botloom_contracts.errors import FieldProblem, InvalidInput
from litestar import Response
from litestar.connection import ASGIConnection
from litestar.enums import ScopeType
from litestar.handlers import BaseRouteHandler, HTTPRouteHandler
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Message, Receive, Scope, Send
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, async_sessionmaker

from .auth import AuthRequest
from .errors import IdempotencyInProgress, IdempotencyMismatch
from .kept_answers import Answer, claim, find, fingerprint, keep

KEY_HEADER = "Idempotency-Key"
REPLAYED_HEADER = "Idempotency-Replayed"
KEY_MAX = 255

FAILED = 500
"""An answer from here on is not kept, and what the request did is undone."""

SHOWS_SECRET: dict[str, Any] = {"shows_secret": True}
"""The `opt` of a route whose answer must not be kept: keys mean nothing there."""

NO_KEY: dict[str, Any] = {"no_key": True}
"""The `opt` of a route that can't do all its work in one transaction: keys mean nothing there."""

_NOT_KEPT = frozenset({"set-cookie", "content-length"})


class Attempt:
    """A request with a key, and the transaction of all that it does."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self.connection: AsyncConnection | None = None
        """None before the request is let in, and after its end."""
        self.claimed: tuple[str, str, bytes] | None = None
        """The actor, the key and the request's fingerprint, if it is to be carried out."""

    async def begin(self) -> AsyncConnection:
        self.connection = await self._engine.connect()
        await self.connection.begin()
        return self.connection

    async def commit(self, answer: Answer) -> None:
        if self.connection is not None and self.claimed is not None and answer.status < FAILED:
            await keep(self.connection, *self.claimed, answer)
            await self.connection.commit()

    async def end(self) -> None:
        """What is not committed is undone."""
        connection, self.connection = self.connection, None
        if connection is not None:
            await connection.close()


_ATTEMPT: ContextVar[Attempt | None] = ContextVar("attempt", default=None)


class RequestSessions(async_sessionmaker[AsyncSession]):
    """Makes sessions; within a request that has a key they all are parts of its transaction.

    What such a session commits is committed with the answer, and seen by the other sessions of the
    request at once. They share a connection: use one at a time.
    """

    def __call__(self, **options: Any) -> AsyncSession:
        attempt = _ATTEMPT.get()
        if attempt is not None and attempt.connection is not None:
            # https://docs.sqlalchemy.org/en/21/orm/session_transaction.html#joining-a-session-into-an-external-transaction-such-as-for-test-suites
            options["bind"] = attempt.connection
            options["join_transaction_mode"] = "create_savepoint"
        return super().__call__(**options)


class Idempotency(ASGIMiddleware):
    """Holds the answer to a request with a key back until it is kept; see `replay`."""

    scopes = (ScopeType.HTTP,)

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        if not is_keyed(scope["route_handler"]) or _key(scope) is None:
            await next_app(scope, receive, send)
            return
        attempt = Attempt(self._engine)
        token = _ATTEMPT.set(attempt)
        messages: list[Message] = []

        async def hold_back(message: Message) -> None:
            messages.append(message)

        try:
            await next_app(scope, receive, hold_back)
            await attempt.commit(_answer(messages))
        finally:
            _ATTEMPT.reset(token)
            await attempt.end()
        for message in messages:
            await send(message)


def is_keyed(handler: BaseRouteHandler) -> bool:
    """Whether a key means something to the route."""
    posts = isinstance(handler, HTTPRouteHandler) and "POST" in handler.http_methods
    return posts and not (handler.opt.get("shows_secret") or handler.opt.get("no_key"))


async def replay(request: AuthRequest) -> Response[bytes] | None:
    """The hook `before_request`, after all guards: the answer that is kept, or None, and then the
    request is to be carried out. Raises `InvalidInput` and `Refusal`."""
    attempt, key = _ATTEMPT.get(), _key(request.scope)
    if attempt is None or key is None:
        return None
    check_key(key)
    actor = request.auth.actor
    target = request.scope["raw_path"], request.scope["query_string"]
    print_ = fingerprint([request.method.encode(), *target, await request.body()])
    connection = await attempt.begin()
    if not await claim(connection, actor, key):
        raise IdempotencyInProgress
    found = await find(connection, actor, key)
    if found is None:
        attempt.claimed = actor, key, print_
        return None
    known, answer = found
    if known != print_:
        raise IdempotencyMismatch
    headers = {**answer.headers, REPLAYED_HEADER: "true"}
    return Response(answer.body, status_code=answer.status, headers=headers)


def check_key(key: str) -> None:
    """Raises `InvalidInput`."""
    if not 1 <= len(key) <= KEY_MAX:
        detail = f"has {len(key)} characters; 1 to {KEY_MAX} are allowed"
        raise InvalidInput(FieldProblem(KEY_HEADER, "length", detail))
    if not (key.isascii() and key.isprintable()):
        raise InvalidInput(FieldProblem(KEY_HEADER, "characters", "is not printable ASCII"))


def _key(scope: Scope) -> str | None:
    return ASGIConnection[Any, Any, Any, Any](scope).headers.get(KEY_HEADER)


def _answer(messages: Sequence[Message]) -> Answer:
    status, headers, body = 500, {}, b""
    for message in messages:
        if message["type"] == "http.response.start":
            status = message["status"]
            headers = {
                name.decode("latin-1").lower(): value.decode("latin-1")
                for name, value in message["headers"]
            }
        elif message["type"] == "http.response.body":
            body += message["body"]
    kept = {name: value for name, value in headers.items() if name not in _NOT_KEPT}
    return Answer(status, kept, body)
