from typing import TYPE_CHECKING, Literal

from .base import Step

if TYPE_CHECKING:
    from ..run import Run

Doing = Literal[
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
]


class Typing(Step, frozen=True, tag="typing"):
    """Show for five seconds, or until the next message, that the bot is doing something.

    https://core.telegram.org/bots/api#sendchataction
    """

    action: Doing = "typing"

    def run(self, run: "Run") -> None:
        run.call("sendChatAction", chat_id=run.trigger.chat.id, action=self.action)
