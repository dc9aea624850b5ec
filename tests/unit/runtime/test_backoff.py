import asyncio

import pytest
from botloom_runtime import backoff
from botloom_runtime.backoff import paused, tries


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that were asked for, none of them waited out."""
    asked: list[float] = []

    async def pause(stop: asyncio.Event, seconds: float) -> bool:
        asked.append(seconds)
        return not stop.is_set()

    monkeypatch.setattr(backoff, "paused", pause)
    return asked


async def test_a_pause_goes_by() -> None:
    assert await paused(asyncio.Event(), 0.001)


async def test_a_pause_ends_when_the_process_is_to_stop() -> None:
    stop = asyncio.Event()
    waiting = asyncio.create_task(paused(stop, 60))
    await asyncio.sleep(0)
    stop.set()
    assert not await asyncio.wait_for(waiting, 5)


async def test_a_pause_does_not_begin_once_the_process_is_to_stop() -> None:
    stop = asyncio.Event()
    stop.set()
    assert not await paused(stop, 60)


async def test_pauses_double_up_to_the_longest_with_jitter(pauses: list[float]) -> None:
    async for attempt in tries(asyncio.Event(), first=0.1, longest=1.0):
        if attempt == 6:
            break
    longest = [0.1, 0.2, 0.4, 0.8, 1.0, 1.0]
    assert len(pauses) == len(longest)
    for pause, most in zip(pauses, longest, strict=True):
        assert most / 2 <= pause <= most


async def test_tries_go_on_however_long_it_takes(pauses: list[float]) -> None:
    count = 0
    async for _ in tries(asyncio.Event()):
        count += 1
        if count == 3000:
            break
    assert max(pauses) <= 5.0


async def test_there_is_no_try_once_the_process_is_to_stop() -> None:
    stop = asyncio.Event()
    stop.set()
    assert [attempt async for attempt in tries(stop)] == []


async def test_tries_end_when_the_process_is_to_stop(pauses: list[float]) -> None:
    stop = asyncio.Event()
    seen: list[int] = []
    async for attempt in tries(stop):
        seen.append(attempt)
        if attempt == 2:
            stop.set()
    assert seen == [0, 1, 2]
