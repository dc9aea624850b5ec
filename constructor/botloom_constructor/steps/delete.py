from typing import TYPE_CHECKING

from .base import Step

if TYPE_CHECKING:
    from ..run import Run


class Delete(Step, frozen=True, tag="delete"):
    """Delete the message whose button was pressed; outside a press the person's own message."""

    def run(self, run: "Run") -> None:
        message = run.trigger.pressed or run.trigger.message
        if message is not None:
            run.call("deleteMessage", chat_id=message.chat.id, message_id=message.message_id)
