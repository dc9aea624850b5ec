"""The changes of a chat, live, as Server-Sent Events.

https://html.spec.whatwg.org/multipage/server-sent-events.html. The first event, `snapshot`, is the
whole chat; each further one is one change (`chats.ChatEvent`), with the chat's version as its id.
A watcher that falls behind gets another `snapshot` in place of what it missed.
"""

import asyncio
from collections import deque
from collections.abc import Callable

from aiohttp import web

from ..chats import BotChat, ChatEvent

KEEP_ALIVE_S = 15.0
MAX_BEHIND = 1000


class ChatWatcher:
    """Keeps up to `MAX_BEHIND` changes until they are taken; then none, and says so once."""

    def __init__(self) -> None:
        self._events: deque[ChatEvent] = deque()
        self._missed = False
        self._closed = False
        self._news = asyncio.Event()

    def on_event(self, event: ChatEvent) -> None:
        if len(self._events) >= MAX_BEHIND:
            self._missed = True
            self._events.clear()
        if not self._missed:
            self._events.append(event)
        self._news.set()

    def close(self) -> None:
        self._closed = True
        self._news.set()

    @property
    def is_closed(self) -> bool:
        return self._closed

    async def wait(self, timeout_s: float) -> None:
        try:
            async with asyncio.timeout(timeout_s):
                await self._news.wait()
        except TimeoutError:
            return

    def take(self) -> list[ChatEvent] | None:
        """The changes since the last time; None when some were missed."""
        self._news.clear()
        missed, events = self._missed, list(self._events)
        self._missed = False
        self._events.clear()
        return None if missed else events


async def stream(
    request: web.Request, chat: BotChat, watcher: ChatWatcher, clock: Callable[[], float]
) -> web.StreamResponse:
    """Write events until the watcher is closed or the reader goes."""
    response = web.StreamResponse(
        headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
    )
    await response.prepare(request)
    stop_listening = chat.listen(watcher.on_event)
    try:
        await response.write(_snapshot(chat, clock()))
        while not watcher.is_closed:
            await watcher.wait(KEEP_ALIVE_S)
            events = watcher.take()
            if events is None:
                await response.write(_snapshot(chat, clock()))
            else:
                await response.write(b"".join(map(_event, events)) or b":\n\n")
    except (ConnectionError, RuntimeError):
        # The reader is gone: aiohttp names it in one of these ways.
        pass
    finally:
        stop_listening()
    return response


def _snapshot(chat: BotChat, now: float) -> bytes:
    return _event(ChatEvent(chat.version, "snapshot", chat.snapshot(now)))


def _event(event: ChatEvent) -> bytes:
    # The data is JSON on one line, so it needs no escaping.
    return b"id:%d\nevent:%b\ndata:%b\n\n" % (event.version, event.kind.encode(), event.data)
