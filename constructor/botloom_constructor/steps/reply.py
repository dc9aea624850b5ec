from typing import TYPE_CHECKING

from ..delivery import send
from .base import Step

if TYPE_CHECKING:
    from ..run import Run


class Reply(Step, frozen=True, tag="reply"):
    """Send the content as a new message, or as several where it needs them."""

    @property
    def sends_content(self) -> bool:
        return True

    def run(self, run: "Run") -> None:
        send(run)
