from collections.abc import Iterable
from typing import TYPE_CHECKING

from botloom_contracts.errors import FieldProblem

from .base import Place, Step
from .fields import ChatTarget, check_chat

if TYPE_CHECKING:
    from ..run import Run


class Forward(Step, frozen=True, tag="forward"):
    """Forward the person's message, or else the one whose button was pressed, to another chat."""

    chat: ChatTarget

    def check(self, place: Place) -> Iterable[FieldProblem]:
        return check_chat(place, "chat", self.chat)

    def run(self, run: "Run") -> None:
        message = run.trigger.message or run.trigger.pressed
        if message is not None:
            run.call(
                "forwardMessage",
                chat_id=self.chat,
                from_chat_id=message.chat.id,
                message_id=message.message_id,
            )
