"""How far a change has come."""

from .api import Api, Refused

WAIT_SECONDS = 10


def wait_until_live(api: Api, seq: int) -> str | None:
    """A sentence; None where the API does not tell."""
    try:
        found = api.get("/propagation", seq=seq, wait=WAIT_SECONDS)
    except Refused as refused:
        if refused.status in (404, 405):
            return None
        raise
    live, total = found["live"], found["total"]
    if total == 0:
        return "No gateway is running."
    took = [one["after_ms"] for one in found["gateways"] if one["after_ms"] is not None]
    time = f", {max(took)} ms" if took and live == total else ""
    return f"Live on {live} of {total} gateway{'s' if total > 1 else ''}{time}."
