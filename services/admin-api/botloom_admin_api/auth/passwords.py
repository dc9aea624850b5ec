"""Passwords are kept as Argon2id hashes. https://www.rfc-editor.org/rfc/rfc9106"""

import asyncio
import unicodedata
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from pwdlib import PasswordHash

from ..errors import Unavailable

AT_ONCE = 2
"""Each takes 64 MiB while it runs."""

WAITING_MAX = 32

NOBODY = (
    "$argon2id$v=19$m=65536,t=3,p=4"
    "$yOBhuAxnrzf0fZ2Ie54tKQ$XP2TqrmlmosE44xaSUwGOsh2RtQG9DQsE0RlCMO8FN8"
)
"""Of a password that nobody has: a log-in to an unknown account takes as long as to a known one."""


class Passwords:
    """Off the event loop. Raises `Unavailable` where too many wait already."""

    def __init__(self) -> None:
        self._hasher = PasswordHash.recommended()
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._waiting = 0

    async def hash(self, password: str) -> str:
        async with self._turn():
            return await asyncio.to_thread(self._hasher.hash, _normal(password))

    async def verify(self, password: str, hashed: str | None) -> bool:
        """None, the hash of nobody: takes as long, and is never right."""
        async with self._turn():
            right = await asyncio.to_thread(
                self._hasher.verify, _normal(password), hashed or NOBODY
            )
        return right and hashed is not None

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[None]:
        if self._waiting >= WAITING_MAX:
            raise Unavailable("Too many people log in at once; try again in a moment.")
        self._waiting += 1
        try:
            async with self._turns:
                yield
        finally:
            self._waiting -= 1


def _normal(password: str) -> str:
    """Keyboards write one letter in several ways: https://pages.nist.gov/800-63-4/sp800-63b.html"""
    return unicodedata.normalize("NFKC", password)
