from typing import TYPE_CHECKING

from .base import Step

if TYPE_CHECKING:
    from ..run import Run


class Approve(Step, frozen=True, tag="approve"):
    """Approve the person's request to join a chat, where that set the action off."""

    def run(self, run: "Run") -> None:
        if run.trigger.joining is not None:
            run.call(
                "approveChatJoinRequest",
                chat_id=run.trigger.joining,
                user_id=run.trigger.user.id,
            )
