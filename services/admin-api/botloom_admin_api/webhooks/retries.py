"""When a delivery that failed is tried again: pure rules."""

from datetime import datetime
from email.utils import parsedate_to_datetime

DELAYS = (5.0, 30.0, 120.0, 600.0, 1800.0, 3600.0, 7200.0, 14_400.0, 28_800.0)
"""Seconds after the first failed attempt, the second, …; after the one behind the last it is given
up."""

JITTER = 0.2
"""The part of a delay by which it is longer or shorter, so that deliveries do not come in waves."""

RETRY_AFTER_MAX = 3600.0
"""Seconds of silence that a receiver may ask for."""


def delay_after(attempts: int, spread: float, retry_after: float | None = None) -> float | None:
    """Seconds from the failed attempt number `attempts` (from 1) to the next; None: give up.

    `spread` is random, from -1 to 1. What the receiver asked for is kept, if it is longer.
    """
    if attempts > len(DELAYS):
        return None
    delay = DELAYS[attempts - 1] * (1 + JITTER * spread)
    return delay if retry_after is None else max(delay, retry_after)


def read_retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds, of a number or a time; at most `RETRY_AFTER_MAX`, and None for anything else.

    https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
    """
    if value is None:
        return None
    value = value.strip()
    if value.isascii() and value.isdigit():
        # Of a number without end the first digits tell enough.
        return min(float(value[:9]), RETRY_AFTER_MAX)
    try:
        seconds = (parsedate_to_datetime(value) - now).total_seconds()
    except (ValueError, TypeError, OverflowError):  # TypeError: of a time without a zone
        return None
    return min(max(seconds, 0.0), RETRY_AFTER_MAX)
