"""Answers that are sent while they are made."""

import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import Any, cast

from litestar import Litestar, Request
from litestar.response import Stream
from litestar.response.base import ASGIResponse
from litestar.response.streaming import ASGIStreamingResponse
from litestar.types import Send

SEND_SECONDS = 60.0
"""A client that takes nothing for so long is gone, though its connection stands."""

Pieces = AsyncGenerator[bytes, None]


async def begun(pieces: Pieces) -> Pieces:
    """The same pieces, one at least, with the first one made already: what goes wrong until then
    is raised here, and can be answered with a problem."""
    return _with_first(await anext(pieces), pieces)


async def _with_first(first: bytes, others: Pieces) -> Pieces:
    async with aclosing(others):
        yield first
        async for piece in others:
            yield piece


class PieceStream(Stream):
    """What making a piece raises breaks the transfer off, and so does a client that takes nothing:
    its place is for others."""

    def __init__(self, pieces: Pieces, media_type: str, headers: Mapping[str, str]) -> None:
        super().__init__(pieces, media_type=media_type, headers=dict(headers))
        self._pieces = pieces

    def to_asgi_response(
        self,
        app: Litestar | None,
        request: Request[Any, Any, Any],
        *,
        headers: Mapping[str, str] | None = None,
        media_type: Any = None,
        type_encoders: Any = None,
        **options: Any,
    ) -> ASGIResponse:
        return _Sent(
            iterator=self._pieces,
            headers={**(headers or {}), **self.headers},
            media_type=self.media_type,
            **options,
        )


class _Sent(ASGIStreamingResponse):
    async def _stream(self, send: Send) -> None:
        # Closed at once, and not when it is collected: it holds a connection, or a place.
        async with aclosing(cast(Pieces, self.iterator)) as pieces:
            async for piece in pieces:
                async with asyncio.timeout(SEND_SECONDS):
                    await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})
