from typing import TYPE_CHECKING

from .base import Step

if TYPE_CHECKING:
    from ..run import Run


class Stop(Step, frozen=True, tag="stop"):
    """End the run: also of the actions that led here."""

    @property
    def ends(self) -> bool:
        return True

    def run(self, run: "Run") -> None:
        run.frames.clear()
