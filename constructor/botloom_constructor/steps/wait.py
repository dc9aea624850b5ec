from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from ..effects import Pause
from .base import Step

if TYPE_CHECKING:
    from ..run import Run

WAIT_MAX = 30 * 24 * 3600
"""Seconds."""


class Wait(Step, frozen=True, tag="wait"):
    """Go on after so many seconds. Nothing is held meanwhile, and a restart loses nothing."""

    seconds: Annotated[int, Meta(ge=1, le=WAIT_MAX)]

    def run(self, run: "Run") -> Pause:
        del run
        return Pause(self.seconds)
