"""Answers that are sent while they are made."""

from collections.abc import AsyncIterator


async def begun(pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """The same pieces, one at least, with the first one made already: what goes wrong until then
    is raised here, and can be answered with a problem."""
    return _with_first(await anext(pieces), pieces)


async def _with_first(first: bytes, others: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    async for piece in others:
        yield piece
