"""How it stands with the interactions on their way into the tables."""

from datetime import datetime
from typing import Literal

import msgspec

Status = Literal["ok", "behind", "stuck", "stopped"]


class Consumer(msgspec.Struct, frozen=True):
    name: str
    """Host, process and reader of a `stats`."""
    pending: int
    """Interactions that it has taken and not written."""
    idle_seconds: float
    """Since it last gave a sign of life."""


class Health(msgspec.Struct, frozen=True, kw_only=True):
    """Ages are in seconds, since an interaction came on the stream; null where there is none."""

    status: Status
    """`ok`; `behind`: what waits is older than a minute; `stuck`: and nothing was written for a
    minute, though `stats` runs; `stopped`: no `stats` runs."""
    stream_length: int
    """Entries in Redis. Those that are written are trimmed a little later."""
    lag: int | None
    """Interactions that no process has taken; null where Redis can't tell."""
    pending: int
    """Taken, and not written."""
    oldest_pending_seconds: float | None
    oldest_unwritten_seconds: float | None
    """Taken or not."""
    consumers: list[Consumer]
    written: int
    """Interactions, since the database is there."""
    duplicates: int
    """Copies that were dropped."""
    last_write: datetime | None
    dead_letters: int
    """What can't be written, and waits for an operator."""
