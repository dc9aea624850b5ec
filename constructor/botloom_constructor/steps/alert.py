from typing import TYPE_CHECKING

from .toast import Toast, note

if TYPE_CHECKING:
    from ..run import Run


class Alert(Toast, frozen=True, tag="alert"):
    """Answer the press with a window that the person closes; outside a press, a message."""

    def run(self, run: "Run") -> None:
        note(run, self.text, show_alert=True)
