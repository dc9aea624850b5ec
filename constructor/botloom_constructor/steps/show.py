from collections.abc import Iterable
from typing import TYPE_CHECKING

from .base import Step

if TYPE_CHECKING:
    from ..run import Run

SHOWN_MAX = 10
"""So many other handlers steps `show` bring into one run. The API refuses loops; this bounds what
slips by, and handlers that each show many."""


class Show(Step, frozen=True, tag="show"):
    """Run the action of another handler, with that handler's content."""

    handler_id: int

    def shows(self) -> Iterable[tuple[str, int]]:
        yield "handler_id", self.handler_id

    def run(self, run: "Run") -> None:
        other = run.snapshot.handlers.get(self.handler_id)
        if other is not None and run.shown < SHOWN_MAX:
            run.shown += 1
            run.enter(other.action, other)
