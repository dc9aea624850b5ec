from typing import TYPE_CHECKING

from ..delivery import edit
from .base import Step

if TYPE_CHECKING:
    from ..run import Run


class Edit(Step, frozen=True, tag="edit"):
    """Replace the content of the message whose button was pressed; outside a press, `reply`."""

    @property
    def sends_content(self) -> bool:
        return True

    def run(self, run: "Run") -> None:
        edit(run)
