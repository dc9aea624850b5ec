"""Sends updates to a webhook as fast as it answers: one request at a time on each connection.

Run as a process of its own: `python -m load.driver URL SECRET CONNECTIONS SECONDS FIRST_ID` prints
one line of JSON with what it measured.
"""

import asyncio
import json
import re
import sys
import time
from typing import cast
from urllib.parse import urlsplit

import uvloop

_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)

UPDATE = (
    '{"update_id":%d,"message":{"message_id":%d,"date":1795435200,"text":"/start",'
    '"entities":[{"offset":0,"length":6,"type":"bot_command"}],'
    '"chat":{"id":%d,"first_name":"Anna","username":"anna","type":"private"},'
    '"from":{"id":%d,"is_bot":false,"first_name":"Anna","username":"anna","language_code":"en"}}}'
)


class Run:
    """What all connections share."""

    def __init__(self, head: str, first_id: int, seconds: float) -> None:
        self.head = head
        self.next_id = first_id
        self.deadline = time.perf_counter() + seconds
        self.latencies: list[float] = []
        self.failures = 0

    def request(self) -> bytes | None:
        """None when the time is over."""
        if time.perf_counter() > self.deadline:
            return None
        update_id = self.next_id
        self.next_id += 1
        user = 7_000_000_000 + update_id % 1000
        body = UPDATE % (update_id, update_id, user, user)
        return (self.head % len(body) + body).encode()


class Connection(asyncio.Protocol):
    def __init__(self, run: Run, done: "asyncio.Future[None]") -> None:
        self._run = run
        self._done = done
        self._received = b""
        self._sent_at = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._send()

    def _send(self) -> None:
        request = self._run.request()
        if request is None:
            self._transport.close()
            return
        self._sent_at = time.perf_counter()
        self._transport.write(request)

    def data_received(self, data: bytes) -> None:
        self._received += data
        head_end = self._received.find(b"\r\n\r\n")
        if head_end < 0:
            return
        length = _LENGTH.search(self._received, 0, head_end)
        if length is not None:
            if len(self._received) < head_end + 4 + int(length[1]):
                return
        elif not self._received.endswith(b"0\r\n\r\n"):  # chunked
            return
        if not self._received.startswith(b"HTTP/1.1 200") or b"sendMessage" not in self._received:
            self._run.failures += 1
        self._run.latencies.append(time.perf_counter() - self._sent_at)
        self._received = b""
        self._send()

    def connection_lost(self, exception: Exception | None) -> None:
        if not self._done.done():
            self._done.set_result(None)


async def drive(url: str, secret: str, connections: int, seconds: float, first_id: int) -> Run:
    parts = urlsplit(url)
    head = (
        f"POST {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\n"
        f"Content-Type: application/json\r\nX-Telegram-Bot-Api-Secret-Token: {secret}\r\n"
        "Content-Length: %d\r\n\r\n"
    )
    loop = asyncio.get_running_loop()
    run = Run(head, first_id, seconds)
    ends = [loop.create_future() for _ in range(connections)]
    for done in ends:
        await loop.create_connection(
            lambda done=done: Connection(run, done), parts.hostname, parts.port
        )
    await asyncio.gather(*ends)
    return run


def main() -> None:
    url, secret, connections, seconds, first_id = sys.argv[1:]
    started = time.perf_counter()
    run = uvloop.run(drive(url, secret, int(connections), float(seconds), int(first_id)))
    elapsed = time.perf_counter() - started
    latencies = sorted(run.latencies)
    result = {
        "answered": len(latencies),
        "failures": run.failures,
        "per_second": len(latencies) / elapsed,
        "p50_ms": latencies[len(latencies) // 2] * 1000,
        "p99_ms": latencies[len(latencies) * 99 // 100] * 1000,
        "longest_ms": latencies[-1] * 1000,
    }
    sys.stdout.write(json.dumps(result) + "\n")


if __name__ == "__main__":
    main()
