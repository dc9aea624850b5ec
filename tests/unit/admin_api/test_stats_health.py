import pytest
from botloom_admin_api.statistics.health import status
from botloom_runtime.stream_state import ConsumerState, StreamState


def state(oldest: float | None = None, idle: tuple[float, ...] = (600.0, 1.0)) -> StreamState:
    return StreamState(
        at=0,
        length=9,
        has_group=True,
        lag=9,
        pending=0,
        oldest_pending_seconds=None,
        oldest_unfinished_seconds=oldest,
        consumers=[ConsumerState(f"stats-{number}", 0, one) for number, one in enumerate(idle)],
        dead_letters=0,
    )


@pytest.mark.parametrize(
    ("given", "since_write", "word"),
    [
        (state(), None, "ok"),
        (state(), 5000.0, "ok"),
        (state(oldest=59), 5000.0, "ok"),
        (state(oldest=61), 1.0, "behind"),
        (state(oldest=61), 61.0, "stuck"),
        (state(oldest=61), None, "stuck"),
        (state(idle=(31.0,)), 31.0, "stopped"),
        (state(oldest=61, idle=()), None, "stopped"),
    ],
)
def test_the_status_is_one_word(given: StreamState, since_write: float | None, word: str) -> None:
    assert status(given, since_write) == word
