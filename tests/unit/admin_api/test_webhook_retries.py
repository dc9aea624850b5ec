from datetime import UTC, datetime

import pytest
from botloom_admin_api.webhooks.retries import (
    DELAYS,
    RETRY_AFTER_MAX,
    delay_after,
    read_retry_after,
)

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_delays_grow_from_seconds_to_hours_and_then_end():
    delays = [delay_after(attempts, spread=0) for attempts in range(1, 11)]
    assert delays == [5, 30, 120, 600, 1800, 3600, 7200, 14_400, 28_800, None]
    assert delay_after(1000, spread=0) is None


@pytest.mark.parametrize("attempts", range(1, len(DELAYS) + 1))
def test_a_delay_is_up_to_a_fifth_longer_or_shorter(attempts):
    delay = DELAYS[attempts - 1]
    assert delay_after(attempts, spread=-1) == pytest.approx(delay * 0.8)
    assert delay_after(attempts, spread=1) == pytest.approx(delay * 1.2)


def test_what_the_receiver_asks_for_is_kept_if_it_is_longer():
    assert delay_after(1, 0, retry_after=60) == 60
    assert delay_after(3, 0, retry_after=60) == 120
    assert delay_after(10, 0, retry_after=60) is None


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("٣", None),
        ("0", 0),
        (" 120 ", 120),
        ("9" * 5000, RETRY_AFTER_MAX),
        ("Tue, 24 Nov 2026 12:01:30 GMT", 90),
        ("Tue, 24 Nov 2026 11:00:00 GMT", 0),
        ("Tue, 24 Nov 2099 12:00:00 GMT", RETRY_AFTER_MAX),
        ("Tue, 24 Nov 2026 12:01:30 -0000", None),
        ("Tue, 99 Nov 2026 12:01:30 GMT", None),
    ],
)
def test_retry_after_is_a_number_or_a_time_and_bounded(value, seconds):
    assert read_retry_after(value, NOW) == seconds
