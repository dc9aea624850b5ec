"""What Telegram calls the files it has fetched, so that it fetches each of them once.

Kept in Redis for all gateways, and for a while in this process. A file whose content changes under
its address is shown as it was until the id is forgotten.
https://core.telegram.org/bots/api#sending-files
"""

import asyncio
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

import structlog
from botloom_constructor.calls import Call
from botloom_contracts.cache import file_key
from redis.asyncio import Redis

from .call_files import FileUrl, file_ids_in, file_urls, with_file_ids
from .metrics import FILES

log = structlog.stdlib.get_logger()

EXPIRY_SECONDS = 30 * 24 * 3600
FRESH_SECONDS = 600.0
"""For so long an id is not looked up again: another gateway may have forgotten it meanwhile."""

FILES_MAX = 100_000
"""Ids in this process; those that were not used for longest are dropped."""

FIRST_SEND_SECONDS = 5.0
"""For so long the same file waits for its first message."""

ANSWER_SECONDS = 1.0
"""A Redis that needs longer is away, and Telegram fetches the file once more."""


class FileIds:
    """Never raises."""

    def __init__(self, redis: Redis, bot_id: int, fresh_seconds: float = FRESH_SECONDS) -> None:
        self._redis = redis
        self._bot_id = bot_id
        self._fresh_seconds = fresh_seconds
        # The id, and until when it is fresh, monotonic; the last used one last.
        self._ids: dict[FileUrl, tuple[str, float]] = {}
        self._first_sends: dict[FileUrl, asyncio.Event] = {}

    def known(self, kind: str, url: str) -> str | None:
        return self._known(FileUrl(kind, url))

    def substitute(self, call: Call) -> tuple[Call, bool]:
        """The call with the ids known here, and whether it has them for all its files."""
        return with_file_ids(call, self._known)

    async def load(self, files: Iterable[FileUrl]) -> None:
        """Look up in Redis what is not known here."""
        unknown = [file for file in dict.fromkeys(files) if self._known(file) is None]
        if not unknown:
            return
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                found = await self._redis.mget([self._key(file) for file in unknown])
        except Exception as error:
            log.warning("file_ids_not_loaded", error=repr(error))
            return
        for file, file_id in zip(unknown, found, strict=True):
            if file_id is not None:
                self._keep(file, file_id.decode() if isinstance(file_id, bytes) else file_id)

    async def remember(self, kind: str, url: str, file_id: str) -> None:
        file = FileUrl(kind, url)
        self._keep(file, file_id)
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                await self._redis.set(self._key(file), file_id, ex=EXPIRY_SECONDS)
        except Exception as error:
            log.warning("file_id_not_shared", error=repr(error))

    async def forget(self, kind: str, url: str) -> None:
        file = FileUrl(kind, url)
        self._ids.pop(file, None)
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                await self._redis.delete(self._key(file))
        except Exception as error:
            log.warning("file_id_not_forgotten", error=repr(error))

    @asynccontextmanager
    async def sending(self, call: Call) -> AsyncIterator[None]:
        """Of messages with one new file, the first goes and the others wait for its id, for a few
        seconds at most."""
        unknown = [file for file in file_urls(call) if self._known(file) is None]
        others = [self._first_sends[file] for file in unknown if file in self._first_sends]
        if others:
            await _all_set(others)
        sent = asyncio.Event()
        first = [file for file in unknown if self._known(file) is None]
        first = [file for file in first if self._first_sends.setdefault(file, sent) is sent]
        try:
            await self.load(unknown)
            yield
        finally:
            for file in first:
                del self._first_sends[file]
            sent.set()

    async def learn(self, call: Call, result: object) -> None:
        """From what Telegram answered to the call."""
        for file, file_id in file_ids_in(call, result):
            if self._known(file) is None:
                FILES.labels("learned").inc()
                await self.remember(file.kind, file.url, file_id)

    async def refuse(self, call: Call) -> None:
        """Telegram does not take an id that `substitute` put into this call."""
        for file in set(file_urls(call)):
            if self._known(file) is not None:
                FILES.labels("refused").inc()
                await self.forget(file.kind, file.url)

    def _known(self, file: FileUrl) -> str | None:
        found = self._ids.pop(file, None)
        if found is None or found[1] < time.monotonic():
            return None
        self._ids[file] = found
        return found[0]

    def _keep(self, file: FileUrl, file_id: str) -> None:
        self._ids.pop(file, None)
        self._ids[file] = (file_id, time.monotonic() + self._fresh_seconds)
        if len(self._ids) > FILES_MAX:
            del self._ids[next(iter(self._ids))]

    def _key(self, file: FileUrl) -> str:
        return file_key(self._bot_id, file.kind, file.url)


async def _all_set(events: list[asyncio.Event]) -> None:
    try:
        async with asyncio.timeout(FIRST_SEND_SECONDS):
            for event in events:
                await event.wait()
    except TimeoutError:
        log.info("first_send_is_slow")
