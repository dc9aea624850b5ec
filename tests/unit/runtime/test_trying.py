"""Which failures an entry is to blame for."""

import asyncio
from collections.abc import Sequence

import pytest
from botloom_runtime.batch import Batch, Entry
from botloom_runtime.trying import DeadLetter, StoppedError, consume

ONE = Batch.of([Entry(b"1-0", {b"data": b"x"})])


@pytest.mark.parametrize(
    ("error", "of_nothing"),
    [
        (ConnectionRefusedError("PostgreSQL is away"), None),
        (RuntimeError("the transport is closed"), None),
        # A wrong address may raise the same as a wrong value of an entry.
        (ValueError("no such host"), ValueError("no such host")),
        (TypeError("an int, not a str"), ConnectionRefusedError("PostgreSQL is away")),
    ],
)
async def test_no_entry_is_to_blame_for_what_may_pass(
    error: Exception, of_nothing: Exception | None
) -> None:
    over, tried, outages = asyncio.Event(), [], []

    async def handle(entries: Batch) -> Sequence[DeadLetter]:
        if not entries:
            if of_nothing is not None:
                raise of_nothing
            return []
        tried.append(entries)
        if len(tried) == 3:
            over.set()
        raise error

    async def on_outage() -> None:
        outages.append(len(tried))

    with pytest.raises(StoppedError):
        await consume(handle, ONE, over, 1, on_outage)
    assert (len(tried), outages) == (3, [1])
