from collections.abc import Iterable
from typing import TYPE_CHECKING

from botloom_contracts.errors import FieldProblem
from botloom_contracts.telegram import CALLBACK_ANSWER_MAX

from .base import Place, Step

if TYPE_CHECKING:
    from ..run import Run


class Toast(Step, frozen=True, tag="toast"):
    """Answer the press with a note that vanishes by itself; outside a press, a message."""

    text: str

    @property
    def answers_press(self) -> bool:
        return True

    def check(self, place: Place) -> Iterable[FieldProblem]:
        return place.text("text", self.text, CALLBACK_ANSWER_MAX)

    def run(self, run: "Run") -> None:
        note(run, self.text)


def note(run: "Run", text: str, **options: bool) -> None:
    shown = run.text(text)
    if run.trigger.query_id is not None:
        run.answer(text=shown[:CALLBACK_ANSWER_MAX], **options)
    elif shown.strip():
        run.call("sendMessage", chat_id=run.trigger.chat.id, text=shown)
