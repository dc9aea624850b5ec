"""The newest changes of the log, as they come."""

import time
from collections.abc import Iterator
from typing import Any

from .api import Api, Refused, Unreachable

PAGE = 100
_PASSING = (429, 503)
"""What a little patience helps against."""


def follow(api: Api, shown: int, interval: float) -> Iterator[dict[str, Any]]:
    """The last `shown` events, then every later one, the oldest first; it does not end.

    While the API does not answer, it waits; at the start it raises what the API raises.
    """
    newest = api.get("/events", limit=max(shown, 1))["items"]
    last = newest[0]["seq"] if newest else 0
    yield from reversed(newest[:shown])
    while True:
        time.sleep(interval)
        try:
            events = _later(api, last)
        except Unreachable:
            continue
        except Refused as refused:
            if refused.status not in _PASSING:
                raise
            continue
        for event in events:
            last = event["seq"]
            yield event


def _later(api: Api, last: int) -> list[dict[str, Any]]:
    """All events after `last`, the oldest first."""
    found: list[dict[str, Any]] = []
    params: dict[str, Any] = {"limit": PAGE}
    while True:
        page = api.get("/events", **params)
        found += [event for event in page["items"] if event["seq"] > last]
        is_all = not page["items"] or page["items"][-1]["seq"] <= last + 1
        if is_all or page["next_cursor"] is None:
            return found[::-1]
        params["cursor"] = page["next_cursor"]
