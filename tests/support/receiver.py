"""A server that takes webhooks, and answers as the test says."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

import msgspec
from aiohttp import web


class Taken(NamedTuple):
    headers: dict[str, str]
    """Names in small letters."""
    body: bytes

    @property
    def id(self) -> str:
        return self.headers["webhook-id"]

    @property
    def json(self) -> Any:
        return msgspec.json.decode(self.body)


class Receiver:
    def __init__(self) -> None:
        self.url = ""
        self.taken: list[Taken] = []
        self.answers: deque[web.Response] = deque()
        """One for each message; without one it is 204."""
        self.open = asyncio.Event()
        """While it is not set, messages are taken and not answered."""
        self.open.set()
        self._queue: asyncio.Queue[Taken] = asyncio.Queue()

    async def next(self) -> Taken:
        """The first message that was not asked for yet."""
        async with asyncio.timeout(20):
            return await self._queue.get()

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        headers = {name.lower(): value for name, value in request.headers.items()}
        taken = Taken(headers, await request.read())
        self.taken.append(taken)
        self._queue.put_nowait(taken)
        answer = self.answers.popleft() if self.answers else web.Response(status=204)
        await self.open.wait()
        return answer

    @asynccontextmanager
    async def serving(self) -> AsyncIterator["Receiver"]:
        runner = web.ServerRunner(web.Server(self._handle, handler_cancellation=True))
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        self.url = f"http://{host}:{port}/hook"
        try:
            yield self
        finally:
            self.open.set()
            await runner.cleanup()
