"""What holds where a bot runs in the test's process."""

from collections.abc import Iterator

import pytest
from aiogram.client.session.aiohttp import AiohttpSession


@pytest.fixture(scope="session", autouse=True)
def sessions_close_at_once() -> Iterator[None]:
    """aiogram waits 250 ms for TLS connections to close, and there are none here."""

    async def close(session: AiohttpSession) -> None:
        if session._session is not None:
            await session._session.close()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(AiohttpSession, "close", close)
        yield
