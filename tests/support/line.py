"""A connection to Redis that can be cut and mended, or broken off while something is published."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Literal

from redis.asyncio.connection import parse_url

Break = Literal["before", "after"]
"""The event that is published does not reach Redis; or it does, and Redis's answer is lost."""


class Line:
    def __init__(self, url: str) -> None:
        self._target = parse_url(url)
        self._server: asyncio.Server | None = None
        self._port = 0
        self._writers: set[asyncio.StreamWriter] = set()
        self._break: Break | None = None
        self._broken = asyncio.Event()

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self._port}/{self._target['db']}"

    async def mend(self) -> None:
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    async def cut(self) -> None:
        assert self._server is not None
        self._server.close()
        for writer in self._writers:
            writer.transport.abort()
        await self._server.wait_closed()

    def break_at_publication(self, where: Break | None) -> None:
        """At the next XADD, on its connection: nothing more goes through. None: do not."""
        self._break = where
        self._broken.clear()

    async def broken(self) -> None:
        """Wait until an XADD was broken off."""
        await asyncio.wait_for(self._broken.wait(), 20)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there = await asyncio.open_connection(self._target["host"], self._target["port"])
        writers = {writer, there[1]}
        self._writers |= writers
        connection = _Connection(self._break, self._broken)
        await asyncio.gather(
            _pump(reader, there[1], connection.request), _pump(there[0], writer, connection.answer)
        )
        self._writers -= writers


class _Connection:
    def __init__(self, where: Break | None, broken: asyncio.Event) -> None:
        self._where = where
        self._broken = broken
        self._publishing = False

    def request(self, data: bytes) -> bytes:
        self._publishing |= b"XADD" in data
        if self._where != "before" or not self._publishing:
            return data
        self._broken.set()
        return b""

    def answer(self, data: bytes) -> bytes:
        if self._where != "after" or not self._publishing:
            return data
        self._broken.set()
        return b""


async def _pump(
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    passed: Callable[[bytes], bytes],
) -> None:
    with suppress(OSError):
        while data := await reader.read(65536):
            writer.write(passed(data))
            await writer.drain()
    writer.close()
